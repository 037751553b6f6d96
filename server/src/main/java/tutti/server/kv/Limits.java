package tutti.server.kv;

/** Every bound of the KV, by name. */
public final class Limits {
    /** Bytes of a legacy record; a larger file is not read. */
    public static final int LEGACY_BYTES = tutti.wire.Limits.LEGACY_RECORD;
    /** Bytes of a file of ours; a larger one is not ours. */
    public static final int FILE_BYTES = 64 * 1024 * 1024;

    /** Files of one session that were put aside; a further one is an error. */
    public static final int ASIDES = 1_000;

    private Limits() {}
}
