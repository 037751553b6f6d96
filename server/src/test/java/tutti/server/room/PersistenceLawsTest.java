package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.store.Listed;
import tutti.sync.ServerMessage;

/** The laws by which the persistence rule is known; docs/persistence.md has them with the traps that they avoid. */
@DisplayName("The persistence rule")
class PersistenceLawsTest {
    private Stage<?, ?> world;
    private final SplittableRandom dice = new SplittableRandom(2026);

    /** A server on an empty store, with one session in it. */
    Stage<?, ?> fresh() throws IOException {
        return new World();
    }

    /** The server is killed and starts again on the same store and files. */
    Stage<?, ?> again(Stage<?, ?> killed) throws IOException {
        return ((World) killed).restarted();
    }

    @BeforeEach
    void open() throws IOException {
        world = fresh();
    }

    private Stage<?, ?> restarted() throws IOException {
        world = again(world);
        return world;
    }

    private Mutation any() {
        NodeId id = new NodeId("t" + dice.nextInt(4));
        Root.OfTrack track = new Root.OfTrack(id);
        return switch (dice.nextInt(5)) {
            case 0 -> new Mutation.Insert<>(track, List.of(TrackFields.POSITION.of(Order.spread(id, 1, 4))));
            case 1 -> dice.nextBoolean() ? Mutation.delete(track) : Mutation.bringBack(track);
            case 2 -> Person.name("Evening " + dice.nextInt(100));
            default -> {
                Place.OfStep step = new Place.OfStep(PatternSlot.A, id, dice.nextInt(8));
                yield Mutation.put(step, StepFields.VELOCITY, 1 + dice.nextInt(127));
            }
        };
    }

    /** What another server would make of what is durable now. */
    private Reading durable() {
        Restorer restorer = new Restorer(world.journal, world.files, world.codec);
        return assertInstanceOf(Waked.Found.class, restorer.wake(World.ID)).reading();
    }

    private String file() throws IOException {
        return world.files.read(World.ID).orElseThrow().document().text();
    }

    private String read() {
        return assertInstanceOf(Answer.Found.class, world.host.api().read(World.ID.text()))
                .json();
    }

    private Listed listed() throws IOException {
        return world.journal.list().getFirst();
    }

