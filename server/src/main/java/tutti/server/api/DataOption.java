package tutti.server.api;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which folder a command is about. */
class DataOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of its data; the system's usual one.")
    private String data = "";

    final Path folder() {
        return DataFolder.chosen(spec, data);
    }

    final CommandSpec spec() {
        return spec;
    }
}
