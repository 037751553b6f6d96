package tutti.music;

/**
 * A stretch of steady tempo: from {@code startTick}, which falls at room time {@code startMicros}, the music runs at
 * {@code centiBpm} hundredths of a quarter note a minute.
 */
public record Segment(long startTick, long startMicros, int centiBpm) {
    /** Microseconds of a tick are {@code MICROS / (TICKS · centiBpm)}: 6·10⁹ / (1,008,000 · centiBpm). */
    private static final long MICROS = 125_000;

    private static final long TICKS = 21;

    /** Frames of a tick are {@code FRAMES / (FRAME_TICKS · centiBpm)}: 288·10⁶ / (1,008,000 · centiBpm), 48 kHz. */
    private static final long FRAMES = 2_000;

    private static final long FRAME_TICKS = 7;

    /** @throws IllegalArgumentException if the tempo is not positive */
    public Segment {
        if (centiBpm <= 0) {
            throw new IllegalArgumentException("tempo must be positive: " + centiBpm);
        }
    }

    /** The first whole microsecond at or after the exact moment of {@code tick}. */
    long microsAt(long tick) {
        return startMicros + Exact.ceilScale(tick - startTick, MICROS, TICKS * centiBpm);
    }

    /** The last tick whose exact moment is at or before {@code micros}. */
    long tickAt(long micros) {
        return startTick + Exact.floorScale(micros - startMicros, TICKS * centiBpm, MICROS);
    }

    /** The frame in which the exact moment of {@code tick} falls: {@code floor(seconds · 48,000)}. */
    long frameAt(long tick) {
        long den = FRAME_TICKS * centiBpm;
        long whole = Math.floorDiv(tick - startTick, den);
        long part = Math.floorMod(tick - startTick, den) * FRAMES * Timeline.MICROS_PER_MS;
        long origin = startMicros * Timeline.FRAMES_PER_MS;
        return Math.floorDiv(origin, Timeline.MICROS_PER_MS)
                + whole * FRAMES
                + Math.floorDiv(
                        Math.floorMod(origin, Timeline.MICROS_PER_MS) * den + part, den * Timeline.MICROS_PER_MS);
    }

    /** The first tick whose frame is {@code frame} or a later one. */
    long firstTickFrom(long frame) {
        long milliFrames = frame * Timeline.MICROS_PER_MS - startMicros * Timeline.FRAMES_PER_MS;
        return startTick + Exact.ceilScale(milliFrames, FRAME_TICKS * centiBpm, FRAMES * Timeline.MICROS_PER_MS);
    }
}
