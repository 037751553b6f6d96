package tutti.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tutti.model.Texts;

/**
 * Collects what was repaired or could not be held, in words for the person who opens the session. What is said again
 * stands once, with how often. Bounded.
 */
final class Report {
    /** Lines that are kept; one more says how many things there were besides. */
    static final int LINES = 100;
    /** Characters of a line; what is longer is cut. */
    static final int LINE = 200;
    /** Characters of them that " (2048 times)" may need. */
    private static final int TIMES = 20;

    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private int more;

    void add(String line) {
        String cut = cut(line);
        if (lines.size() < LINES || lines.containsKey(cut)) {
            lines.merge(cut, 1, Integer::sum);
        } else {
            more++;
        }
    }

    /** Names in it may be of any length and hold anything. */
    private static String cut(String line) {
        StringBuilder clean = new StringBuilder();
        line.codePoints()
                .filter(point -> Texts.clean(Character.toString(point), 2))
                .filter(point -> clean.length() + Character.charCount(point) <= LINE - TIMES)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    List<String> lines() {
        List<String> all = new ArrayList<>();
        lines.forEach((line, times) -> all.add(times == 1 ? line : line + " (" + times + " times)"));
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return List.copyOf(all);
    }
}
