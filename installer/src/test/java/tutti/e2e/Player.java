package tutti.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tutti.client.net.WebLine;
import tutti.client.state.SessionLoop;
import tutti.client.state.Sessions;
import tutti.client.state.Status;
import tutti.client.state.Told;
import tutti.edit.Mutation;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.SessionId;
import tutti.sync.GestureId;
import tutti.sync.Notice;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;
import tutti.wire.Documents;

/**
 * A client's real core in one session, in this process, that edits as fast as it is answered: bursts on a track of its
 * own, now and then an edit that the server must refuse. All of it is entered in a {@link Ledger}.
 */
final class Player implements AutoCloseable {
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final int BURST = 4;
    private static final int DOOM_EVERY = 8;

    /** What all players of a story share. */
    record Story(Ledger ledger, URI line, Runnable heard) {}

    private final Object news = new Object();
    private final Story story;
    private final SessionId session;
    private final NodeId track;
    private final Random random;
    private final SessionLoop loop;
    private int made;
    private volatile int bursts;
    private final AtomicInteger calls = new AtomicInteger();
    /** Of the session's thread. */
    private long newestTold;

    /** @param data where this client keeps its outboxes */
    Player(Story story, Path data, SessionId session, String name) throws IOException {
        this.story = story;
        this.session = session;
        this.track = new NodeId(name);
        this.random = new Random(name.hashCode() + 31L * session.hashCode());
        Sessions sessions = new Sessions(
                data,
                () -> System.nanoTime() / 1_000,
                () -> new OutboxId(UUID.randomUUID().toString()));
        this.loop = sessions.open(
                session,
                new Secret("secret-of-" + name + "-0000000000000000"),
                new Profile(name, 0),
                ends -> new WebLine(this::dial, ends, new Random()),
                this::published,
                words -> story.ledger().wrong(name + " in " + session.text() + ": " + words));
    }

    private URI dial() {
        calls.incrementAndGet();
        return story.line();
    }

    /** How often it called the server. Any thread. */
    int calls() {
        return calls.get();
    }

    private void published(Status status) {
        for (Told told : status.told()) {
            if (told.id() > newestTold) {
                newestTold = told.id();
                hear(told);
            }
        }
        synchronized (news) {
            news.notifyAll();
        }
    }

    private void hear(Told told) {
        if (told.notice() instanceof Notice.Refused refused) {
            story.ledger().refusalHeard(refused.gesture());
            loop.dismiss(told.id());
        } else if (told.notice() instanceof Notice.WentBack) {
            story.ledger().wrong(track.text() + " was told that the server of " + session.text() + " went back");
        }
    }

    /** Edits until it is enough; then everything is acknowledged. */
    void work(Predicate<Status> enough) throws InterruptedException {
        while (!enough.test(loop.status())) {
            burst(1 + random.nextInt(BURST));
        }
    }

    private void burst(int edits) throws InterruptedException {
        int from = made;
        made += edits;
        for (int i = from; i < made; i++) {
            story.ledger().asked(session, gesture(i), isDoomed(i));
            loop.propose(gesture(i), List.of(isDoomed(i) ? doomed() : change(i)));
            loop.endGesture();
        }
        await(status -> status.view().waiting() == 0 && stands(status, from));
        for (int i = from; i < made; i++) {
            story.ledger().answered(gesture(i));
        }
        bursts++;
        story.heard().run();
    }

    /** How many bursts were answered. Any thread. */
    int bursts() {
        return bursts;
    }

    SessionId session() {
        return session;
    }

    /** The hash of the document that the window shows. Any thread. */
    String shown() {
        return Documents.hash(loop.status().view().session());
    }

    private GestureId gesture(int i) {
        return new GestureId(session.text() + "-" + track.text() + "-" + i);
    }

    private static boolean isDoomed(int i) {
        return i % DOOM_EVERY == DOOM_EVERY - 1;
    }

    private Mutation change(int i) {
        return Mutation.put(Velocities.step(track, i), StepFields.VELOCITY, Velocities.value(i));
    }

    /** No client judges this, so it goes to the server, which has that track already. */
    private Mutation doomed() {
        return new Mutation.Insert<>(new Root.OfTrack(track), List.of());
    }

    private boolean stands(Status status, int from) {
        for (int i = from; i < made; i++) {
            boolean there = isDoomed(i)
                    ? story.ledger().isRefusalHeard(gesture(i))
                    : Velocities.shown(status.view().session(), track, i).equals(OptionalInt.of(Velocities.value(i)));
            if (!there) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the window shows what is wanted. */
    void await(Predicate<Status> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        synchronized (news) {
            while (!wanted.test(loop.status())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(track.text() + " in " + session.text() + " waits in vain for "
                            + new ArrayList<>(loop.status().told()) + "; "
                            + loop.status().trouble());
                }
                news.wait(1_000);
            }
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
