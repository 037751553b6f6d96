package tutti.client.state;

/** A line to one room that opens itself again when it breaks. Any thread; never blocks. */
public interface Line extends AutoCloseable {
    /** Sends a frame on the connection that is open now; without one it is dropped. */
    void send(String frame);

    /**
     * The connection that is open now is of use: once it breaks, another is tried soon. Until then each try that a
     * server lets in, and then turns away, is waited for longer than the one before.
     */
    void well();

    /** Gives up the connection that is open now, if any, and opens another. */
    void again();

    /** Gives up for good. */
    @Override
    void close();

    /** What a line tells its owner, on threads of its own. */
    interface Listener {
        /** A connection is open. */
        void opened();

        /** A frame came. */
        void frame(String text);

        /** The connection is gone, or none came about; {@code why} is for people. Another will be tried. */
        void broken(String why);

        /** The connection is gone, as another one goes on with its outbox. No other is tried. */
        void replaced();
    }
}
