package tutti.client.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
        /**
         * @param ports where to listen; none means the usual ports
         * @return whether what was started still runs, whenever that is asked
         */
        BooleanSupplier start(List<String> ports) throws IOException;
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
    private final Optional<String> bind;
    private volatile Consumer<Optional<String>> misfit = words -> {};

    /** @param bind the address that it is to listen on, if a person said so */
    LocalServer(Places places, Asker asker, Starter starter, Patience patience, Optional<String> bind) {
        this.places = places;
        this.asker = asker;
        this.starter = starter;
        this.patience = patience;
        this.bind = bind;
    }

    /** Who hears, whenever a server is found, in which way it is not as was asked, and what to do; nothing: it is. */
    void onMisfit(Consumer<Optional<String>> hears) {
        misfit = hears;
    }

    /**
     * Of this machine as it is.
     *
     * @param options for a server that is started
     * @param bind the address that it is to listen on, if a person said so
     */
    static LocalServer of(Places places, ServerHttp http, List<String> options, Optional<String> bind) {
        return new LocalServer(places, http::server, new Bundled(places, options), Patience.OF_MACHINE, bind);
    }

    /** Finds or starts it, for at most 15 s. A start that came to an end is tried again, then on any ports. */
    @Override
    public ServerCard find() throws IOException {
        long begun = patience.millis();
        long again = 0;
        BooleanSupplier coming = () -> false;
        Optional<ServerCard> card = running();
        while (card.isEmpty()) {
            long waited = patience.millis() - begun;
            if (waited > PATIENCE_MILLIS) {
                throw new IOException("the server of this machine does not start; see " + places.serverLog());
            }
            if (waited >= again && !coming.getAsBoolean()) {
                coming = starter.start(again == 0 ? List.of() : ANY_PORT);
                again = waited + START_AGAIN_MILLIS;
            }
            patience.pause(LOOK_EVERY_MILLIS);
            card = running();
        }
        return card.get();
    }

    /**
     * The server that runs here now: a card is believed only when the server that wrote it answers where it says. After
     * a crash that may be another user's.
     */
    Optional<ServerCard> running() {
        Path file = places.serverCard();
        try {
            if (Files.exists(file)
                    && Json.parse(Files.readAllBytes(file), CARD_BYTES) instanceof Parsed.Of<Json>(Json.Obj card)
                    && card.get("http").orElse(card) instanceof Json.Str(String address)) {
                ServerCard found = asker.server(new URI(address));
                if (!isOurs(card, found)) {
                    LOG.info("another server answers at {}, where this machine's was before", address);
                    return Optional.empty();
                }
                misfit.accept(misfit(card));
                return Optional.of(found);
            }
        } catch (IOException | URISyntaxException e) {
            LOG.debug("no server answers on this machine yet", e);
        }
        return Optional.empty();
    }

    /** An older server has no id of its start. */
    private static boolean isOurs(Json.Obj card, ServerCard found) {
        return !(card.get("start").orElse(card) instanceof Json.Str(String start)) || start.equals(found.start());
    }

    /** An older server does not say where it listens. */
    private Optional<String> misfit(Json.Obj card) {
        if (bind.isPresent() && card.get("bind").orElse(card) instanceof Json.Str(String listens)) {
            return bind.filter(wanted -> !same(wanted, listens))
                    .map(wanted -> "The server that runs here listens on " + listens + ", not on " + wanted
                            + ": close every window of Tutti on this machine" + process(card) + ", then start again");
        }
        return Optional.empty();
    }

    private static String process(Json.Obj card) {
        return card.get("pid").orElse(card) instanceof Json.Num(long pid) ? ", or end process " + pid : "";
    }

    private static boolean same(String wanted, String listens) {
        try {
            InetAddress one = InetAddress.getByName(wanted);
            InetAddress other = InetAddress.getByName(listens);
            return one.equals(other) || (one.isAnyLocalAddress() && other.isAnyLocalAddress());
        } catch (UnknownHostException e) {
            LOG.debug("no address of this machine", e);
            return false;
        }
    }
}
