package tutti.server.http;

/** Every bound of HTTP, by name; a body that holds one edit may have as many bytes as a client's frame. */
public final class Limits {
    /** Bytes of a body that holds a whole document: what can be read anywhere can be sent. */
    public static final int DOCUMENT_BYTES = tutti.sync.Limits.DOCUMENT;
    /** Requests in work at the same time, their bodies read; further ones get 503. */
    public static final int REQUESTS = 64;
    /** The same from one address. */
    public static final int REQUESTS_PER_ADDRESS = 32;
    /** Requests in work of who looks after the server ({@code /healthz} and {@code /metrics}). */
    public static final int WATCHERS = 4;
    /** Bytes in memory of bodies that come and replies that go, those of up to {@link #SMALL_BYTES} not counted. */
    public static final long BYTES = 32L * 1024 * 1024;
    /** The same for one address. */
    public static final long BYTES_PER_ADDRESS = BYTES * 3 / 4;
    /** Bytes of a body or a reply that are not counted, since connections are. */
    public static final int SMALL_BYTES = 64 * 1024;
    /** Bytes of a body for which memory is asked at once. */
    public static final int STEP_BYTES = 256 * 1024;
    /** Connections open at the same time. */
    public static final int CONNECTIONS = 256;
    /** Milliseconds in which the rooms should answer. */
    public static final long ANSWER_MILLIS = 10_000;
    /** Seconds in which a request must have been read, slow senders included. */
    public static final int REQUEST_SECONDS = 15;
    /** Seconds in which a response must have been taken. */
    public static final int RESPONSE_SECONDS = 60;
    /** Milliseconds that requests in work have when the port closes. */
    public static final long CLOSING_MILLIS = 1_000;
    /** Bytes of all headers of a request. */
    public static final int HEADER_BYTES = 16 * 1024;
    /** Bytes of a path. */
    public static final int PATH_BYTES = 512;
    /** Sessions in one page of a list. */
    public static final int LISTED = 1_000;

    /** Rows in one page of history. */
    public static final int HISTORY_ROWS = 500;
    /** Highest number of a row. */
    public static final long SEQ = 0xFFFF_FFFFL;

    private Limits() {}
}
