package tutti.wire;

import java.util.ArrayList;
import java.util.List;
import tutti.model.Texts;

/** Collects what was repaired or could not be held, in words for the person who opens the session. Bounded. */
final class Report {
    /** Lines that are kept; the last says how many more there were. */
    static final int LINES = 100;

    private final List<String> lines = new ArrayList<>();
    private int more;

    /** Characters of a line; what is longer is cut. */
    static final int LINE = 200;

    void add(String line) {
        if (lines.size() < LINES) {
            lines.add(cut(line));
        } else {
            more++;
        }
    }

    /** Names in it may be of any length and hold anything. */
    private static String cut(String line) {
        StringBuilder clean = new StringBuilder();
        line.codePoints()
                .filter(point -> Texts.clean(Character.toString(point), 2))
                .limit(LINE / 2 + LINE / 4)
                .forEach(clean::appendCodePoint);
        return clean.length() <= LINE ? clean.toString() : clean.substring(0, LINE);
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return List.copyOf(all);
    }
}