    @Test
    @Tag("slow")
    @DisplayName("durable state equals memory after every edit")
    void durableEqualsMemory() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        for (int n = 1; n <= 60; n++) {
            ann.put(n, any());
            world.hand.run();
            assertEquals(world.reading(), durable());
            if (n % 7 == 0) {
                bob.undo(n / 7, "g" + n);
            } else if (n < 60 && n % 7 == 1) {
                bob.put(n / 7 + 1, any());
            }
            world.hand.run();
            assertEquals(world.reading(), durable());
        }
        assertTrue(world.reading().seq() > 30, "hardly anything was done");
        assertEquals(0, world.files.writes);
    }

    @Test
    @DisplayName("a reconnect after any delay sees the newest state")
    void reconnectAfterAnyDelay() {
        Person ann = world.enter("ann");
        ann.put(1, Person.name("before"));
        world.hand.run();
        long edits = 0;
        for (double delay : new double[] {0, 0.1, 9.9, 10.1, 60, 3_600, 86_400}) {
            Reading last = world.reading();
            ann.lost();
            Person bob = world.enter("bob");
            bob.put(++edits, Person.name("after " + delay + " s"));
            world.hand.run();
            bob.leave();
            world.hand.seconds(delay);
            ann = new Person(world, "ann", "ann-outbox");
            ann.hello(World.ID, last.seq(), last.chain());
            world.hand.run();
            List<ServerMessage> said = ann.read();
            long welcomed = said.stream()
                    .filter(ServerMessage.Welcome.class::isInstance)
                    .mapToLong(message -> ((ServerMessage.Welcome) message).seq())
                    .findFirst()
                    .orElseThrow();
            assertEquals(last.seq() + 1, welcomed, "after " + delay + " s");
            assertEquals("after " + delay + " s", world.reading().session().name());
            assertTrue(
                    said.stream()
                            .anyMatch(message -> message instanceof ServerMessage.Rows rows
                                    && rows.rows().getLast().seq() == welcomed),
                    "the missed row after " + delay + " s");
        }
    }

    @Test
    @DisplayName("an owed KV write is information, not a risk")
    void owedIsNoRisk() throws IOException {
        world.files.failing = true;
        Person ann = world.enter("ann");
        ann.put(1, Person.name("only in the store"));
        world.hand.run();
        Reading last = world.reading();
        ann.leave();
        assertTrue(world.files.tries > 0, "a debt that nobody tried to pay");
        restarted();
        assertTrue(read().contains("only in the store"));
        world.enter("bob");
        assertEquals(last, world.reading());

        world.files.failing = false;
        restarted();
        world.hand.seconds(30);
        assertEquals(read(), file());
    }

    @Test
    @DisplayName("KV equals live state after the last leave")
    void kvEqualsLive() throws IOException {
        for (int visit = 1; visit <= 12; visit++) {
            List<Person> people = new ArrayList<>();
            for (String name : List.of("ann", "bob", "cora").subList(0, 1 + dice.nextInt(3))) {
                people.add(new Person(world, name, name + "-in-visit-" + visit));
                people.getLast().hello(World.ID);
            }
            world.hand.run();
            people.getFirst().put(1, Person.name("visit " + visit));
            for (int n = 2; n <= 5; n++) {
                people.getFirst().put(n, any());
            }
            world.hand.run();
            String live = read();
            people.forEach(Person::leave);
            assertFalse(world.awake());
            assertEquals(live, file());
            assertEquals(visit, world.files.writes);
        }
    }

    @Test
    @DisplayName("the KV fallback count falls to zero")
    void fallbackCountFalls() throws IOException {
        List<SessionId> old = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            old.add(new SessionId("old-" + i));
            String record = "{\"id\":\"old-" + i + "\",\"state\":{\"tracks\":[],\"tempo\":" + (100 + i) + "}}";
            world.files.lay(old.getLast(), record);
        }
        assertEquals(10, fallbacks(old));
        assertEquals(0, fallbacks(old), "in the same house");
        restarted();
        assertEquals(0, fallbacks(old), "after a restart");
    }

    private long fallbacks(List<SessionId> all) {
        long before = world.host.tally().kvFallbacksTotal();
        for (SessionId id : all) {
            assertInstanceOf(Answer.Found.class, world.host.api().read(id.text()));
            Person person = new Person(world, "ann", "ann-at-" + id.text());
            person.hello(id);
            world.hand.run();
            person.leave();
        }
        return world.host.tally().kvFallbacksTotal() - before;
    }

    @Test
    @DisplayName("a rename followed by leaving at once keeps the name")
    void renameAndLeave() throws IOException {
        Person ann = world.enter("ann");
        world.journal.hold();
        ann.put(1, Person.name("Evening"));
        ann.leave();
        assertEquals(0, world.files.writes, "the row is not durable yet");
        world.journal.release();
        world.hand.run();
        assertEquals(1, world.files.writes);
        assertTrue(file().contains("Evening"));
        assertEquals(OptionalLong.of(1), listed().kvSeq());
        assertEquals("Evening", listed().name());
        assertFalse(world.awake());
        restarted();
        assertTrue(read().contains("Evening"));
    }

    @Test
    @DisplayName("what comes by one door is seen at every other at once: sockets, HTTP, and who comes later")
    void everyDoor() {
        Person ann = world.enter("ann");
        CompletableFuture<Post.Reply> reply = world.post(Person.edit(1, Person.name("by a script")));
        world.hand.run();
        assertTrue(reply.isDone());
        assertEquals(1, ann.read(ServerMessage.Rows.class).size());
        assertTrue(read().contains("by a script"));
        ann.put(1, Person.name("by hand"));
        world.hand.run();
        assertTrue(read().contains("by hand"));
        Person bob = new Person(world, "bob", "bob-outbox");
        bob.hello(World.ID);
        world.hand.run();
        assertEquals(
                world.reading().seq(),
                bob.read(ServerMessage.Welcome.class).getFirst().seq());
    }

    @Test
    @DisplayName("durability hangs on the edit, not on a leave: who never leaves loses nothing to a kill")
    void neverLeaves() throws IOException {
        Person ann = world.enter("ann");
        for (int n = 1; n <= 20; n++) {
            ann.put(n, any());
            world.hand.seconds(600);
        }
        assertEquals(0, world.files.writes);
        Reading last = world.reading();
        restarted();
        world.enter("bob");
        assertEquals(last, world.reading());
    }
}
