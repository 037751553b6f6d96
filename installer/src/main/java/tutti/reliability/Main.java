package tutti.reliability;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The last part of {@code ./tutti reliability}: reads what the suites said and writes the page. */
public final class Main {
    private static final int NOTHING = 1;

    private Main() {}

    /** Takes the root of the sources and the form that was run, {@code long} or {@code short}. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        List<Trial> trials = trials(root);
        if (trials.isEmpty()) {
            System.err.println("tutti: no suite said what it survived");
            System.exit(NOTHING);
        }
        Path file = root.resolve("docs").resolve("reliability.md");
        Page page = new Page(Files.readString(file))
                .with(trials, arguments[1], LocalDate.now(ZoneOffset.UTC), Machine.here());
        Files.writeString(file, page.written());
        System.out.println("tutti: " + Trial.longest(trials).size() + " faults stand in " + root.relativize(file));
    }

    /** What the suites of all modules printed. */
    static List<Trial> trials(Path root) throws IOException {
        List<Trial> trials = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path module : modules) {
                Path reports = module.resolve("target").resolve("surefire-reports");
                if (Files.isDirectory(reports)) {
                    read(reports, trials);
                }
            }
        }
        return trials;
    }

    private static void read(Path reports, List<Trial> trials) throws IOException {
        try (DirectoryStream<Path> outputs = Files.newDirectoryStream(reports, "*-output.txt")) {
            for (Path output : outputs) {
                Files.readAllLines(output).forEach(line -> Trial.of(line).ifPresent(trials::add));
            }
        }
    }
}
