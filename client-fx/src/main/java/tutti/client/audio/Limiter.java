package tutti.client.audio;

/**
 * The room's master limiter. It looks {@value #AHEAD} frames (1.5 ms) ahead, brings the level down in time on a
 * straight line, and lets it up again exponentially; both sides by the same amount. No sample leaves above the
 * ceiling: the gain is the mean of the last {@code AHEAD + 1} envelope values, each at most what the delayed sample
 * needs. The mean is summed in whole numbers, so it does not drift. Audio thread only.
 */
final class Limiter {
    /** Frames by which the sound leaves later than it came. */
    static final int AHEAD = Limits.RATE * 3 / 2_000;

    private static final int WINDOW = AHEAD + 1;
    private static final double ONE = 1L << 30;

    private final float[] delayedLeft = new float[AHEAD];
    private final float[] delayedRight = new float[AHEAD];
    private final long[] envelopes = new long[WINDOW];
    private final double[] least = new double[WINDOW];
    private final long[] leastAt = new long[WINDOW];
    private int first;
    private int waiting;
    private long now;
    private long sum = (long) (ONE * WINDOW);
    private double envelope = 1;
    private float lowest = 1;

    Limiter() {
        java.util.Arrays.fill(envelopes, (long) ONE);
    }

    /** Limits in place; {@code release} is the part of the way that the level comes back each frame. */
    void process(float[] left, float[] right, int frames, double ceiling, double release) {
        lowest = 1;
        for (int i = 0; i < frames; i++) {
            double peak = Math.max(Math.abs(left[i]), Math.abs(right[i]));
            double wanted = least(peak > ceiling ? ceiling / peak : 1);
            envelope = Math.min(wanted, envelope + (1 - envelope) * release);
            float gain = mean((long) (envelope * ONE));
            int at = (int) (now % AHEAD);
            float l = delayedLeft[at] * gain;
            float r = delayedRight[at] * gain;
            delayedLeft[at] = left[i];
            delayedRight[at] = right[i];
            left[i] = l;
            right[i] = r;
            lowest = Math.min(lowest, gain);
            now++;
        }
    }

    private float mean(long next) {
        int at = (int) (now % WINDOW);
        sum += next - envelopes[at];
        envelopes[at] = next;
        return (float) (sum / (ONE * WINDOW));
    }

    /**
     * The least of the last {@code WINDOW} values: a queue from which each value drops those before it that are larger.
     */
    private double least(double value) {
        if (waiting > 0 && leastAt[first] <= now - WINDOW) {
            first = (first + 1) % WINDOW;
            waiting--;
        }
        while (waiting > 0 && least[last()] >= value) {
            waiting--;
        }
        waiting++;
        least[last()] = value;
        leastAt[last()] = now;
        return least[first];
    }

    private int last() {
        return (first + waiting - 1) % WINDOW;
    }

    /** The lowest gain of the last call, 1 if nothing was limited. */
    float lowest() {
        return lowest;
    }
}
