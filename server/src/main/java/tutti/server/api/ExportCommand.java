package tutti.server.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tutti.model.SessionId;
import tutti.server.store.Audit;
import tutti.server.store.FolderHeld;

/**
 * Writes one session's history into a file that {@code replay} reads: what to send with a report of a fault. Where a
 * server works in the folder, it is asked to.
 */
@Command(
        name = "export",
        description = "Writes one session's whole history into a file, for `replay`; a server may run meanwhile.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The file to be written; it must not be there yet.")
    private Path file = Path.of("");

    @Mixin
    private SessionOptions options = new SessionOptions();

    @Override
    public Integer call() {
        Path folder = options.folder();
        SessionId id = options.session();
        try {
            return end(exported(folder, id));
        } catch (IOException failed) {
            return end("failed " + StartFailed.words(failed));
        }
    }

    private String exported(Path folder, SessionId id) throws IOException {
        try (Audit audit = Audit.open(folder, options.scratch())) {
            return Report.exported(audit, id, file);
        } catch (FolderHeld running) {
            String what = id.text() + " " + file.toAbsolutePath();
            return new Asking(folder, line -> {}).askRunning("export", what, running);
        }
    }

    private Integer end(String last) {
        boolean done = last.startsWith(Report.DONE);
        (done ? spec.commandLine().getOut() : spec.commandLine().getErr())
                .println(
                        done
                                ? file + ": " + last.substring(Report.DONE.length())
                                : "tutti-server: " + last.replaceFirst("^failed ", ""));
        spec.commandLine().getOut().flush();
        return done ? 0 : FAILED;
    }
}
