package tutti.server.api;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which folder a command looks at, and where it copies the store to for that. */
class CopyOptions extends DataOption {
    @Option(names = "--scratch", paramLabel = "DIR", description = "Where a copy of the store lies meanwhile.")
    private Path scratch = Path.of(System.getProperty("java.io.tmpdir"));

    final Path scratch() {
        return scratch;
    }
}
