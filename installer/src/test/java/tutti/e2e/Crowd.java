package tutti.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tutti.client.state.Status;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.wire.Documents;
import tutti.wire.Stamp;

/** Four clients over eight sessions, each client in four of them and each pair of clients somewhere together. */
final class Crowd implements AutoCloseable {
    private static final List<String> CLIENTS = List.of("ann", "bob", "cas", "dee");
    private static final int SESSIONS = 8;
    /** Each of the eight has two in it. */
    static final int CONNECTIONS = 2 * SESSIONS;

    private static final long PATIENCE_SECONDS = 120;

    private final Ledger ledger = new Ledger();
    private final Semaphore answers = new Semaphore(0);
    private final List<Player> players = new ArrayList<>();
    private final List<Future<?>> work = new ArrayList<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean enough;

    /** @param data where the clients keep their outboxes */
    Crowd(URI line, Path data) throws IOException {
        Player.Story story = new Player.Story(ledger, line, answers::release);
        for (int s = 0; s < SESSIONS; s++) {
            for (int client : pair(s)) {
                String name = CLIENTS.get(client);
                players.add(new Player(story, data.resolve(name), session(s), name));
            }
        }
    }

    private static List<Integer> pair(int s) {
        int first = s % CLIENTS.size();
        return List.of(first, (first + 1 + s / CLIENTS.size()) % CLIENTS.size());
    }

    static List<SessionId> sessions() {
        return IntStream.range(0, SESSIONS).mapToObj(Crowd::session).toList();
    }

    private static SessionId session(int s) {
        return new SessionId("session-number-" + s);
    }

    /** Makes the sessions, a track for each who will be in. */
    static void prepare(ServerProgram server) throws IOException, InterruptedException {
        for (int s = 0; s < SESSIONS; s++) {
            prepare(server, session(s), pair(s));
        }
    }

    /** Makes a session for the first of all, who will be alone in it. */
    static void prepareForOne(ServerProgram server, SessionId session) throws IOException, InterruptedException {
        prepare(server, session, List.of(0));
    }

    private static void prepare(ServerProgram server, SessionId session, List<Integer> clients)
            throws IOException, InterruptedException {
        int status =
                server.post("/api/sessions", Documents.text(new Stamp(session, 0, Chain.NONE, ""), tracks(clients)));
        if (status != 201) {
            throw new IllegalStateException("the server does not make a session: " + status);
        }
    }

    /** Who is alone in a session made by {@link #prepareForOne}: her name, and the id of her track. */
    static String first() {
        return CLIENTS.getFirst();
    }

    /** The same as a player. */
    static Player one(Ledger ledger, URI line, Path data, SessionId session) throws IOException {
        return new Player(new Player.Story(ledger, line, () -> {}), data, session, first());
    }

    private static Session tracks(List<Integer> clients) {
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            NodeId node = new NodeId(CLIENTS.get(clients.get(i)));
            mutations.add(new Mutation.Insert<>(
                    new Root.OfTrack(node), List.of(TrackFields.POSITION.of(Order.spread(node, i, clients.size())))));
        }
        return ((Outcome.Changed) Reducer.reduce(Session.BLANK, mutations)).next();
    }

    Ledger ledger() {
        return ledger;
    }

    /** Waits until everybody heard an acknowledgement after now. */
    void awaitEverybody() throws InterruptedException {
        List<Integer> before = players.stream().map(Player::bursts).toList();
        for (int i = 0; i < before.size(); i++) {
            Player player = players.get(i);
            int answered = before.get(i);
            player.await(_ -> player.bursts() > answered);
        }
    }

    /** Waits until every window shows what is wanted. */
    void await(Predicate<Status> wanted) throws InterruptedException {
        for (Player player : players) {
            player.await(wanted);
        }
    }

    /** How often each called the server until now. */
    List<Integer> calls() {
        return players.stream().map(Player::calls).toList();
    }

    /** Waits until each called the server once more than {@code before}. */
    void awaitCalls(List<Integer> before) throws InterruptedException {
        for (int i = 0; i < before.size(); i++) {
            Player player = players.get(i);
            int called = before.get(i);
            player.await(_ -> player.calls() > called);
        }
    }

    /** All edit at once, until {@link #finish}. */
    void begin() {
        enough = false;
        for (Player player : players) {
            work.add(workers.submit(() -> {
                player.work(status -> enough);
                return player;
            }));
        }
    }

    /** Waits until somebody hears an acknowledgement after now. */
    void awaitAnswer() throws InterruptedException {
        answers.drainPermits();
        if (!answers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody was answered for " + PATIENCE_SECONDS + " s");
        }
    }

    /** Lets them work so long, or until so many bursts were answered. */
    void goOn(int bursts, long millis) throws InterruptedException {
        answers.drainPermits();
        boolean _ = answers.tryAcquire(bursts, millis, TimeUnit.MILLISECONDS);
    }

    /** Lets so many seconds pass in which nobody is answered. */
    void standStill(long seconds) throws InterruptedException {
        answers.drainPermits();
        if (answers.tryAcquire(64, seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a server that stands still goes on answering");
        }
    }

    /** Nobody begins anything more, and everything that was begun is acknowledged. */
    void finish() throws InterruptedException {
        enough = true;
        for (Future<?> one : work) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new AssertionError("a player could not finish", failed.getCause());
            }
        }
        work.clear();
    }

    /** Waits until all who are in a session show the same as it should be; by session the hash of its document. */
    void awaitShown(Map<SessionId, String> documents) throws InterruptedException {
        for (Player player : players) {
            player.await(_ -> player.shown().equals(documents.get(player.session())));
        }
    }

    @Override
    public void close() {
        enough = true;
        players.forEach(Player::close);
        workers.shutdownNow();
    }
}
