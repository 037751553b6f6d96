package tutti.server.store;

import java.util.Arrays;
import tutti.server.net.Figures;

/** Durations that a benchmark saw. Safe on any thread. */
final class Times {
    private long[] nanos = new long[1 << 16];
    private int count;

    synchronized void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = time;
    }

    synchronized int count() {
        return count;
    }

    /** The duration under which this share of all lies. */
    synchronized double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, Math.floor(count * share))] / 1e6;
    }

    void say(Figures figures, String name) {
        figures.say(name + ".p50", millis(0.5), "ms");
        figures.say(name + ".p99", millis(0.99), "ms");
        figures.say(name + ".max", millis(1), "ms");
    }
}
