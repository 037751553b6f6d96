package tutti.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import tutti.client.net.WebLine;
import tutti.client.state.Line;
import tutti.client.state.SessionLoop;
import tutti.client.state.Sessions;
import tutti.client.state.Status;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;
import tutti.wire.Codec;
import tutti.wire.Documents;
import tutti.wire.Parsed;
import tutti.wire.Stamp;

/**
 * The client's real core without a window, as a process of its own: it edits in lockstep and says on standard output
 * what was acknowledged. Commands come a line each on standard input: {@code edit FROM TO}, {@code settle},
 * {@code leave}; and in the track {@code shared}, where others write too, {@code put STEP VELOCITY}, {@code undo},
 * {@code contest COUNT}. {@code draft FROM} edits without end and waits for no server.
 *
 * <p>Arguments: data folder, WebSocket address, session id, secret, id of the track on which it works; a sixth,
 * whatever it is, makes it say each edit that it sends, with its number.
 */
public final class HeadlessClient {
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final int UNDO_EVERY = 10;
    private static final NodeId SHARED = new NodeId("shared");
    private static final int SHARED_STEPS = 3;
    private static final int SHARED_UNDO_EVERY = 4;
    private static final int SHARED_IN_FLIGHT = 8;
    private static final int MOST_VELOCITY = 127;
    /** An edit of its own that comes behind all others and that nobody else touches. */
    private static final int LAST = 127;

    /** Edits that may wait when another is made; with twice as many none is taken any more. */
    private static final int MOST_WAITING = tutti.sync.Limits.WAITING / 2;

    private final Object news = new Object();
    private final SessionLoop loop;
    private final SessionId session;
    private final NodeId track;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private HeadlessClient(String[] args) throws IOException {
        Sessions sessions = new Sessions(
                Path.of(args[0]),
                () -> System.nanoTime() / 1_000,
                () -> new OutboxId(UUID.randomUUID().toString()));
        this.session = new SessionId(args[2]);
        this.track = new NodeId(args[4]);
        this.loop = sessions.open(
                session,
                new Secret(args[3]),
                new Profile("Client " + args[4], 0),
                ends -> line(URI.create(args[1]), ends, args.length > 5),
                status -> wake(),
                words -> out.println("failed " + words));
    }

    private Line line(URI address, Line.Listener ends, boolean says) {
        Line line = new WebLine(() -> address, ends, new Random());
        return says ? new Said(line, out) : line;
    }

    /** Says what is sent on a line before it is. */
    private record Said(Line line, PrintStream out) implements Line {
        private static final Codec CODEC = new Codec();

        @Override
        public void send(String frame) {
            if (CODEC.readClient(frame) instanceof Parsed.Of<ClientMessage>(ClientMessage.Submit(Edit edit))) {
                out.println("sending " + edit.n() + " " + edit.gesture().text());
            }
            line.send(frame);
        }

        @Override
        public void again() {
            line.again();
        }

        @Override
        public void well() {
            line.well();
        }

        @Override
        public void close() {
            line.close();
        }
    }

    /** See the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        HeadlessClient client = new HeadlessClient(args);
        client.out.println("up");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "edit" -> client.edit(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                case "put" -> client.put(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                case "undo" -> client.undone();
                case "contest" -> client.contest(Integer.parseInt(words[1]));
                case "draft" -> client.draft(Integer.parseInt(words[1]));
                case "waiting" ->
                    client.out.println("waiting " + client.loop.status().view().waiting());
                case "settle" -> client.settle();
                case "leave" -> {
                    client.loop.close();
                    client.out.println("left");
                    return;
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    /** Edits number {@code from} to {@code to}, the last left out; each is said when it is acknowledged. */
    private void edit(int from, int to) throws InterruptedException {
        for (int i = from; i < to; i++) {
            String gesture = track.text() + "-" + i;
            out.println("asking " + gesture);
            if (i % UNDO_EVERY == UNDO_EVERY - 1 && i > from) {
                undo(gesture, i - 1);
            } else {
                change(gesture, i);
            }
            out.println("acknowledged " + gesture);
        }
        out.println("done " + to);
    }

