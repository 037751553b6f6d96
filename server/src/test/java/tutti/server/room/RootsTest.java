package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.SessionId;

/** What ends in an Error is answered like any other bug, and what comes after it goes on. */
@DisplayName("A root that an error reaches")
class RootsTest {
    private final World world = new World();

    @Test
    @DisplayName("closes who waits for a room that cannot be read, and reads it for who comes later")
    void wake() {
        world.journal.readError = true;
        Person ann = new Person(world, "ann", "ann-outbox");
        ann.hello(World.ID);
        world.hand.run();
        assertEquals(1011, ann.connection.closeCode());
        world.journal.readError = false;
        world.enter("bob");
        assertTrue(world.awake());
    }

    @Test
    @DisplayName("leaves a KV file owed, which is paid when that is possible")
    void pay() {
        Person ann = world.edited("ann");
        world.files.error = true;
        ann.leave();
        world.hand.run();
        assertEquals(0, world.files.writes);
        world.files.error = false;
        world.hand.seconds(6);
        assertEquals(1, world.files.writes);
        assertTrue(!world.host.busy());
    }

    @Test
    @DisplayName("answers an edit that waits for a moment of the past")
    void recall() {
        Person ann = world.edited("ann");
        world.journal.readError = true;
        ann.read();
        ann.restore(2, 1);
        world.hand.run();
        assertEquals(1, ann.read(tutti.sync.ServerMessage.Settled.class).size());
    }

    @Test
    @DisplayName("closes who asks for a session that cannot be looked up")
    void lookUp() {
        world.files.error = true;
        Person ann = new Person(world, "ann", "ann-outbox");
        ann.hello(new SessionId("nobody-knows-it"));
        world.hand.run();
        assertEquals(1011, ann.connection.closeCode());
    }

    @Test
    @DisplayName("forgets a purged session although its files are left to the next start")
    void purge() {
        for (Disposal.Kind kind : new Disposal.Kind[] {Disposal.Kind.DELETE, Disposal.Kind.PURGE}) {
            world.room()
                    .offer(new Letter.Asked(
                            new Disposal(kind, "r" + kind, world.hand.wall(), new CompletableFuture<>())));
            world.files.error = kind == Disposal.Kind.PURGE;
            world.hand.run();
        }
        assertEquals(Optional.empty(), world.host.find(World.ID));
    }

    @Test
    @DisplayName("in a turn ends that room in words, and it is read again for who comes later")
    void turn() {
        Person ann = world.edited("ann");
        world.journal.rejecting(batch -> {
            throw new StackOverflowError("an error that a test made");
        });
        ann.put(2, Person.tempo(9_100));
        world.hand.run();
        assertEquals(1011, ann.connection.closeCode());
        world.journal.rejecting(batch -> false);
        world.enter("bob");
        assertTrue(world.awake());
    }

    @Test
    @DisplayName("ends no thread of the engine, and throws a scribe's error at who asked")
    void engine() throws InterruptedException {
        List<Throwable> escaped = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> escaped.add(error));
        try {
            whatFails();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), escaped);
    }

    private static void whatFails() throws InterruptedException {
        try (Engine engine = Engine.start()) {
            Runnable error = () -> {
                throw new StackOverflowError("an error that a test made");
            };
            CountDownLatch after = new CountDownLatch(3);
            engine.after(1, error);
            engine.after(2, after::countDown);
            engine.turns().execute(error);
            engine.turns().execute(after::countDown);
            engine.errands().execute(error);
            engine.errands().execute(after::countDown);
            after.await();
            assertThrows(
                    StackOverflowError.class,
                    () -> engine.scribes().forRoom(() -> {
                        error.run();
                        return "";
                    }));
            assertEquals("done", engine.scribes().forRoom(() -> "done"));
        }
    }

    @Test
    @DisplayName("of a scribe refuses a guest when too many wait, and a room never")
    void scribes() throws InterruptedException {
        try (Engine engine = Engine.start()) {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(Limits.SCRIBES + Limits.SCRIBES_WAITING);
            for (int i = 0; i < Limits.SCRIBES + Limits.SCRIBES_WAITING; i++) {
                engine.scribes().guests().execute(() -> awaitQuietly(held));
                asked.countDown();
            }
            asked.await();
            assertEquals(Optional.empty(), engine.scribes().forGuest(() -> "in"));
            assertEquals("done", engine.scribes().forRoom(() -> "done"));
            held.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
