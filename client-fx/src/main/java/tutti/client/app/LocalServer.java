package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.wire.Json;
import tutti.wire.Parsed;

/** The server of this machine: the one that runs on the data folder, or one that is started for it. Blocks. */
final class LocalServer implements Home.Finder {
    /** Who answers at an address. */
    interface Asker {
        /** @throws IOException in words, if no server of ours answers there */
        ServerCard server(URI http) throws IOException;
    }

    /** Starts a server on the folder, which writes its card there when it serves. */
    interface Starter {
        /** @param ports where to listen; none means the usual ports */
        void start(List<String> ports) throws IOException;
    }

    /** The time of this machine, as one who waits has it. */
    interface Patience {
        long millis();

        /** @throws IOException if whoever waits is not to wait any more */
        void pause(long millis) throws IOException;
    }

    static final long PATIENCE_MILLIS = 15_000;
    static final List<String> ANY_PORT = List.of("--http-port", "0", "--ws-port", "0");

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long START_AGAIN_MILLIS = 3_000;
    private static final int CARD_BYTES = 16 * 1024;

    private final Places places;
    private final Asker asker;
    private final Starter starter;
    private final Patience patience;

    LocalServer(Places places, Asker asker, Starter starter, Patience patience) {
        this.places = places;
        this.asker = asker;
        this.starter = starter;
        this.patience = patience;
    }

    /**
     * Of this machine as it is.
     *
     * @param options for a server that is started, such as the address to bind
     */
    static LocalServer of(Places places, ServerHttp http, List<String> options) {
        return new LocalServer(places, http::server, new Bundled(places, options), new Waiting());
    }

    /** Finds or starts it, for at most 15 s. A start that leads to nothing is tried again, then on any ports. */
    @Override
    public ServerCard find() throws IOException {
        long begun = patience.millis();
        long again = 0;
        Optional<ServerCard> card = running();
        while (card.isEmpty()) {
            long waited = patience.millis() - begun;
            if (waited > PATIENCE_MILLIS) {
                throw new IOException("the server of this machine does not start; see " + places.serverLog());
            }
            if (waited >= again) {
                starter.start(again == 0 ? List.of() : ANY_PORT);
                again = waited + START_AGAIN_MILLIS;
            }
            patience.pause(LOOK_EVERY_MILLIS);
            card = running();
        }
        return card.get();
    }

    /** The server that runs here now: a card is believed only when somebody answers where it says. */
    Optional<ServerCard> running() {
        Path file = places.serverCard();
        try {
            if (Files.exists(file)
                    && Json.parse(Files.readAllBytes(file), CARD_BYTES) instanceof Parsed.Of<Json>(Json.Obj card)
                    && card.get("http").orElse(card) instanceof Json.Str(String address)) {
                return Optional.of(asker.server(new URI(address)));
            }
        } catch (IOException | URISyntaxException e) {
            LOG.debug("no server answers on this machine yet", e);
        }
        return Optional.empty();
    }

    /** Waits by the system's clock. */
    private record Waiting() implements Patience {
        @Override
        public long millis() {
            return System.nanoTime() / 1_000_000;
        }

        @Override
        public void pause(long millis) throws IOException {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the server", e);
            }
        }
    }
}
