package tutti.client.app;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.client.state.Folders;

/**
 * The server that comes with this program, started as a process of its own that goes on when this one ends, and ends
 * itself when its rooms are empty. Blocks.
 */
final class Bundled implements LocalServer.Starter {
    private static final Logger LOG = LoggerFactory.getLogger(Bundled.class);

    private final Places places;
    private final List<String> options;

    /** @param options for the server, such as the address to bind */
    Bundled(Places places, List<String> options) {
        this.places = places;
        this.options = List.copyOf(options);
    }

    @Override
    public BooleanSupplier start(List<String> ports) throws IOException {
        Folders.make(places.root());
        List<String> asked = options.contains("--http-port") ? List.of() : ports;
        ProcessBuilder builder = new ProcessBuilder(detached(command(asked)));
        // By such a variable a packaged launcher knows that it was started already: its sibling is not.
        builder.environment().keySet().removeIf(name -> name.startsWith("_JPACKAGE"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(places.serverLog().toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        LOG.info("started the server of this machine, process {}", process.pid());
        return process::isAlive;
    }

    private List<String> command(List<String> ports) throws IOException {
        String program = System.getProperty("tutti.server.command", "");
        if (program.isEmpty()) {
            throw new IOException("no server is running here, and this program was not told how to start one");
        }
        List<String> command = new ArrayList<>(List.of(windowless(program)));
        Optional.ofNullable(System.getProperty("tutti.server.arguments")).ifPresent(command::add);
        command.addAll(List.of("--data", places.root().toString(), "--exit-when-empty"));
        command.addAll(ports);
        command.addAll(options);
        return command;
    }

    /**
     * A program that has no share in the console of this one, where there is such: on Windows Ctrl+C in a console, and
     * its closing, end all that share it.
     */
    static String windowless(String program) {
        File asked = new File(program);
        File quiet = new File(asked.getParentFile(), "javaw.exe");
        String name = asked.getName().toLowerCase(Locale.ROOT);
        return (name.equals("java") || name.equals("java.exe")) && quiet.exists() ? quiet.getPath() : program;
    }

    /** In a session of its own, so that Ctrl+C in a terminal ends the window only. */
    private static List<String> detached(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (onPath("setsid")) {
            whole.add("setsid");
        } else if (File.separatorChar == '/') {
            whole.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "tutti-server"));
        }
        whole.addAll(command);
        return whole;
    }

    private static boolean onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && new File(folder, program).canExecute()) {
                return true;
            }
        }
        return false;
    }
}
