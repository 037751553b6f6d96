package tutti.server.api;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Backs a store up, whether a server works on it or not. */
@Command(
        name = "backup",
        description = "Copies one state of all sessions into an empty folder, for restore; a server may run meanwhile.",
        mixinStandardHelpOptions = true)
final class BackupCommand extends UpkeepCommand implements Callable<Integer> {
    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where to; made if it is missing.")
    private Path to = Path.of("");

    @Override
    public Integer call() {
        return ask("backup", to.toAbsolutePath().toString());
    }
}
