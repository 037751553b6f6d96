package tutti.client.state;

/** Bounds of what is kept here. */
final class Limits {
    /** Frames and commands that wait for the session thread; beyond, the line is opened anew. */
    static final int QUEUE = 65_536;
    /** Tasks that are run before a snapshot is published. */
    static final int DRAIN = 1_024;
    /** Bytes of an outbox file after which it is rewritten. */
    static final long OUTBOX_BYTES = 8L * 1024 * 1024;
    /** Bytes of an outbox file that is read at all; a longer one is refused. */
    static final long OUTBOX_READ = 256L * 1024 * 1024;
    /** Characters of a saved snapshot that is read. */
    static final int BASE_CHARS = 64 * 1024 * 1024;
    /** Notices that a person has not put away; older ones give way. */
    static final int NOTICES = 20;
    /** Pings of a burst. */
    static final int BURST = 20;

    private Limits() {}
}
