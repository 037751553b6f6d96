package tutti.reliability;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A fault that was survived, as its suite says it once it has passed: a line of the word {@code fault} and these,
 * between tabs.
 *
 * @param injected how the fault was made
 * @param times how often
 * @param acknowledged edits that had been acknowledged; none where it is not about edits
 * @param lost how many of those were lost
 * @param recovery how long it took to be well again, in words
 */
record Trial(String fault, String injected, long times, OptionalLong acknowledged, long lost, String recovery) {
    private static final String WORD = "fault";
    private static final int CELLS = 7;

    /** What a line says, if it is one of these. */
    static Optional<Trial> of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS || !cells[0].equals(WORD)) {
            return Optional.empty();
        }
        return Optional.of(new Trial(
                cells[1],
                cells[2],
                Long.parseLong(cells[3]),
                cells[4].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[4])),
                Long.parseLong(cells[5]),
                cells[6]));
    }

    /** Of each fault the trial that was repeated most, by name: a long run holds the short ones too. */
    static List<Trial> longest(List<Trial> trials) {
        return trials.stream().collect(Collectors.groupingBy(Trial::fault)).values().stream()
                .map(same -> same.stream()
                        .max(Comparator.comparingLong(Trial::times))
                        .orElseThrow())
                .sorted(Comparator.comparing(Trial::fault, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** As a row of the table. */
    String row() {
        String edits = acknowledged.isPresent() ? "%,d".formatted(acknowledged.getAsLong()) : "-";
        return "| %s | %s | %,d | %s | %d | %s |".formatted(fault, injected, times, edits, lost, recovery);
    }
}
