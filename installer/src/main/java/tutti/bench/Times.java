package tutti.bench;

import java.util.Arrays;

/** Measured times in nanoseconds. For one thread. */
public final class Times {

    private long[] nanos = new long[1024];
    private int count;

    /** Adds one. */
    public void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = time;
    }

    /** How many were added. */
    public int count() {
        return count;
    }

    /**
     * The time that this share of all does not exceed, by the nearest rank.
     *
     * @param percent above 0, at most 100
     */
    public long percentile(double percent) {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(percent / 100 * count) - 1, 0, count - 1)];
    }
}
