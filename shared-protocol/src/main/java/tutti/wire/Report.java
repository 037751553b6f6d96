package tutti.wire;

import java.util.ArrayList;
import java.util.List;

/** Collects what was repaired or could not be held, in words for the person who opens the session. Bounded. */
final class Report {
    /** Lines that are kept; the last says how many more there were. */
    static final int LINES = 100;

    private final List<String> lines = new ArrayList<>();
    private int more;

    void add(String line) {
        if (lines.size() < LINES) {
            lines.add(line);
        } else {
            more++;
        }
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return List.copyOf(all);
    }
}
