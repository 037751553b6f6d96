package tutti.server.net;

/**
 * One client's socket, as a cursor. Any thread may call anything here; nothing blocks; on a closed connection
 * everything is without effect. What is sent keeps this order:
 *
 * <ul>
 *   <li>the stream that it {@link #follow follows}, in order of position;
 *   <li>private frames, in the order told, each not before the position that it names;
 *   <li>latest-value slots, in no order relative to the others, an unsent value replaced by a newer one of its key.
 * </ul>
 *
 * A reader that is slow costs a fixed amount ({@link Limits}) and is never closed for it, only for being silent.
 */
public interface Connection {
    /** Unique in the life of the gateway. */
    long id();

    /** The peer's IP address as text, without port. */
    String address();

    /**
     * Starts the stream, or starts it again: first the greeting, then all after {@code from}, out of the ring or,
     * behind it, out of the backlog. Private frames and slots that still wait from before are dropped, since the
     * greeting says all again.
     *
     * @param greeting the welcome; nothing that was told after this call precedes it
     * @param from position of the client; {@link Ring#NOTHING} if the backlog is to begin with a snapshot
     */
    void follow(Frame greeting, Ring ring, long from, Backlog backlog);

    /** A private frame, after those told before it. */
    default void tell(Frame frame) {
        tell(frame, Ring.NOTHING);
    }

    /**
     * A private frame that is not sent before the stream has been sent up to a position. The list is bounded: a client
     * that makes it overflow (it asks on and does not read) is closed with 1013.
     *
     * @param after position; {@link Ring#NOTHING} for no condition
     */
    void tell(Frame frame, long after);

    /**
     * News of which only the newest value matters: who is where, the transport, a pong. Replaces the unsent value of
     * the same key.
     */
    void latest(String key, Frame frame);

    /**
     * Is not read for a while, so that what it says waits at its own end; a little that was read already still comes. A
     * client that says too much at a time is slowed by this, and loses nothing. Silence of that time does not count.
     *
     * @param micros from now; a shorter time than it rests already changes nothing
     */
    void rest(long micros);

    /** Whether anything waits for this client here; a clock sample taken meanwhile does not count. */
    boolean behind();

    /**
     * Sends a close frame after what is in the connection's own queue and closes, at the latest after
     * {@link Limits#CLOSING_MILLIS}.
     *
     * @param code RFC 6455 code, 1000 to 4999
     * @param reason words for people, cut to {@link Limits#CLOSE_REASON_BYTES} bytes
     */
    void close(int code, String reason);
}
