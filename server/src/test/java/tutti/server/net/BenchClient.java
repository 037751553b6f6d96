package tutti.server.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.SessionId;
import tutti.sync.Ask;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * A client that makes load: it keeps the protocol, with at most as many edits in flight as a client may have, but keeps
 * no document, so that it costs little beside the server. Rows are not parsed either: each edit is a gesture of its
 * own, whose id says whose it is and its number, and only that is looked for.
 */
final class BenchClient implements AutoCloseable {
    private static final int STEPS = 128;
    private static final int VELOCITIES = 127;
    private static final int REMEMBERED = 1 << 16;
    private static final String ROWS = "\"type\":\"Rows\"}";
    private static final String GESTURE = "\"gesture\":\"g";

    private final int number;
    private final List<BenchClient> room;
    private final RawClient socket;
    private final Codec codec = new Codec();
    private final CountDownLatch in = new CountDownLatch(1);
    private final AtomicLongArray dues = new AtomicLongArray(REMEMBERED);
    private final AtomicLong heard = new AtomicLong();
    private final Latencies seen = new Latencies();
    private final Deque<Long> waiting = new ArrayDeque<>();
    private long sent;
    private long settled;
    private volatile boolean left;

    private BenchClient(InetSocketAddress server, int number, List<BenchClient> room) throws IOException {
        this.number = number;
        this.room = room;
        this.socket = RawClient.open(server);
    }

    /** One more in the room, in which {@code room} are already; returns when it was welcomed. */
    static void join(InetSocketAddress server, SessionId session, List<BenchClient> room)
            throws IOException, InterruptedException {
        BenchClient client = new BenchClient(server, room.size(), room);
        room.add(client);
        Thread.ofPlatform().daemon().name("client-" + client.number).start(client::listen);
        client.say(hello(session, "client-" + client.number));
        if (!client.in.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("client " + client.number + " was not welcomed");
        }
    }

    /** What somebody of that name says who has nothing of the session yet. */
    static ClientMessage.Hello hello(SessionId session, String name) {
        return new ClientMessage.Hello(
                tutti.sync.Limits.PROTOCOL,
                session,
                new Secret("secret-of-the-bench-" + name),
                new Profile(name, 0),
                new OutboxId(session.text() + "-" + name),
                0,
                Chain.NONE,
                Optional.empty());
    }

    private void say(ClientMessage message) {
        try {
            socket.send(codec.write(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An edit that is due then; it is sent as soon as the window of edits in flight allows. */
    synchronized void arrive(long due) {
        waiting.add(due);
        pump();
    }

    private synchronized void settle(long n) {
        settled = n;
        pump();
    }

    private void pump() {
        while (!waiting.isEmpty() && sent - settled < tutti.sync.Limits.FLIGHT_EDITS) {
            sent++;
            dues.set((int) (sent % REMEMBERED), waiting.remove());
            say(new ClientMessage.Submit(
                    new Edit(sent, new GestureId("g" + number + "-" + sent), new Ask.Change(List.of(mutation(sent))))));
        }
    }

    private Mutation mutation(long n) {
        NodeId track = track(number % tutti.model.Limits.TRACKS);
        Place.OfStep step = new Place.OfStep(PatternSlot.A, track, (int) (n % STEPS));
        return Mutation.put(step, StepFields.VELOCITY, 1 + (int) (n % VELOCITIES));
    }

    /** The track on which that client works. */
    static NodeId track(int number) {
        return new NodeId("track-" + number);
    }

    private void listen() {
        try {
            while (!left) {
                hear(socket.readText());
            }
        } catch (IOException e) {
            if (!left) {
                throw new UncheckedIOException("client " + number, e);
            }
        }
    }

    private void hear(String text) {
        if (text.endsWith(ROWS)) {
            rows(text, System.nanoTime());
            return;
        }
        switch (((Parsed.Of<ServerMessage>) codec.readServer(text)).value()) {
            case ServerMessage.Welcome _ -> in.countDown();
            case ServerMessage.Settled answer -> {
                if (!answer.verdicts().isEmpty()) {
                    throw new IllegalStateException("refused: " + answer.verdicts());
                }
                settle(answer.n());
            }
            case ServerMessage.Paused paused -> throw new IllegalStateException(paused.reason());
            case ServerMessage.Rejected rejected -> throw new IllegalStateException(rejected.reason());
            case ServerMessage.Snapshot _, ServerMessage.Rows _, ServerMessage.Pong _ -> {}
            case ServerMessage.Here _, ServerMessage.Gone _, ServerMessage.Playing _, ServerMessage.Adopted _ -> {}
        }
    }

    private void rows(String text, long now) {
        int count = 0;
        int at = text.indexOf(GESTURE);
        while (at >= 0) {
            int dash = text.indexOf('-', at);
            int end = text.indexOf('"', dash);
            int author = Integer.parseInt(text, at + GESTURE.length(), dash, 10);
            if (author != number) {
                long n = Long.parseLong(text, dash + 1, end, 10);
                seen.add(now - room.get(author).dues.get((int) (n % REMEMBERED)));
            }
            count++;
            at = text.indexOf(GESTURE, end);
        }
        heard.addAndGet(count);
    }

    /** Rows that came since {@link #forget}, its own too. */
    long heard() {
        return heard.get();
    }

    /** From due to seen here, for each edit of the others. */
    Latencies seen() {
        return seen;
    }

    void forget() {
        heard.set(0);
        seen.clear();
    }

    @Override
    public void close() throws IOException {
        left = true;
        socket.close();
    }
}
