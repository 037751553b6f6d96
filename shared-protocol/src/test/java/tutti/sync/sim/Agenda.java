package tutti.sync.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen when, in microseconds of simulated time. What is due at the same time happens as it was entered. */
final class Agenda {
    private record Entry(long at, long order, Runnable what) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
    private long now;
    private long order;

    long now() {
        return now;
    }

    void at(long when, Runnable what) {
        entries.add(new Entry(Math.max(now, when), order++, what));
    }

    void in(long delay, Runnable what) {
        at(now + delay, what);
    }

    /** Lets everything happen that is due until {@code end}. */
    void runUntil(long end) {
        while (!entries.isEmpty() && entries.peek().at() <= end) {
            Entry entry = entries.remove();
            now = entry.at();
            entry.what().run();
        }
        now = end;
    }
}
