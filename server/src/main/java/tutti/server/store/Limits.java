package tutti.server.store;

/** Every bound of the store, by name. */
public final class Limits {
    /** Highest seq of a session: the lower half of a row's 64-bit key. */
    public static final long SEQ = 0xFFFF_FFFFL;
    /** Sessions in one store, tombstones too; they fit the upper half of a key. */
    public static final long SESSIONS = 1_000_000;
    /** Canonical bytes of one row (an edit is at most 48 KB; a row adds what undo needs). */
    public static final int ROW_BYTES = 512 * 1024;
    /** Bytes of one snapshot part (the largest lane is about 30 KB). */
    public static final int PART_BYTES = 1024 * 1024;
    /** Parts in one snapshot. */
    public static final int PARTS = 262_144;
    /** Characters of a part's path. */
    public static final int PATH = 160;
    /** Rows in one batch of a session. */
    public static final int BATCH_ROWS = 4_096;
    /** Bytes of rows in one batch of a session. */
    public static final int BATCH_BYTES = 64 * 1024 * 1024;
    /** Rows from one snapshot that stays readable to the next; the first of a session always does. */
    public static final int EARLIER_ROWS = 4_096;
    /** Outbox states in one batch. */
    public static final int BATCH_OUTBOXES = 4_096;
    /** Outboxes a session remembers; a batch that brings a further one is rejected. */
    public static final int OUTBOXES = 65_536;
    /** Bytes of one outbox's verdicts. */
    public static final int VERDICT_BYTES = 512 * 1024;
    /** Bytes of one act. */
    public static final int ACT_BYTES = 1_024;
    /** Acts that may wait for the writer; further ones are dropped, and counted. */
    public static final int WAITING_ACTS = 1_024;
    /** Acts that one read yields. */
    public static final int READ_ACTS = 1_000;
    /** Authors of a session whose names are kept; further ones stay without. */
    public static final int FACES = 1_024;
    /** Characters of a member's or an outbox's id. */
    public static final int PEER_ID = 128;
    /** Characters of a client-made request id. */
    public static final int REQUEST = 128;
    /** Askings for deleting and bringing back that a session remembers. */
    public static final int REQUESTS = 16;
    /** Characters of a session's name in listings. */
    public static final int NAME = 256;
    /** Bytes of what a birth says of its lineage. */
    public static final int LINEAGE_BYTES = 128 * 1024;
    /** Writes that may wait for the writer; a further one is rejected at once. */
    public static final int WAITING = 65_536;
    /** Writes taken into one transaction. */
    public static final int GROUP = 4_096;
    /** Bytes after which a transaction takes no further write. */
    public static final long GROUP_BYTES = 16L * 1024 * 1024;
    /** Rows that one read of a stretch yields. */
    public static final int STRETCH_ROWS = 8_192;
    /** Rows fetched by one query while a session is read. */
    static final int PAGE = 256;
    /** Reads that may wait for a connection; a further one fails at once. */
    public static final int WAITING_READS = 65_536;
    /** Connections that read side by side. */
    static final int READERS = 3;
    /** Rows of a session that are never packed: what undo reaches. */
    public static final int LOOSE_ROWS = 8_192;
    /** Rows in one pack. */
    public static final int PACK_ROWS = 4_096;
    /** Bytes of rows in one pack; compressed they fit what H2 takes for a value. */
    static final int PACK_BYTES = 1_000_000;
    /** Below so many free bytes on its disk the store says that it is low. */
    public static final long FREE_BYTES = 200L * 1024 * 1024;

    private Limits() {}
}
