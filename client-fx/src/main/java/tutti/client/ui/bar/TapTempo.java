package tutti.client.ui.bar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** Tempo from taps: the mean of the last beats. */
final class TapTempo {
    private static final int NEEDED = 4;
    private static final int KEPT = 8;
    private static final long PAUSE_NANOS = 2_500_000_000L;
    private static final double CENTI_BPM_NANOS = 60e9 * 100;

    private final Deque<Long> taps = new ArrayDeque<>();

    /** A tap at {@code now} nanoseconds; centi-BPM from the fourth tap on. */
    OptionalInt tap(long now) {
        if (!taps.isEmpty() && now - taps.getLast() > PAUSE_NANOS) {
            taps.clear();
        }
        taps.addLast(now);
        if (taps.size() > KEPT) {
            taps.removeFirst();
        }
        if (taps.size() < NEEDED) {
            return OptionalInt.empty();
        }
        double beat = (now - taps.getFirst()) / (taps.size() - 1.0);
        return OptionalInt.of((int) Math.round(CENTI_BPM_NANOS / beat));
    }
}
