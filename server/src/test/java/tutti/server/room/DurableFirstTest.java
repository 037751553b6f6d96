package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Refusal;
import tutti.model.PatternSlot;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.Continuity;
import tutti.sync.Pointer;
import tutti.sync.ServerMessage;
import tutti.sync.Verdict;

@DisplayName("Durable first")
class DurableFirstTest {
    private final World world = new World();

    private void lobbyOnly(Person person) {
        assertTrue(
                person.read().stream()
                        .allMatch(m -> m instanceof ServerMessage.Here || m instanceof ServerMessage.Playing),
                "something of an unsynced row left the room");
    }

    @Test
    @DisplayName("nobody hears of a row, its author neither, and nobody can read it, before it is durable")
    void nothingBefore() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        lobbyOnly(ann);
        lobbyOnly(bob);
        assertEquals(0, world.reading().seq());
        world.journal.release();
        world.hand.run();
        assertEquals(List.of("Rows", "Settled"), ann.kinds());
        assertEquals(List.of("Rows"), bob.kinds());
        assertEquals(1, world.reading().seq());
    }

    @Test
    @DisplayName("while a batch is in flight people point and play as ever")
    void lobbyGoesOn() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        ann.read();
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        bob.say(new ClientMessage.Point(Optional.of(new Pointer(PatternSlot.B, Optional.empty(), Optional.empty()))));
        bob.say(new ClientMessage.Play(Optional.empty()));
        world.hand.run();
        List<ServerMessage> heard = ann.read();
        assertTrue(heard.stream().anyMatch(ServerMessage.Here.class::isInstance));
        assertTrue(heard.stream().anyMatch(ServerMessage.Playing.class::isInstance));
    }

    @Test
    @DisplayName("edits that come while a batch is in flight make one batch together")
    void together() {
        Person ann = world.enter("ann");
        world.journal.hold();
        for (int n = 1; n <= 5; n++) {
            ann.put(n, Person.tempo(9_000 + n));
            world.hand.run();
        }
        world.journal.release();
        world.hand.run();
        assertEquals(
                List.of(1, 4),
                world.journal.batches.stream().map(b -> b.rows().size()).toList());
        assertEquals(
                List.of(1L, 5L),
                ann.read(ServerMessage.Settled.class).stream()
                        .map(ServerMessage.Settled::n)
                        .toList());
    }

    @Test
    @DisplayName("a commit that was lost: all hear Paused, then Welcome; sent again, the edit is done once")
    void lost() {
        failAndSendAgain(FakeJournal.Fate.LOST, 0);
    }

    @Test
    @DisplayName(
            "a commit that is durable but unknown: Welcome says that it is settled, and sent again it does nothing")
    void durableButUnknown() {
        failAndSendAgain(FakeJournal.Fate.DURABLE_BUT_UNKNOWN, 1);
    }

    private void failAndSendAgain(FakeJournal.Fate fate, long settled) {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        world.journal.next(fate);
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        assertEquals(List.of("Paused"), ann.kinds());
        assertEquals(List.of("Paused"), bob.kinds());
        assertFalse(world.awake());

        world.journal.up();
        world.bell.well();
        world.hand.run();
        ServerMessage.Welcome welcome = ann.read(ServerMessage.Welcome.class).getFirst();
        assertEquals(settled, welcome.settled());
        assertEquals(settled, welcome.seq());
        assertEquals(1, bob.read(ServerMessage.Welcome.class).size());
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        assertEquals(1, world.reading().seq());
        assertEquals(9_000, world.reading().session().tempo());
    }

    @Test
    @DisplayName("without a word from the store a paused room tries again by itself")
    void triesAgain() {
        Person ann = world.enter("ann");
        world.journal.next(FakeJournal.Fate.LOST);
        ann.put(1, Person.tempo(9_000));
        world.hand.seconds(3);
        assertEquals(List.of("Paused"), ann.kinds(), "said once, however often it is tried");
        world.journal.up();
        world.hand.seconds(2);
        assertEquals(List.of("Welcome", "Snapshot"), ann.kinds());
    }

    @Test
    @DisplayName("who had rows before a failure is given those after them, not the document again")
    void sameHistory() {
        Person ann = world.edited("ann");
        ServerMessage.Rows rows = ann.read(ServerMessage.Rows.class).getFirst();
        Person back = new Person(world, "bob", "bob-outbox");
        back.hello(World.ID, 1, rows.chain());
        world.hand.run();
        back.read();
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        ann.put(2, Person.tempo(9_100));
        world.hand.run();
        world.journal.up();
        world.bell.well();
        world.hand.run();
        assertEquals(List.of("Paused", "Welcome", "Rows"), back.kinds());
    }

    @Test
    @DisplayName("what the store says of itself is not told to clients")
    void fixedWords() {
        Person ann = world.enter("ann");
        world.bell.lost("/secret/path: no space left");
        world.hand.run();
        String reason = ann.read(ServerMessage.Paused.class).getFirst().reason();
        assertFalse(reason.contains("secret"), reason);
    }

    @Test
    @DisplayName("who comes while the store is away is told so, and welcomed when it is back")
    void comesWhilePaused() {
        Person ann = world.enter("ann");
        world.journal.next(FakeJournal.Fate.LOST);
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        Person bob = world.enter("bob");
        Person eve = new Person(world, "eve", "eve-outbox");
        eve.hello(World.ID);
        world.hand.run();
        assertEquals(List.of("Paused"), eve.kinds());
        world.journal.up();
        world.bell.well();
        world.hand.run();
        assertEquals(List.of("Welcome", "Snapshot"), eve.kinds());
        assertEquals(List.of("Welcome", "Snapshot"), bob.kinds());
    }

    @Test
    @DisplayName("what the store answers to a state that was dropped concerns nobody")
    void lateAnswer() {
        Person ann = world.enter("ann");
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        world.bell.lost("a test");
        world.hand.seconds(2);
        assertTrue(world.awake(), "it was read anew meanwhile");
        world.journal.release();
        world.hand.run();
        assertEquals(List.of("Paused", "Welcome", "Snapshot"), ann.kinds());
        assertEquals(0, world.reading().seq());
    }

    @Test
    @DisplayName("what was read before the store was lost is read again")
    void lateReading() {
        world.hand.slow();
        Person ann = new Person(world, "ann", "ann-outbox");
        ann.hello(World.ID);
        world.hand.run();
        world.bell.lost("a test");
        world.hand.run();
        world.hand.finish();
        assertFalse(world.awake());
        world.hand.seconds(2);
        assertEquals(List.of("Paused", "Welcome", "Snapshot"), ann.kinds());
        assertEquals(2, world.journal.loads);
    }

    @Test
    @DisplayName("who had another history is told so once, and after a failure not again")
    void otherHistoryOnce() {
        Person ann = world.edited("ann");
        Person bob = new Person(world, "bob", "bob-outbox");
        bob.hello(World.ID, 1, Chain.NONE.then("another history"));
        world.hand.run();
        assertEquals(
                Continuity.DIFFERENT,
                bob.read(ServerMessage.Welcome.class).getFirst().continuity());
        world.bell.lost("a test");
        world.hand.seconds(2);
        assertEquals(
                Continuity.UNKNOWN,
                bob.read(ServerMessage.Welcome.class).getFirst().continuity());
    }

    @Test
    @DisplayName("a slow reader is told that its edit is settled only after the row")
    void settledAfterRow() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        ann.connection.stall();
        for (int n = 1; n <= 400; n++) {
            bob.put(n, Person.name("x".repeat(80) + n));
            world.hand.run();
        }
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        assertTrue(ann.read(ServerMessage.Settled.class).isEmpty());
        ann.connection.resume();
        assertEquals("Settled", ann.kinds().getLast());
    }

    @Test
    @DisplayName("an edit over HTTP whose commit fails gets an unknown outcome; sent again it is answered")
    void postUnknown() {
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        CompletableFuture<Post.Reply> first = world.post(Person.edit(1, Person.tempo(9_000)));
        world.hand.run();
        assertEquals(new Post.Reply.Unknown(), first.getNow(null));
        world.journal.up();
        world.hand.seconds(2);
        CompletableFuture<Post.Reply> again = world.post(Person.edit(1, Person.tempo(9_000)));
        world.hand.run();
        assertEquals(new Post.Reply.Settled(1, 1, Optional.empty()), again.getNow(null));
    }

    @Test
    @DisplayName("an edit that the store alone rejects is refused, and what came with it is done")
    void rejected() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        world.journal.rejecting(batch ->
                batch.rows().stream().anyMatch(row -> row.bytes().text().contains("poison")));
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        ann.put(2, Person.name("poison"));
        bob.put(1, Person.tempo(9_100));
        world.hand.run();
        world.journal.release();
        world.hand.run();
        ann.read();
        // The welcome made both send again.
        ann.put(2, Person.name("poison"));
        bob.put(1, Person.tempo(9_100));
        world.hand.run();
        List<Verdict> verdicts = ann.read(ServerMessage.Welcome.class).getLast().verdicts();
        Verdict refused = Verdict.of(2, Optional.of(Refusal.of(Refusal.Reason.STORE)), List.of());
        assertEquals(List.of(refused), verdicts);
        bob.put(1, Person.tempo(9_100));
        world.hand.run();
        assertEquals(9_100, world.reading().session().tempo());
        assertEquals("", world.reading().session().name());
    }
}
