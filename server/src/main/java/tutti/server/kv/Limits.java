package tutti.server.kv;

/** Every bound of the KV, by name. */
public final class Limits {
    /** Bytes of a legacy record; a larger file is not read. */
    public static final long LEGACY_BYTES = 16L * 1024 * 1024;
    /** Bytes of a file of ours; a larger one is not ours. */
    public static final long FILE_BYTES = 64L * 1024 * 1024;

    private Limits() {}
}
