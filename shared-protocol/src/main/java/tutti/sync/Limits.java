package tutti.sync;

/** Bounds of what a peer can make the other end hold or do. */
public final class Limits {
    /** The protocol's version; both ends must have the same. */
    public static final int PROTOCOL = 1;
    /** Characters of an id or a secret. */
    public static final int ID = 64;
    /** Bytes of one edit's canonical text, and of the mutations in one row. */
    public static final int EDIT_BYTES = 48 * 1024;
    /** Numbered edits without an answer; a further one closes the connection. */
    public static final int FLIGHT_EDITS = 128;
    /** Bytes of numbered edits without an answer. */
    public static final int FLIGHT_BYTES = 64 * 1024;
    /** Verdicts that are kept for each outbox. */
    public static final int VERDICTS = 128;
    /** Properties that one verdict names as skipped; further ones are counted. */
    public static final int SKIPS = 32;
    /** Rows in the window: how far undo reaches. */
    public static final int WINDOW_ROWS = 8_192;
    /** Bytes of rows in the window. */
    public static final long WINDOW_BYTES = 8L * 1024 * 1024;
    /** Bytes of the text of snapshot parts in one message. */
    public static final int PART_BYTES = 48 * 1024;
    /** Bytes of a whole document, however many messages it comes in: as heavy as one can be it needs about 11 MB. */
    public static final int DOCUMENT = 16 * 1024 * 1024;
    /** Bytes of a client's frame. */
    public static final int CLIENT_FRAME = 64 * 1024;
    /** Bytes of a server's frame. */
    public static final int SERVER_FRAME = 256 * 1024;
    /** Members of a room, those in their grace time too. */
    public static final int MEMBERS = 64;
    /** Windows of one member. */
    public static final int WINDOWS = 8;
    /** Characters of a member's name. */
    public static final int MEMBER_NAME = 40;
    /** Colours that a member can have, from 0. */
    public static final int MEMBER_COLOURS = 12;
    /** Pattern changes that are remembered or wait. */
    public static final int LAUNCHES = 16;
    /** Plays that a clock which a client brings back can have counted. */
    public static final long RUNS = 1L << 52;
    /** Outboxes of one session that ever asked for something, or are connected; further ones are not let in. */
    public static final int OUTBOXES = 4_096;
    /** The same of one member, so that nobody alone keeps everybody else out. */
    public static final int MEMBER_OUTBOXES = 256;
    /** An edit over HTTP makes a new outbox only in the first of so many parts of both: the rest is for windows. */
    public static final int POSTED_PART = 2;
    /** Undo and redo steps that a client remembers. */
    public static final int GESTURES = 1_000;
    /** Edits that a client keeps waiting without a server. */
    public static final int WAITING = 20_000;

    private Limits() {}
}