    private void change(String gesture, int i) throws InterruptedException {
        propose(gesture, i);
        out.println("sent " + gesture);
        await(status -> status.view().waiting() == 0 && stands(status, i));
    }

    private void undo(String gesture, int i) throws InterruptedException {
        loop.undo(new GestureId(gesture));
        out.println("sent " + gesture);
        await(status -> status.view().waiting() == 0 && !stands(status, i));
    }

    /** Each edit as soon as the one before shows in this window. */
    private void draft(int from) throws InterruptedException {
        await(status -> Velocities.shown(status.view().session(), track, from).isPresent());
        for (int i = from; ; i++) {
            int number = i;
            waitForRoom();
            out.println("asking " + track.text() + "-" + i);
            propose(track.text() + "-" + i, i);
            await(status -> stands(status, number));
            out.println("drafted " + track.text() + "-" + i);
        }
    }

    /** Until fewer wait than may at most; says again and again that it has to. */
    private void waitForRoom() throws InterruptedException {
        synchronized (news) {
            while (loop.status().view().waiting() >= MOST_WAITING) {
                out.println("full");
                news.wait(100);
            }
        }
    }

    private void propose(String gesture, int i) {
        Mutation mutation = Mutation.put(Velocities.step(track, i), StepFields.VELOCITY, Velocities.value(i));
        loop.propose(new GestureId(gesture), List.of(mutation));
        loop.endGesture();
    }

    private void put(int step, int velocity) throws InterruptedException {
        propose(step, true, velocity);
        await(status -> status.view().waiting() == 0
                && Velocities.shown(status.view().session(), SHARED, step).equals(OptionalInt.of(velocity)));
        out.println("put");
    }

    private void propose(int step, boolean on, int velocity) {
        Place.OfStep place = Velocities.step(SHARED, step);
        loop.propose(
                fresh(),
                List.of(Mutation.put(place, StepFields.ON, on), Mutation.put(place, StepFields.VELOCITY, velocity)));
        loop.endGesture();
    }

    /** Takes back the only thing that it has done. */
    private void undone() throws InterruptedException {
        loop.undo(fresh());
        await(status -> status.view().waiting() == 0 && !status.view().canUndo());
        out.println("undone");
    }

    /** Writes over what others write over, and takes some of it back; what became of it only the room knows. */
    private void contest(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            if (i % SHARED_UNDO_EVERY == SHARED_UNDO_EVERY - 1) {
                loop.undo(fresh());
            } else {
                propose(i % SHARED_STEPS, i % 2 == 0, 1 + i % MOST_VELOCITY);
            }
            await(status -> status.view().waiting() < SHARED_IN_FLIGHT);
        }
        change("contested-" + track.text(), LAST);
        out.println("contested");
    }

    private static GestureId fresh() {
        return new GestureId(UUID.randomUUID().toString());
    }

    private boolean stands(Status status, int i) {
        return Velocities.shown(status.view().session(), track, i).equals(OptionalInt.of(Velocities.value(i)));
    }

    /** Says the document when nothing of mine waits. */
    private void settle() throws InterruptedException {
        await(status -> status.view().waiting() == 0 && status.link() == Status.Link.LIVE);
        Status status = loop.status();
        Stamp stamp = new Stamp(session, status.view().seq(), Chain.NONE, "");
        String text = Documents.text(stamp, status.view().session());
        out.println("settled " + status.view().seq() + " " + sum(text));
    }

    /** Of a document's text, so that two who have it can compare. */
    static String sum(String text) {
        return Chain.NONE.then(text).hex();
    }

    private void await(Predicate<Status> condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        synchronized (news) {
            while (!condition.test(loop.status())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "waited in vain; " + loop.status().trouble());
                }
                news.wait(1_000);
            }
        }
    }

    private void wake() {
        synchronized (news) {
            news.notifyAll();
        }
    }
}
