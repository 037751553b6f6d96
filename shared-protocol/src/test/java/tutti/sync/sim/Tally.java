package tutti.sync.sim;

import java.util.Map;
import java.util.TreeMap;

/** What happened how often: shows that a simulation meets what it is for. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        add(what, 1);
    }

    void add(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
