package tutti.server.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tutti.model.SessionId;
import tutti.server.store.Audit;
import tutti.server.verify.Exporter;
import tutti.server.verify.Journey;
import tutti.wire.Codec;

/** Writes one session's history into a file that {@code replay} reads: what to send with a report of a fault. */
@Command(
        name = "export",
        description = "Writes one session's whole history into a file, for `replay`. No server may work in the folder.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The file to be written; it must not be there yet.")
    private Path file = Path.of("");

    @Option(names = "--session", paramLabel = "ID", required = true, description = "Which session.")
    private String session = "";

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the server's data; the usual one.")
    private String data = "";

    @Option(names = "--scratch", paramLabel = "DIR", description = "Where a copy of the store lies meanwhile.")
    private Path scratch = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() {
        Path folder = DataFolder.chosen(spec, data);
        SessionId id = SessionId.parse(session)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "--session is no id: " + session));
        try (Audit audit = Audit.open(folder, scratch)) {
            Journey journey = Exporter.of(audit, id, new Codec());
            write(journey);
            spec.commandLine().getOut().println(file + ": " + journey.rows().size() + " rows of " + id.text());
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IOException failed) {
            spec.commandLine().getErr().println("tutti-server: " + StartFailed.words(failed));
            return FAILED;
        }
    }

    private void write(Journey journey) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            for (Iterator<String> lines = journey.lines().iterator(); lines.hasNext(); ) {
                out.write(lines.next());
                out.write('\n');
            }
        }
    }
}
