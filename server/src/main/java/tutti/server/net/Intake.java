package tutti.server.net;

/**
 * What the gateway tells its owner. Every call comes on a socket thread and must return at once: parse, answer a ping,
 * offer to a mailbox; never wait. For one connection the calls come in order and one at a time, but for
 * {@link #closed}, which comes once, last, and on any thread.
 */
public interface Intake {
    /** A client passed the handshake. Nothing was sent to it yet. */
    void opened(Connection connection);

    /** One message of a client: valid UTF-8, at most {@link tutti.sync.Limits#CLIENT_FRAME} bytes. */
    void text(Connection connection, String message);

    /**
     * The connection is gone; what is told to it from now on is dropped. Clean means by a close frame, of either end.
     */
    void closed(Connection connection, boolean clean);

    /** The gateway cannot serve any longer (a bug or a broken device); called once. */
    void failed(Throwable cause);
}
