package tutti.client.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Application;
import picocli.CommandLine;
import tutti.client.state.Folders;

/** Starts the window. Not an {@code Application} itself, so that JavaFX may lie on the module path alone. */
public final class Main {
    /** Exit code: what was asked for cannot be. */
    private static final int WRONG = 2;

    private Main() {}

    /** See {@code --help}. */
    public static void main(String[] args) {
        int code = run(args, System.out, System.err, given -> Application.launch(FxApp.class, given));
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The exit code; what is wrong is said in one line. */
    static int run(String[] args, PrintStream out, PrintStream err, Consumer<String[]> launch) {
        Options options = new Options();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            err.println("tutti: " + e.getMessage() + "; see --help");
            return WRONG;
        }
        if (line.isUsageHelpRequested()) {
            line.usage(out);
        } else if (line.isVersionHelpRequested()) {
            line.printVersionHelp(out);
        } else if (writable(options.places().client())) {
            launch.accept(args);
        } else {
            err.println("tutti: nothing can be kept in " + options.places().root()
                    + ": it is no folder, or this user may not write there; choose another with --data");
            return WRONG;
        }
        return 0;
    }

    private static boolean writable(Path folder) {
        try {
            Folders.make(folder);
            Files.delete(Files.createTempFile(folder, "try", ".tmp"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
