package tutti.server.net;

import java.util.Arrays;

/** Durations that a benchmark's client saw. Safe on any thread. */
final class Latencies {
    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1 << 12];
    private int count;

    synchronized void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = time;
    }

    /** All of the other's too. */
    synchronized void take(Latencies other) {
        for (long time : other.sorted()) {
            add(time);
        }
    }

    synchronized void clear() {
        count = 0;
    }

    synchronized int count() {
        return count;
    }

    private synchronized long[] sorted() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The duration under which this share of all lies, in milliseconds. */
    double millis(double share) {
        long[] sorted = sorted();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / NANOS_A_MILLI;
    }
}
