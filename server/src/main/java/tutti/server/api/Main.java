package tutti.server.api;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The server's command line. Ends with 0 after SIGTERM, Ctrl+C or when it is empty and was told to end then; with 1 if
 * it cannot start or go on; with 2 on a bad option.
 */
@Command(
        name = "tutti-server",
        description = "Serves the rooms of Tutti.",
        mixinStandardHelpOptions = true,
        version = "tutti-server " + TuttiServer.VERSION,
        subcommands = {
            VerifyCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ReplayCommand.class,
            TrimCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RewriteCommand.class
        })
public final class Main implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int FAILED = 1;
    private static final int MOST_PORT = 65_535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption options = new DataOption();

    @Option(names = "--bind", paramLabel = "ADDR", description = "The address to listen on; loopback. 0.0.0.0 is all.")
    private String bind = InetAddress.getLoopbackAddress().getHostAddress();

    @Option(names = "--http-port", paramLabel = "N", description = "For HTTP; ${DEFAULT-VALUE}. 0 picks one.")
    private int httpPort = Options.HTTP_PORT;

    @Option(names = "--ws-port", paramLabel = "N", description = "For WebSocket; ${DEFAULT-VALUE}. 0 picks one.")
    private int wsPort = Options.WS_PORT;

    @Option(names = "--host", paramLabel = "NAME", description = "A further name under which it may be asked.")
    private Set<String> hosts = new LinkedHashSet<>();

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description = "WebSocket connections at a time; ${DEFAULT-VALUE}.")
    private int maxConnections = tutti.server.net.Config.CONNECTIONS;

    @Option(
            names = "--max-per-address",
            paramLabel = "N",
            description = "Of those, from one address; ${DEFAULT-VALUE}.")
    private int maxPerAddress = tutti.server.net.Config.PER_ADDRESS;

    @Option(names = "--exit-when-empty", description = "End when everybody has left, or nobody came for 30 s.")
    private boolean exitWhenEmpty;

    @Option(names = "--demo", description = "Make the demo session, if it is not there yet.")
    private boolean demo;

    /** The program. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine()
                    .getErr()
                    .println("tutti-server: " + wrong.getMessage() + " (--help lists the options)");
            return CommandLine.ExitCode.USAGE;
        });
        return line;
    }

    @Override
    public Integer call() {
        try {
            return serve(TuttiServer.start(options()));
        } catch (StartFailed e) {
            LOG.debug("cannot start", e);
            spec.commandLine().getErr().println("tutti-server: " + e.getMessage());
            return FAILED;
        }
    }

    private int serve(TuttiServer server) {
        AtomicBoolean running = new AtomicBoolean(true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, running), "tutti-stop"));
        boolean well;
        try (server) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("ready ws=" + server.wsAddress() + " http=" + server.httpAddress());
            Addresses.forOthers(server.http()).forEach(a -> out.println("others join at " + a));
            out.flush();
            well = awaitEnd(server);
        }
        running.set(false);
        return well ? 0 : FAILED;
    }

    /** On a signal, which the system would report as the end. A clean stop is no failure: it is halted with 0. */
    private static void stop(TuttiServer server, AtomicBoolean running) {
        if (running.get()) {
            server.close();
            Runtime.getRuntime().halt(0);
        }
    }

    private static boolean awaitEnd(TuttiServer server) {
        try {
            server.ended().get();
            return true;
        } catch (ExecutionException e) {
            LOG.error("the server cannot go on", e.getCause());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Options options() {
        return new Options(
                options.folder(),
                address(),
                port("--http-port", httpPort),
                port("--ws-port", wsPort),
                exitWhenEmpty,
                demo,
                hosts,
                atLeastOne("--max-connections", maxConnections),
                atLeastOne("--max-per-address", maxPerAddress));
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new ParameterException(spec.commandLine(), "--bind is no address of this machine: " + bind, e);
        }
    }

    private int port(String option, int value) {
        if (value < 0 || value > MOST_PORT) {
            throw new ParameterException(spec.commandLine(), option + " must be from 0 to " + MOST_PORT);
        }
        return value;
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1");
        }
        return value;
    }
}
