package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.sync.ServerMessage;

@DisplayName("A visit that changed something is one KV write")
class VisitTest {
    private World world = new World();

    private String file() {
        return world.files.files.get(World.ID).document().text();
    }

    @Test
    @DisplayName("a visit that changed nothing writes nothing")
    void nothingChanged() {
        world.enter("ann").leave();
        world.hand.seconds(60);
        assertEquals(0, world.files.writes);
        assertFalse(world.awake());
    }

    @Test
    @DisplayName("while somebody is in nothing is written, however long")
    void notWhileIn() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        ann.put(1, Person.tempo(9_000));
        ann.leave();
        world.hand.seconds(3_600);
        assertEquals(0, world.files.writes);
        bob.leave();
        assertEquals(1, world.files.writes);
    }

    @Test
    @DisplayName("who returns within 10 s continues the visit")
    void returns() {
        Person ann = world.edited("ann");
        ann.lost();
        world.hand.seconds(9.9);
        assertEquals(0, world.files.writes);
        Person back = world.enter("ann");
        world.hand.seconds(60);
        assertEquals(0, world.files.writes);
        back.put(2, Person.tempo(9_100));
        back.leave();
        assertEquals(1, world.files.writes);
    }

    @Test
    @DisplayName("who does not return within 10 s has left")
    void doesNotReturn() {
        Person ann = world.edited("ann");
        ann.lost();
        world.hand.seconds(10.1);
        assertEquals(1, world.files.writes);
        assertFalse(world.awake());
    }

    @Test
    @DisplayName("each visit that changed something is a write: three visits, two changes, two writes")
    void manyVisits() {
        Person ann = world.enter("ann");
        ann.put(1, Person.tempo(9_000));
        ann.leave();
        world.enter("ann").leave();
        Person again = world.enter("ann");
        again.put(2, Person.tempo(9_100));
        again.leave();
        assertEquals(2, world.files.writes);
    }

    @Test
    @DisplayName("edits over HTTP with nobody in are a visit that ends after 10 quiet seconds")
    void overHttp() {
        world.post(Person.edit(1, Person.tempo(9_000)));
        world.hand.seconds(6);
        world.post(Person.edit(2, Person.tempo(9_100)));
        world.hand.seconds(9.9);
        assertEquals(0, world.files.writes);
        world.hand.seconds(0.2);
        assertEquals(1, world.files.writes);
        assertFalse(world.awake());
    }

    @Test
    @DisplayName("a write that fails is owed still and made when the disk is well")
    void owedStill() {
        world.files.failing = true;
        Person ann = world.enter("ann");
        ann.put(1, Person.tempo(9_000));
        ann.leave();
        world.hand.seconds(30);
        assertEquals(0, world.files.writes);
        assertEquals(OptionalLong.empty(), world.journal.noted(World.ID));
        world.files.failing = false;
        world.hand.seconds(6);
        assertEquals(1, world.files.writes);
        assertEquals(OptionalLong.of(1), world.journal.noted(World.ID));
    }

    @Test
    @DisplayName("while a slow disk writes, nothing is written a second time")
    void oneAtATime() {
        Person ann = world.edited("ann");
        world.hand.slow();
        ann.leave();
        world.room().offer(new Letter.Rang());
        world.hand.seconds(1);
        world.hand.finish();
        assertEquals(1, world.files.tries);
        assertFalse(world.awake());
    }

    @Test
    @DisplayName("who comes while a slow disk writes edits on, and owes another write")
    void editsWhileWriting() {
        Person ann = world.edited("ann");
        world.hand.slow();
        ann.leave();
        Person bob = world.enter("bob");
        bob.put(1, Person.tempo(9_100));
        world.hand.run();
        assertEquals(1, bob.read(ServerMessage.Settled.class).size());
        world.hand.finish();
        assertEquals(OptionalLong.of(1), world.journal.noted(World.ID));
        bob.leave();
        assertEquals(2, world.files.writes);
        assertEquals(OptionalLong.of(2), world.journal.noted(World.ID));
    }

    @Test
    @DisplayName("after a crash the debt is paid without anybody connecting, once everybody had time to return")
    void afterCrash() {
        Person ann = world.edited("ann");
        World after = world.restarted();
        after.hand.seconds(9.9);
        assertEquals(0, after.files.writes);
        after.hand.seconds(0.2);
        assertEquals(1, after.files.writes);
        assertFalse(after.awake());
        assertFalse(after.host.busy());
    }

    @Test
    @DisplayName("who returns after a crash continues the same visit: one write at its end")
    void returnsAfterCrash() {
        Person ann = world.edited("ann");
        world = world.restarted();
        world.hand.seconds(5);
        Person back = world.enter("ann");
        world.hand.seconds(60);
        assertEquals(0, world.files.writes);
        back.put(2, Person.tempo(9_100));
        back.leave();
        assertEquals(1, world.files.writes);
    }

    @Test
    @DisplayName("a crash between file and note costs a note, not a second write")
    void crashBeforeNote() {
        Person ann = world.edited("ann");
        world.journal.next(FakeJournal.Fate.LOST);
        ann.leave();
        assertEquals(1, world.files.writes);
        world.journal.up();
        World after = world.restarted();
        after.hand.seconds(11);
        assertEquals(1, after.files.writes);
        assertEquals(OptionalLong.of(1), after.journal.noted(World.ID));
    }

    @Test
    @DisplayName("a note whose outcome is unknown is made again, by a room that nobody is in")
    void noteUnknown() {
        Person ann = world.edited("ann");
        world.journal.next(FakeJournal.Fate.LOST);
        ann.leave();
        world.hand.seconds(2);
        world.journal.up();
        world.hand.seconds(2);
        assertEquals(1, world.files.writes);
        assertEquals(OptionalLong.of(1), world.journal.noted(World.ID));
        assertFalse(world.awake());
    }

    @Test
    @DisplayName("a shutdown pays, also for those who may still return")
    void shutdown() {
        Person ann = world.edited("ann");
        ann.lost();
        assertTrue(world.stop());
        assertEquals(1, world.files.writes);
    }

    @Test
    @DisplayName("a shutdown does not wait for the next try of a disk that is well again")
    void shutdownTriesAtOnce() {
        world.files.failing = true;
        Person ann = world.enter("ann");
        ann.put(1, Person.tempo(9_000));
        ann.leave();
        world.files.failing = false;
        assertTrue(world.stop());
        assertEquals(1, world.files.writes);
    }

    @Test
    @DisplayName("a shutdown on a disk that fails says so, and the next start pays")
    void shutdownFails() {
        Person ann = world.edited("ann");
        world.files.failing = true;
        ann.lost();
        assertFalse(world.stop());
        world.files.failing = false;
        World after = world.restarted();
        after.hand.seconds(11);
        assertEquals(1, after.files.writes);
    }

    @Test
    @DisplayName("the server may exit when a visit and its write are over, not before")
    void busy() {
        assertFalse(world.host.busy());
        Person ann = world.edited("ann");
        assertTrue(world.host.busy());
        ann.lost();
        world.hand.seconds(5);
        assertTrue(world.host.busy());
        world.hand.seconds(6);
        assertFalse(world.host.busy());
    }

    @Test
    @DisplayName("a letter that comes in the middle of the turn in which the last one leaves is taken first")
    void letterWhileLeaving() {
        Person ann = world.edited("ann");
        world.hand.meanwhile(() -> world.post(Person.edit(1, Person.tempo(9_100))));
        ann.leave();
        assertEquals(0, world.files.writes, "the edit in the letter belongs to the same write");
        world.hand.seconds(10.1);
        assertEquals(1, world.files.writes);
        assertEquals(OptionalLong.of(2), world.journal.noted(World.ID));
    }
}
