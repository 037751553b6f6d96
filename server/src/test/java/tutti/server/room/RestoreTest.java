package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Refusal;
import tutti.model.SessionId;
import tutti.sync.ServerMessage;
import tutti.sync.Verdict;

@DisplayName("A restore in a room")
class RestoreTest {
    private final World world = new World();

    private int tempo() {
        return world.reading().session().tempo();
    }

    private Person annAtWork() {
        Person ann = world.enter("ann");
        ann.put(1, Person.tempo(10_000));
        ann.put(2, Person.tempo(11_000));
        world.hand.run();
        ann.read();
        return ann;
    }

    @Test
    @DisplayName("waits for the past with what its author asks after it, while others' edits go on")
    void waits() {
        Person ann = annAtWork();
        Person bob = world.enter("bob");
        world.hand.slow();
        ann.restore(3, 1);
        ann.put(4, Person.name("later"));
        bob.put(1, Person.tempo(15_000));
        world.hand.run();
        assertEquals(15_000, tempo());
        assertEquals(1, bob.read(ServerMessage.Settled.class).size());
        assertEquals(List.of(), ann.read(ServerMessage.Settled.class));
        world.hand.finish();
        assertEquals(10_000, tempo());
        assertEquals("later", world.reading().session().name());
        assertEquals(4, ann.read(ServerMessage.Settled.class).getLast().n());
    }

    @Test
    @DisplayName("is carried out although its author has left, and only then the room sleeps and pays")
    void left() {
        Person ann = annAtWork();
        world.hand.slow();
        ann.restore(3, 1);
        world.hand.run();
        ann.leave();
        assertTrue(world.awake(), "an edit waits here");
        world.hand.finish();
        assertFalse(world.awake());
        assertEquals(3, world.journal.batches.getLast().after().seq());
        assertEquals(3, world.journal.noted(World.ID).getAsLong());
        assertEquals(1, world.files.writes);
    }

    @Test
    @DisplayName("is simply sent again after the store failed in between")
    void failed() {
        Person ann = annAtWork();
        world.hand.slow();
        ann.restore(3, 1);
        world.hand.run();
        world.bell.lost("a test");
        world.hand.finish();
        world.bell.well();
        world.hand.run();
        assertEquals(2, ann.read(ServerMessage.Welcome.class).getLast().settled());
        assertEquals(11_000, tempo());
        ann.restore(3, 1);
        world.hand.run();
        assertEquals(10_000, tempo());
        assertEquals(3, ann.read(ServerMessage.Settled.class).getLast().n());
    }

    @Test
    @DisplayName("is done before its author, who came back in between, is welcomed")
    void reconnected() {
        Person ann = annAtWork();
        world.hand.slow();
        ann.restore(3, 1);
        world.hand.run();
        Person again = new Person(world, "ann", "ann-outbox");
        again.hello(World.ID);
        again.restore(3, 1);
        world.hand.finish();
        assertEquals(10_000, tempo());
        assertEquals(3, world.reading().seq());
        assertEquals(3, again.read(ServerMessage.Welcome.class).getLast().settled());
    }

    @Test
    @DisplayName("reads far back over snapshots, and of what nobody can read it says so")
    void far() {
        Person ann = world.enter("ann");
        for (int n = 1; n <= 700; n++) {
            ann.put(n, Person.tempo(10_000 + n));
            world.hand.run();
        }
        ann.restore(701, 3);
        world.hand.run();
        assertEquals(10_003, tempo());
        ann.read();
        ann.restore(702, 9_999);
        world.hand.run();
        Verdict verdict =
                ann.read(ServerMessage.Settled.class).getLast().verdicts().getLast();
        assertEquals(Optional.of(Refusal.of(Refusal.Reason.NO_MOMENT)), verdict.refusal());
    }

    @Test
    @DisplayName("over HTTP is answered once the past was read, and a second sending waits with it")
    void posted() {
        annAtWork();
        world.hand.slow();
        CompletableFuture<Post.Reply> first = world.post(Person.restoring(1, 1));
        CompletableFuture<Post.Reply> second = world.post(Person.restoring(1, 1));
        world.hand.run();
        assertFalse(first.isDone() || second.isDone());
        world.hand.finish();
        assertEquals(3, assertInstanceOf(Post.Reply.Settled.class, first.join()).seq());
        assertEquals(
                1, assertInstanceOf(Post.Reply.Settled.class, second.join()).n());
        assertEquals(3, world.reading().seq());
    }

    @Test
    @DisplayName("that the store alone rejects is refused like any other edit, and what waited behind it is done")
    void rejected() {
        Person ann = annAtWork();
        world.journal.rejecting(batch ->
                batch.rows().stream().anyMatch(row -> row.bytes().text().contains("\"gesture\":\"g3\"")));
        ann.restore(3, 1);
        ann.put(4, Person.name("behind"));
        world.hand.seconds(3);
        Person again = new Person(world, "ann", "ann-outbox");
        again.hello(World.ID);
        again.restore(3, 1);
        world.hand.seconds(3);
        assertEquals(3, again.read(ServerMessage.Welcome.class).getLast().settled());
        again.put(4, Person.name("behind"));
        world.hand.run();
        assertEquals("behind", world.reading().session().name());
        assertEquals(11_000, tempo());
    }

    @Test
    @DisplayName("of another session's id is nobody's")
    void nowhere() {
        assertInstanceOf(Then.Nowhere.class, world.host.archive().at(new SessionId("nobody"), 0));
        world.journal.dark();
        assertInstanceOf(Then.Later.class, world.host.archive().at(World.ID, 0));
    }
}
