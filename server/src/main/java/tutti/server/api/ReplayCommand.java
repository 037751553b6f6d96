package tutti.server.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tutti.server.verify.Journey;
import tutti.server.verify.Law;
import tutti.server.verify.Replaying;
import tutti.wire.Codec;
import tutti.wire.Documents;

/**
 * Does a history again that somebody sent, and holds every row against every law. Ends with 0 if all hold, with 3 if
 * one is broken, with 1 if the file cannot be read.
 */
@Command(
        name = "replay",
        description = "Does an exported history again and says which row breaks which law.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int BROKEN = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A history as `export` writes it.")
    private Path file = Path.of("");

    @Option(names = "--bisect", paramLabel = "LAW", description = "Finds the first row that breaks this law alone.")
    private String bisect = "";

    @Override
    public Integer call() {
        Optional<Law> law = bisect.isEmpty() ? Optional.empty() : Optional.of(law());
        try {
            Journey journey = Journey.read(Files.readAllLines(file), new Codec());
            Replaying replaying = new Replaying(journey);
            return law.isPresent() ? first(replaying, law.get()) : all(journey, replaying.all());
        } catch (CharacterCodingException other) {
            return failed(file + ": is not UTF-8, so no history that was exported");
        } catch (IOException failed) {
            return failed(StartFailed.words(failed));
        } catch (Journey.Unreadable unreadable) {
            return failed(file + ": " + unreadable.getMessage());
        }
    }

    private Law law() {
        String names = Arrays.stream(Law.values()).map(Law::tag).collect(Collectors.joining(", "));
        return Law.of(bisect)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--bisect knows no law " + bisect + "; there are " + names));
    }

    private int failed(String words) {
        spec.commandLine().getErr().println("tutti-server: " + words);
        return FAILED;
    }

    private int first(Replaying replaying, Law law) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Replaying.Break> found = replaying.first(law);
        out.println(found.map(ReplayCommand::words).orElse("all rows keep the law “" + law.words() + "”"));
        out.flush();
        return found.isPresent() ? BROKEN : 0;
    }

    private int all(Journey journey, Replaying.Told told) {
        PrintWriter out = spec.commandLine().getOut();
        told.breaks().forEach(one -> out.println(words(one)));
        journey.trimmed()
                .ifPresent(gone -> out.println(journey.session().text() + ": " + gone.rows() + " rows, up to "
                        + gone.seq() + ", were trimmed before it was exported"));
        out.println(journey.session().text() + ": " + journey.rows().size() + " rows, done again up to "
                + told.end().seq() + ", chain " + told.end().chain().hex() + ", document "
                + Documents.hash(told.end().session())
                + (told.breaks().isEmpty() ? "; every law holds" : ""));
        out.flush();
        return told.breaks().isEmpty() ? 0 : BROKEN;
    }

    private static String words(Replaying.Break one) {
        String what = one.law()
                .map(law -> "breaks the law “" + law.words() + "” (" + law.tag() + "): ")
                .orElse("");
        return "row " + one.seq() + ": " + what + one.why();
    }
}
