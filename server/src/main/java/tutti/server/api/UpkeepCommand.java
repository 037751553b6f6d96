package tutti.server.api;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What both commands share that ask for upkeep: they end with 0 if it is done, with 1 if not. */
abstract class UpkeepCommand {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption options = new DataOption();

    final Integer ask(String what, String folder) {
        Path chosen = options.folder();
        try {
            String last = new Asking(chosen, this::say).ask(what, folder);
            return end(last);
        } catch (IOException failed) {
            return end("failed " + StartFailed.words(failed));
        }
    }

    private void say(String line) {
        if (line.startsWith("at ")) {
            spec.commandLine().getErr().println(line.substring(3).replace(" ", " of ") + " rows");
        }
    }

    private Integer end(String last) {
        boolean done = last.startsWith("done");
        (done ? spec.commandLine().getOut() : spec.commandLine().getErr())
                .println(done ? last : "tutti-server: " + last.replaceFirst("^failed ", ""));
        spec.commandLine().getOut().flush();
        return done ? 0 : FAILED;
    }
}
