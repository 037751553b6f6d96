package tutti.music;

/** Bounds of musical time. Within them, and for years beyond, every tick and microsecond is exact and fits 53 bits. */
public final class Limits {
    /** Tempo changes that are remembered; with a change on every beat, a minute at 64 BPM. */
    public static final int SEGMENTS = 64;
    /** Microseconds of room time that a client can bring back, before or after 0: almost nine years. */
    public static final long MICROS = 1L << 48;
    /** Ticks of a run that a client can bring back, before or after its first beat: 14 years at the fastest tempo. */
    public static final long TICKS = 1L << 51;

    private Limits() {}
}
