package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.PatternSlot;
import tutti.server.http.Answer;
import tutti.server.http.Problem;
import tutti.sync.ClientMessage;
import tutti.sync.ServerMessage;

@DisplayName("A room that waits for its store")
class PausedRoomTest {
    private final World world = new World();
    private Person ann;

    @BeforeEach
    void loses() {
        ann = world.enter("ann");
        ann.put(1, Person.name("durable"));
        world.hand.run();
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        ann.put(2, Person.name("unknown"));
        world.hand.run();
    }

    private String read() {
        return assertInstanceOf(Answer.Found.class, world.host.api().read(World.ID.text()))
                .json();
    }

    @Test
    @DisplayName("is read on: what was told last, and not the row of which nobody knows")
    void readOn() {
        assertTrue(read().contains("durable"));
        world.journal.up();
        world.hand.seconds(2);
        assertTrue(read().contains("unknown"), "it was durable after all");
    }

    @Test
    @DisplayName("that was asleep is read from the store, which only takes no writes, and is not woken by that")
    void asleep() {
        World fresh = world.restarted();
        fresh.journal.down();
        int loads = fresh.journal.loads;
        Answer.Found found =
                assertInstanceOf(Answer.Found.class, fresh.host.api().read(World.ID.text()));
        assertTrue(found.json().contains("unknown"), "it was durable after all");
        assertEquals(loads, fresh.journal.loads);
    }

    @Test
    @DisplayName("that was asleep when somebody edited over HTTP takes edits again once the store is well")
    void postedTo() {
        world.journal.up();
        World fresh = world.restarted();
        fresh.hand.seconds(30);
        assertFalse(fresh.host.busy());
        fresh.journal.dark();
        fresh.bell.lost("a test");
        CompletableFuture<Post.Reply> early = fresh.post(Person.edit(1, Person.name("too early")));
        fresh.hand.run();
        assertInstanceOf(Post.Reply.Paused.class, early.join());
        fresh.journal.up();
        fresh.bell.well();
        fresh.hand.seconds(2);
        CompletableFuture<Post.Reply> later = fresh.post(Person.edit(1, Person.name("in time")));
        fresh.hand.run();
        assertInstanceOf(Post.Reply.Settled.class, later.join());
    }

    @Test
    @DisplayName("plays at the tempo that was durable after all")
    void tempo() {
        world.journal.up();
        world.hand.seconds(2);
        ann.say(new ClientMessage.Play(Optional.of(PatternSlot.A)));
        world.hand.run();
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        ann.put(3, Person.tempo(14_000));
        world.hand.run();
        ann.read();
        world.journal.up();
        world.hand.seconds(2);
        assertEquals(14_000, world.reading().session().tempo());
        List<ServerMessage.Playing> told = ann.read(ServerMessage.Playing.class);
        assertTrue(told.getLast().toString().contains("centiBpm=14000"), told.toString());
    }

    @Test
    @DisplayName("that was asleep is not read when the store is not: nobody can say whether its KV file is the newest")
    void dark() {
        World fresh = world.restarted();
        fresh.journal.dark();
        Answer answer = fresh.host.api().read(World.ID.text());
        assertEquals(new Answer.Refused(Problem.PAUSED, ""), answer);
    }
}
