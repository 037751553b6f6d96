package tutti.client.audio;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Levels for the screen. The audio thread raises peaks, whoever draws takes them down again; a lost update is a meter
 * that is a frame late. Any thread, no lock, no allocation. All values are linear, 1 is full scale.
 */
public final class Meters {
    private static final int MASTER = Limits.SLOTS;
    private static final int MINE = MASTER + 1;
    private static final int ALL = MINE + 1;
    /** A level falls by 63 % in 150 ms, half way between a peak and a VU meter. */
    private static final double FALL = 0.15 * Limits.RATE;

    private final AtomicIntegerArray peaks = new AtomicIntegerArray(ALL);
    private final AtomicIntegerArray squares = new AtomicIntegerArray(ALL);
    private final AtomicIntegerArray limited = new AtomicIntegerArray(1);

    /** The highest peak of a track, by {@link Score#slot}, since it was last asked for; after its fader. */
    public float takePeak(int slot) {
        return Float.intBitsToFloat(peaks.getAndSet(slot, 0));
    }

    /** The effective level (RMS) of a track now, by {@link Score#slot}. */
    public float rms(int slot) {
        return (float) Math.sqrt(Float.intBitsToFloat(squares.get(slot)));
    }

    /** The highest peak of the room's master, behind its limiter, since it was last asked for. */
    public float takeMasterPeak() {
        return takePeak(MASTER);
    }

    /** The highest peak of what I hear, behind my own level, since it was last asked for. */
    public float takeMyPeak() {
        return takePeak(MINE);
    }

    /** By how much the limiter lowered the level at most since it was last asked for: 0 = not at all, 0.5 = by half. */
    public float takeLimited() {
        return Float.intBitsToFloat(limited.getAndSet(0, 0));
    }

    void track(int slot, float peak, float square, int frames) {
        raise(peaks, slot, peak);
        float mean = square / (2 * frames);
        float now = Float.intBitsToFloat(squares.get(slot));
        float next = now + (mean - now) * (float) Math.min(1, frames / FALL);
        squares.set(slot, Float.floatToRawIntBits(next < 1e-12f ? 0 : next));
    }

    void master(float[] left, float[] right, int frames, float lowest) {
        measure(MASTER, left, right, 0, frames);
        raise(limited, 0, 1 - lowest);
    }

    void mine(float[] left, float[] right, int at, int frames) {
        measure(MINE, left, right, at, frames);
    }

    private void measure(int slot, float[] left, float[] right, int at, int frames) {
        float peak = 0;
        float square = 0;
        for (int i = at; i < at + frames; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
            square += left[i] * left[i] + right[i] * right[i];
        }
        track(slot, peak, square, frames);
    }

    /** The bits of positive floats stand in the order of the floats. */
    private static void raise(AtomicIntegerArray levels, int at, float level) {
        int bits = Float.floatToRawIntBits(Math.max(0, level));
        if (bits > levels.get(at)) {
            levels.set(at, bits);
        }
    }
}
