package tutti.client.app;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.wire.Json;
import tutti.wire.Parsed;

/**
 * The server of this machine: the one that runs on the data folder, or one that is started for it, as a process of its
 * own that goes on when this one ends, and ends itself when its rooms are empty. Blocks.
 */
final class LocalServer {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final long PATIENCE_MILLIS = 15_000;
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long START_AGAIN_MILLIS = 3_000;
    private static final List<String> ANY_PORT = List.of("--http-port", "0", "--ws-port", "0");
    private static final int CARD_BYTES = 16 * 1024;

    private final Places places;
    private final ServerHttp http;
    private final List<String> options;

    /** @param options for the server, such as the address to bind */
    LocalServer(Places places, ServerHttp http, List<String> options) {
        this.places = places;
        this.http = http;
        this.options = List.copyOf(options);
    }

    /** Finds or starts it, for at most 15 s. @throws IOException in words, if that fails */
    ServerCard findOrStart() throws IOException {
        long begun = System.nanoTime();
        long started = Long.MIN_VALUE;
        Optional<ServerCard> card = find();
        while (card.isEmpty()) {
            long waited = (System.nanoTime() - begun) / 1_000_000;
            if (waited > PATIENCE_MILLIS) {
                throw new IOException("the server of this machine does not start; see " + places.serverLog());
            }
            if (started == Long.MIN_VALUE || waited - started > START_AGAIN_MILLIS) {
                start(started == Long.MIN_VALUE || options.contains("--http-port") ? List.of() : ANY_PORT);
                started = waited;
            }
            pause();
            card = find();
        }
        return card.get();
    }

    /** The server that runs here now. */
    Optional<ServerCard> find() {
        try {
            if (!Files.exists(places.serverCard())) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(places.serverCard());
            if (Json.parse(bytes, CARD_BYTES) instanceof Parsed.Of<Json>(Json.Obj card)
                    && card.get("http").orElse(card) instanceof Json.Str(String address)) {
                return Optional.of(http.server(URI.create(address)));
            }
        } catch (IOException e) {
            LOG.debug("no server answers on this machine yet", e);
        }
        return Optional.empty();
    }

    /** @param ports where to listen, if not on the usual ports: another program may have those */
    private void start(List<String> ports) throws IOException {
        Files.createDirectories(places.root());
        ProcessBuilder builder = new ProcessBuilder(detached(command(ports)));
        // By such a variable a packaged launcher knows that it was started already: its sibling is not.
        builder.environment().keySet().removeIf(name -> name.startsWith("_JPACKAGE"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(places.serverLog().toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        LOG.info("started the server of this machine, process {}", process.pid());
    }

    private List<String> command(List<String> ports) throws IOException {
        String program = System.getProperty("tutti.server.command", "");
        if (program.isEmpty()) {
            throw new IOException("no server is running here, and this program was not told how to start one");
        }
        List<String> command = new ArrayList<>(List.of(program));
        Optional.ofNullable(System.getProperty("tutti.server.arguments")).ifPresent(command::add);
        command.addAll(List.of("--data", places.root().toString(), "--exit-when-empty"));
        command.addAll(ports);
        command.addAll(options);
        return command;
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

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the server", e);
        }
    }
}
