package tutti.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tutti.model.SessionId;
import tutti.music.DemoText;
import tutti.server.http.Facts;
import tutti.server.http.Family;
import tutti.server.http.HttpFront;
import tutti.server.http.Wellness;
import tutti.server.kv.FileSnapshots;
import tutti.server.kv.SnapshotStore;
import tutti.server.net.Config;
import tutti.server.net.Gateway;
import tutti.server.net.HostRule;
import tutti.server.room.Papers;
import tutti.server.room.RoomHost;
import tutti.server.room.StoreBell;
import tutti.server.store.FolderHeld;
import tutti.server.store.H2Journal;
import tutti.server.store.Health;
import tutti.server.store.Journal;
import tutti.server.store.StoreDamaged;

/** A server that serves. This is where its parts are wired together. Any thread. */
public final class TuttiServer implements AutoCloseable {
    /** Of the program; the build's version without its SNAPSHOT. */
    public static final String VERSION = "0.1.0";

    private static final String DEMO = "/tutti/demos/first-light.txt";
    private static final int DEMO_ID = 16;

    private final Closers closers;
    private final InetSocketAddress ws;
    private final InetSocketAddress http;
    private final String start;
    private final CompletableFuture<@Nullable Void> ended;

    private TuttiServer(
            Closers closers,
            InetSocketAddress ws,
            InetSocketAddress http,
            String start,
            CompletableFuture<@Nullable Void> ended) {
        this.closers = closers;
        this.ws = ws;
        this.http = http;
        this.start = start;
        this.ended = ended;
    }

    /**
     * Opens everything; when this returns, it serves. Blocks on store and disk.
     *
     * @throws StartFailed if it cannot; nothing is left open then
     */
    public static TuttiServer start(Options options) throws StartFailed {
        Closers closers = new Closers();
        try {
            return start(options, closers);
        } catch (StartFailed | RuntimeException e) {
            closers.close();
            throw e;
        }
    }

    private static TuttiServer start(Options options, Closers closers) throws StartFailed {
        CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
        StoreBell bell = new StoreBell();
        closers.add(HeapWatch.start()::close);
        H2Journal journal = openJournal(options, bell);
        closers.add(journal::close);
        RoomHost host = openRooms(options, journal, bell);
        closers.add(host::close);
        Gateway gateway = openGateway(options, host, ended);
        closers.add(gateway::close);
        String id = UUID.randomUUID().toString();
        HttpFront http = openHttp(options, journal, host, gateway, id);
        closers.add(http::close);
        TuttiServer server = new TuttiServer(closers, gateway.address(), http.address(), id, ended);
        if (options.exitWhenEmpty()) {
            closers.add(EmptyWatch.start(host, gateway, ended)::close);
        }
        openControl(options, journal, closers);
        ServerCard.write(options, server, closers);
        return server;
    }

    private static H2Journal openJournal(Options options, StoreBell bell) throws StartFailed {
        try {
            return H2Journal.open(options.data(), bell);
        } catch (FolderHeld e) {
            throw new StartFailed(e.getMessage() + ": stop that one, or choose another folder with --data", e);
        } catch (StoreDamaged e) {
            throw new StartFailed(
                    "what lies in " + options.data() + " is damaged, nothing was changed: " + e.damage(), e);
        } catch (IOException e) {
            throw new StartFailed("the folder " + options.data() + " cannot be used: " + StartFailed.words(e), e);
        }
    }

    private static void openControl(Options options, H2Journal journal, Closers closers) throws StartFailed {
        try {
            closers.add(Control.open(options.data(), journal)::close);
        } catch (IOException e) {
            throw new StartFailed("nobody could ask this server for a backup: " + StartFailed.words(e), e);
        }
    }

