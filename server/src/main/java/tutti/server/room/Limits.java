package tutti.server.room;

/** Every bound of the rooms, by name, but those that the protocol has ({@link tutti.sync.Limits}). */
public final class Limits {
    /**
     * Characters of the frames of a connection's edits that wait for the room: twice what a client may have in flight,
     * which may write its JSON more loosely than it counts; more closes the connection with 1013.
     */
    public static final int EDITS_BYTES = 2 * tutti.sync.Limits.FLIGHT_BYTES;
    /**
     * Other messages of one connection that wait for the room; a further one closes the connection with 1013. Of those
     * that count only as they were said last, one of a kind waits.
     */
    public static final int TALK = 256;
    /** Microseconds from one of those to the next, once so many came at once; who is faster is not read for a while. */
    public static final long TALK_MICROS = 10_000;
    /** Messages that a connection may send while its session is looked up. */
    public static final int HELD = 64;
    /** Edits over HTTP that wait for an answer, over all rooms. */
    public static final int POSTS = 64;
    /** Edits that are folded into one batch. */
    public static final int BATCH_EDITS = 512;
    /** Frames in a room's ring. */
    public static final int RING_FRAMES = 256;
    /** Bytes in a room's ring. */
    public static final long RING_BYTES = 1024 * 1024;
    /** Bytes of rows that are put into one frame, where more than one is there. */
    public static final int FRAME_BYTES = 48 * 1024;
    /** Bytes of one row: with its frame it must be within what a client takes. */
    public static final int ROW_BYTES = 240 * 1024;
    /** Bytes of a frame that verdicts may take; of more the oldest are left out. */
    public static final int VERDICT_BYTES = 128 * 1024;
    /** Bytes of verdicts that are stored for an outbox; of more the oldest are left out. */
    public static final int STORED_VERDICT_BYTES = 256 * 1024;
    /** Bytes of rows that a connection that is behind is given at once. */
    public static final int CATCH_UP_BYTES = 192 * 1024;
    /** Rows after which a snapshot is due, if they are as large as the snapshot was. */
    public static final int CHECKPOINT_ROWS = 256;
    /** So many edits in a batch are load: the next batch gathers first. */
    public static final int LOAD = 4;
    /** Longest time for which a batch gathers, microseconds. */
    public static final long GATHER = 2_000;
    /** KV files that are written at the same time, over all rooms. */
    public static final int KV_WRITERS = 2;
    /** Characters of a body that asks for a copy. */
    public static final int COPY_BODY = 1024;
    /** Bytes of rows in one page of history. */
    public static final long HISTORY_BYTES = 1024 * 1024;
    /** People of a room whose names are kept for its history. */
    public static final int FACES = 256;
    /** Days that a deleted session stays in the bin. */
    public static final int BIN_DAYS = 30;
    /** Microseconds from one look into the bin for what is old enough to the next. */
    public static final long SWEEP_MICROS = 3_600_000_000L;
    /** Whole documents that are worked on at the same time for rooms, and so many for HTTP: each takes up to 200 MB. */
    public static final int SCRIBES = 1;
    /** Requests that wait until a document is worked on for them; a further one gets 503. */
    public static final int SCRIBES_WAITING = 4;
    /** Microseconds after an edit over HTTP in which its visit goes on. */
    public static final long QUIET_MICROS = 10_000_000;
    /** Microseconds after a start in which everybody who was in may return. */
    public static final long RETURN_MICROS = 10_000_000;
    /** Microseconds from a failure of the store to the next try. */
    public static final long RETRY_MICROS = 1_000_000;
    /** Microseconds from a failure of the KV to the next try. */
    public static final long KV_RETRY_MICROS = 5_000_000;
    /** Legacy records of which what the list shows is kept in memory, at most 1 KB each; of more it is read again. */
    public static final int TITLES = 10_000;
    /** Milliseconds that a shutdown waits for rooms to pay what they owe. */
    public static final long SETTLE_MILLIS = 20_000;

    private Limits() {}
}
