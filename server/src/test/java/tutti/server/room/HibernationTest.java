package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.server.http.Answer;
import tutti.server.http.Api;
import tutti.server.store.Await;
import tutti.sync.ServerMessage;

@DisplayName("A room that slept")
class HibernationTest {
    private final World world = new World();

    private void fill(Person ann) {
        Root.OfTrack track = new Root.OfTrack(new NodeId("t1"));
        Mutation insert =
                new Mutation.Insert<>(track, List.of(TrackFields.POSITION.of(Order.spread(track.id(), 0, 1))));
        ann.put(1, insert);
        ann.put(2, Mutation.put(track, TrackFields.NAME, "Kick"));
        ann.put(3, Mutation.put(track, TrackFields.NAME, "Snare"));
        ann.put(4, insert);
        world.hand.run();
    }

    @Test
    @DisplayName("comes back equal: document, seq, chain, settled numbers, refusals, and undo works on")
    void equal() {
        Person ann = world.enter("ann");
        fill(ann);
        Reading before = world.reading();
        ann.leave();
        assertFalse(world.awake());

        Person back = new Person(world, "ann", "ann-outbox");
        back.hello(World.ID);
        world.hand.run();
        assertEquals(before, world.reading());
        ServerMessage.Welcome welcome = back.read(ServerMessage.Welcome.class).getFirst();
        assertEquals(4, welcome.settled());
        assertEquals(List.of(4L), welcome.verdicts().stream().map(v -> v.n()).toList());
        back.undo(5, "g3");
        world.hand.run();
        assertTrue(back.read(ServerMessage.Settled.class).getFirst().verdicts().isEmpty());
        assertEquals(
                "Kick",
                world.reading()
                        .session()
                        .tracks()
                        .get(new NodeId("t1"))
                        .orElseThrow()
                        .name());
    }

    @Test
    @DisplayName("holds nothing of its document meanwhile")
    void holdsNothing() {
        Person ann = world.enter("ann");
        fill(ann);
        WeakReference<Session> document = new WeakReference<>(world.reading().session());
        ann.leave();
        assertFalse(world.awake());
        Await.until(() -> {
            System.gc();
            return document.get() == null;
        });
    }

    @Test
    @DisplayName("is read once for two who come at the same moment")
    void readOnce() {
        Person ann = new Person(world, "ann", "a");
        Person bob = new Person(world, "bob", "b");
        ann.hello(World.ID);
        bob.hello(World.ID);
        world.hand.run();
        assertEquals(1, world.journal.loads);
        assertEquals(1, ann.read(ServerMessage.Welcome.class).size());
        assertEquals(1, bob.read(ServerMessage.Welcome.class).size());
    }

    @Test
    @Tag("slow")
    @DisplayName("writes a snapshot now and then, so that a load never folds much more than it reads")
    void checkpoints() {
        Person ann = world.enter("ann");
        for (int n = 1; n <= 3 * Limits.CHECKPOINT_ROWS; n++) {
            ann.put(n, Person.tempo(9_000 + n));
            world.hand.run();
        }
        long snapshots = world.journal.batches.stream()
                .filter(batch -> batch.checkpoint().isPresent())
                .count();
        assertEquals(3, snapshots);
        Reading before = world.reading();
        ann.leave();
        Person back = world.enter("ann");
        assertEquals(before, world.reading());
        back.leave();
    }

    @Test
    @Tag("slow")
    @DisplayName("still undoes what was done before its newest snapshot")
    void undoesBeforeSnapshot() {
        Person ann = world.enter("ann");
        ann.put(1, Person.name("Evening"));
        for (int n = 2; n <= 2 + Limits.CHECKPOINT_ROWS; n++) {
            ann.put(n, Person.tempo(9_000 + n));
            world.hand.run();
        }
        ann.leave();
        Person back = world.enter("ann");
        back.undo(3 + Limits.CHECKPOINT_ROWS, "g1");
        world.hand.run();
        assertEquals("", world.reading().session().name());
    }

    @Test
    @DisplayName("is read over HTTP without being woken, and never stale")
    void readAsleep() {
        Api api = world.host.api();
        Person ann = world.enter("ann");
        fill(ann);
        String tag = world.reading().chain().hex();
        Answer.Found awake = assertInstanceOf(Answer.Found.class, api.read(World.ID.text()));
        assertEquals(tag, awake.tag());
        assertEquals(Optional.of(tag), api.tag(World.ID.text(), OptionalLong.empty()));
        ann.leave();
        assertEquals(Optional.of(tag), api.tag(World.ID.text(), OptionalLong.empty()));
        assertEquals(awake, api.read(World.ID.text()), "from the KV file");
        String file = world.files.files.get(World.ID).document().text();
        assertEquals(file, awake.json());
        world.files.files.remove(World.ID);
        assertEquals(awake, api.read(World.ID.text()), "from snapshot and rows");
        assertFalse(world.awake());
    }

    @Test
    @DisplayName("does not answer with a KV file that is behind the store")
    void staleFile() {
        Api api = world.host.api();
        Person ann = world.enter("ann");
        ann.put(1, Person.name("old"));
        ann.leave();
        Person back = world.enter("ann");
        back.put(2, Person.name("new"));
        world.hand.run();
        World after = world.restarted();
        Answer.Found found =
                assertInstanceOf(Answer.Found.class, after.host.api().read(World.ID.text()));
        assertTrue(found.json().contains("new"));
        assertInstanceOf(Answer.Found.class, api.read(World.ID.text()));
    }
}