    private static RoomHost openRooms(Options options, Journal journal, StoreBell bell) throws StartFailed {
        try {
            SnapshotStore files = FileSnapshots.open(options.data().resolve("kv"), Papers.stamps());
            RoomHost host = RoomHost.open(journal, files, bell);
            if (options.demo()) {
                host.demo(new SessionId("demo-" + journal.storeId().substring(0, DEMO_ID)), DemoText.parse(demoText()));
            }
            return host;
        } catch (IOException e) {
            throw new StartFailed("the sessions in " + options.data() + " cannot be read: " + StartFailed.words(e), e);
        }
    }

    private static String demoText() throws IOException {
        try (InputStream text = DemoText.class.getResourceAsStream(DEMO)) {
            if (text == null) {
                throw new IOException("the demo is missing from this program");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Gateway openGateway(Options options, RoomHost host, CompletableFuture<@Nullable Void> ended)
            throws StartFailed {
        InetSocketAddress bind = new InetSocketAddress(options.bind(), options.wsPort());
        Config config =
                new Config(bind, options.maxConnections(), options.maxPerAddress(), new HostRule(options.hosts()));
        try {
            return Gateway.open(config, host.intake(ended::completeExceptionally));
        } catch (IOException e) {
            throw cannotListen(options.bind(), options.wsPort(), "--ws-port", e);
        }
    }

    private static HttpFront openHttp(Options options, Journal journal, RoomHost host, Gateway gateway, String start)
            throws StartFailed {
        List<Supplier<Family>> metrics = new ArrayList<>(Metrics.gateway(gateway));
        metrics.addAll(Metrics.rooms(host));
        metrics.addAll(Metrics.store(journal));
        int wsPort = gateway.address().getPort();
        Facts facts = new Facts(VERSION, tutti.sync.Limits.PROTOCOL, wsPort, Config.PATH, start);
        HttpFront.Content content = new HttpFront.Content(host.api(), facts, () -> wellness(journal.health()), metrics);
        try {
            InetSocketAddress bind = new InetSocketAddress(options.bind(), options.httpPort());
            return HttpFront.open(bind, new HostRule(options.hosts()), content);
        } catch (IOException e) {
            throw cannotListen(options.bind(), options.httpPort(), "--http-port", e);
        }
    }

    private static Wellness wellness(Health health) {
        return switch (health) {
            case Health.Well _ -> new Wellness(true, "all is well");
            case Health.Low _ -> new Wellness(true, "the disk is nearly full");
            case Health.Down _ -> new Wellness(false, "the store cannot write; it tries to come back");
        };
    }

    private static StartFailed cannotListen(InetAddress bind, int port, String option, IOException cause) {
        String address = Addresses.of(bind, port);
        boolean taken =
                cause instanceof BindException && StartFailed.words(cause).contains("in use");
        return taken
                ? new StartFailed(address + " is in use by another program: choose another port with " + option, cause)
                : new StartFailed("cannot listen on " + address + ": " + StartFailed.words(cause), cause);
    }

    /** Where WebSocket listens. */
    public InetSocketAddress ws() {
        return ws;
    }

    /** Where HTTP listens. */
    public InetSocketAddress http() {
        return http;
    }

    /** {@code ws://host:port/ws}, as this machine reaches it. */
    public String wsAddress() {
        return "ws://" + Addresses.reachable(ws) + Config.PATH;
    }

    /** A random id of this start. */
    String startId() {
        return start;
    }

    /** {@code http://host:port}, as this machine reaches it. */
    public String httpAddress() {
        return "http://" + Addresses.reachable(http);
    }

    /**
     * Completed when it should end by itself: normally when it is empty and was told to, exceptionally when it cannot
     * serve any longer. It has to be closed all the same.
     */
    public CompletableFuture<@Nullable Void> ended() {
        return ended.copy();
    }

    /**
     * Takes nothing more, pays what is owed to the KV, closes the store. Blocks until that is done, at most about a
     * minute. May be called again.
     */
    @Override
    public void close() {
        closers.close();
    }
}
