package tutti.server.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tutti.model.SessionId;
import tutti.server.store.Trimmed;
import tutti.server.store.Trimming;
import tutti.server.verify.Trimmer;
import tutti.sync.Row;

/** Drops the beginning of a session's history: ends with 0 if it is done or nothing is as old, with 1 if not. */
@Command(
        name = "trim",
        description = {
            "Drops the beginning of one session's history, for ever, as far as a snapshot that is kept allows.",
            "The newest 8,192 edits stay. No server may work in the folder; rewrite makes the file smaller then."
        },
        mixinStandardHelpOptions = true)
final class TrimCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SessionOptions options = new SessionOptions();

    @Option(
            names = "--before",
            paramLabel = "SEQ|YYYY-MM-DD",
            required = true,
            description = "Drops edits before this one, or before that day.")
    private String before = "";

    @Override
    public Integer call() {
        Path folder = options.folder();
        SessionId id = options.session();
        try {
            PrintWriter out = spec.commandLine().getOut();
            out.println(id.text() + ": "
                    + words(Trimmer.run(
                            folder, options.scratch(), id, old(), Instant.now().toEpochMilli())));
            out.flush();
            return 0;
        } catch (IOException failed) {
            spec.commandLine().getErr().println("tutti-server: " + StartFailed.words(failed));
            return FAILED;
        }
    }

    private Predicate<Row> old() {
        try {
            if (before.chars().allMatch(Character::isDigit)) {
                long seq = Long.parseLong(before);
                return row -> row.seq() < seq;
            }
            long day = LocalDate.parse(before)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant()
                    .toEpochMilli();
            return row -> row.wall() < day;
        } catch (NumberFormatException | DateTimeParseException wrong) {
            throw new ParameterException(
                    spec.commandLine(), "--before is no number of an edit and no day: " + before, wrong);
        }
    }

    private static String words(Trimming trimming) {
        return switch (trimming) {
            case Trimming.Done(Trimmed what) ->
                "trimmed " + what.rows() + " edits, up to edit " + what.upTo().seq();
            case Trimming.Nothing(String why) -> "nothing was trimmed: " + why;
        };
    }
}
