package tutti.server.net;

/**
 * Every bound of the gateway, by name, but those of frames, which the protocol has ({@link tutti.sync.Limits}). What a
 * peer can make grow is bounded by one of these.
 */
public final class Limits {
    /** Bytes of the request header, until the WebSocket is open. */
    public static final int HANDSHAKE_BYTES = 8 * 1024;
    /** Milliseconds from accepted to open; who takes longer is swept. */
    public static final long HANDSHAKE_MILLIS = 5_000;
    /** Fragments of one message from a client: empty ones cost memory too. */
    public static final int CLIENT_FRAGMENTS = 1_024;
    /** A connection is given its next frame while fewer bytes than this wait in its own queue. */
    public static final int WAITING_BYTES = 64 * 1024;
    /** Bytes that the kernel may hold for one connection (SO_SNDBUF); by default it takes 3 MB more. */
    public static final int SEND_BUFFER_BYTES = 64 * 1024;
    /** Bytes that are tried on a socket that did not take all of the last write, or read from one that says much. */
    public static final int PROBE_BYTES = 1024;
    /** Frames in the private list of a connection; a client that makes it longer is closed with 1013. */
    public static final int PRIVATE_FRAMES = 256;
    /** Bytes in the private list of a connection. */
    public static final int PRIVATE_BYTES = 512 * 1024;
    /** Latest-value slots of a connection. */
    public static final int SLOTS = 1_024;
    /** Bytes in the latest-value slots of a connection. */
    public static final int SLOT_BYTES = 256 * 1024;
    /** Bytes (about) that one call of {@link Backlog#next} should yield. */
    public static final int BACKLOG_BYTES = 256 * 1024;
    /** Frames that one call of {@link Backlog#next} may yield. */
    public static final int BACKLOG_FRAMES = 8_192;
    /** Backlogs that are read at the same time, over all connections. */
    public static final int BACKLOG_READERS = 4;
    /** Milliseconds between two WebSocket pings to one connection. */
    public static final long PING_MILLIS = 3_000;
    /** Milliseconds without any frame from a client (it always owes a pong) until it is closed as silent. */
    public static final long SILENCE_MILLIS = 10_000;
    /** Milliseconds that a closing connection has to read what waits for it. */
    public static final long CLOSING_MILLIS = 2_000;
    /** Bytes that the kernel may hold of what one client says and nobody reads (SO_RCVBUF); by default some MB. */
    public static final int RECEIVE_BUFFER_BYTES = 64 * 1024;
    /** Milliseconds between two sweeps for frames that the library left unsent. */
    public static final long SWEEP_MILLIS = 20;
    /** Bytes of the reason in a close frame (RFC 6455, 5.5). */
    public static final int CLOSE_REASON_BYTES = 123;

    private Limits() {}
}
