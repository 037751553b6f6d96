package tutti.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page of faults")
class PageTest {
    private static final Trial KILL =
            new Trial("kill -9", "SIGKILL", 20, OptionalLong.of(4_000), 0, "p50 900 ms, max 1,200 ms");
    private static final Machine MACHINE = new Machine(2, 8L << 30, "Linux 6.1 (amd64)", "JDK 25");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    @Test
    @DisplayName("takes a line of seven cells that begins with the word, and no other")
    void lines() {
        assertEquals(Optional.of(KILL), Trial.of("fault\tkill -9\tSIGKILL\t20\t4000\t0\tp50 900 ms, max 1,200 ms"));
        assertEquals(
                "| upgrade | cut off | 26 | - | 0 | - |",
                Trial.of("fault\tupgrade\tcut off\t26\t-\t0\t-").orElseThrow().row());
        assertEquals(Optional.empty(), Trial.of("fault kill -9 SIGKILL 20 4000 0 -"));
        assertEquals(Optional.empty(), Trial.of("faults\tkill -9\tSIGKILL\t20\t4000\t0\t-"));
        assertEquals(Optional.empty(), Trial.of("fault\tkill -9\tSIGKILL\t20\t4000\t0"));
        assertThrows(NumberFormatException.class, () -> Trial.of("fault\tkill -9\tSIGKILL\toften\t4000\t0\t-"));
    }

    @Test
    @DisplayName("keeps what a person wrote and replaces the table, with date and machine")
    void renewed() {
        Page page = new Page("# Title\n\nProse.\n\n" + Page.MARK + "an older table\n");
        assertEquals(
                "# Title\n\nProse.\n\n" + Page.MARK + """

                        The short form, run on 2026-01-02; 2 cores, 8 GiB of memory, Linux 6.1 (amd64), JDK 25.

                        | fault | how it is made | times | acknowledged edits | lost | back after |
                        |---|---|---:|---:|---:|---|
                        | kill -9 | SIGKILL | 20 | 4,000 | 0 | p50 900 ms, max 1,200 ms |
                        """,
                page.with(List.of(KILL), "short", DAY, MACHINE).written());
    }

    @Test
    @DisplayName("shows of each fault the longest trial")
    void longest() {
        Trial more = new Trial("kill -9", "SIGKILL", 100, OptionalLong.of(20_000), 0, "-");
        Trial other = new Trial("Disk full", "a small disk", 1, OptionalLong.empty(), 0, "-");
        assertEquals(List.of(other, more), Trial.longest(List.of(KILL, more, other)));
    }

    @Test
    @DisplayName("is not overwritten where nothing says what a person wrote")
    void unmarked() {
        Page page = new Page("# Title\n");
        assertThrows(IllegalArgumentException.class, () -> page.with(List.of(KILL), "short", DAY, MACHINE));
    }

    @Test
    @DisplayName("is made from what the suites of every module printed")
    void found(@TempDir Path root) throws IOException {
        for (String module : List.of("one", "two")) {
            Path reports = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
            Files.writeString(reports.resolve("A-output.txt"), "noise\nfault\t" + module + "\thow\t1\t2\t0\t-\n");
            Files.writeString(reports.resolve("A.txt"), "fault\tother\thow\t1\t2\t0\t-\n");
        }
        assertEquals(
                List.of("one", "two"),
                Main.trials(root).stream().map(Trial::fault).sorted().toList());
    }

    @Test
    @DisplayName("stands in the papers as it writes itself: date, machine, and rows by name with nothing lost")
    void there() throws IOException {
        Path file = Path.of(System.getProperty("tutti.root")).resolve("docs/reliability.md");
        String[] parts = Files.readString(file).split(Page.MARK, -1);
        assertEquals(2, parts.length, "the mark stands there once");
        List<String> lines = parts[1].lines().toList();
        String form = "The (short|long) form, run on \\d{4}-\\d\\d-\\d\\d; "
                + "\\d+ cores, \\d+ GiB of memory, [^,;]+ \\([^,;]+\\), JDK [^ ,;]+\\.";
        assertTrue(lines.get(1).matches(form), lines.get(1));
        List<String> empty = new Page(Page.MARK)
                .with(List.of(KILL), "short", DAY, MACHINE)
                .written()
                .lines()
                .toList();
        assertEquals(empty.subList(3, 6), lines.subList(2, 5));
        List<String> faults = new ArrayList<>();
        for (String row : lines.subList(5, lines.size())) {
            assertTrue(row.matches("\\|( [^|]+ \\|){2} [\\d,]+ \\| (-|[\\d,]+) \\| 0 \\| [^|]+ \\|"), row);
            faults.add(row.split(" \\| ")[0]);
        }
        assertEquals(faults.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), faults);
    }
}
