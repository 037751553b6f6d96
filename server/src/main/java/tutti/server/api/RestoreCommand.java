package tutti.server.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tutti.server.store.Copied;
import tutti.server.store.Restore;

/** Makes a data folder of a backup: ends with 0 if it is done, with 1 if not. */
@Command(
        name = "restore",
        description = "Makes the data folder of a server out of a backup. The folder must be empty.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "The backup; it is only read.")
    private Path from = Path.of("");

    @Mixin
    private DataOption options = new DataOption();

    @Override
    public Integer call() {
        Path folder = options.folder();
        try (Ending ending = new Ending()) {
            return end(Restore.run(from, folder, (rows, all) -> !ending.wanted()));
        } catch (IOException failed) {
            spec.commandLine().getErr().println("tutti-server: " + StartFailed.words(failed));
            return FAILED;
        }
    }

    private Integer end(Copied copied) {
        return switch (copied) {
            case Copied.Done done -> {
                String words = "done: " + done.sessions() + " sessions, " + done.rows()
                        + " rows, each read and verified" + Report.legacy(done);
                spec.commandLine().getOut().println(words);
                spec.commandLine().getOut().flush();
                yield 0;
            }
            case Copied.Cancelled _ -> {
                spec.commandLine().getErr().println("tutti-server: it was ended, and nothing is left of it");
                yield FAILED;
            }
        };
    }
}
