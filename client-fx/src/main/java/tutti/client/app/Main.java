package tutti.client.app;

import javafx.application.Application;
import picocli.CommandLine;

/** Starts the window. Not an {@code Application} itself, so that JavaFX may lie on the module path alone. */
public final class Main {
    private Main() {}

    /** See {@code --help}. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Options());
        try {
            line.parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            System.err.println("tutti: " + e.getMessage() + "; see --help");
            System.exit(2);
        }
        if (line.isUsageHelpRequested()) {
            line.usage(System.out);
        } else if (line.isVersionHelpRequested()) {
            line.printVersionHelp(System.out);
        } else {
            Application.launch(FxApp.class, args);
        }
    }
}
