package tutti.wire;

/** Bounds of every text that is read; those of frames and documents stand in {@link tutti.sync.Limits}. */
public final class Limits {
    /** Bytes of a record of the old web system. */
    public static final int LEGACY_RECORD = 4 * 1024 * 1024;
    /** Bytes of the beginning of such a record that are read to list it. */
    public static final int LEGACY_START = 4_096;
    /** Objects and lists inside one another. */
    public static final int DEPTH = 16;
    /** Characters of a number. */
    public static final int NUMBER = 32;
    /** Characters of a text. */
    public static final int STRING = 4_096;
    /** Characters of a member's name. */
    public static final int NAME = 64;

    private Limits() {}
}
