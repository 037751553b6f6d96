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
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Api;
import tutti.server.http.Binned;
import tutti.server.http.Listing;
import tutti.server.http.Problem;
import tutti.server.store.Creation;
import tutti.server.store.Origin;
import tutti.sync.ServerMessage;

@DisplayName("A deleted session")
class SessionLifeTest {
    private static final String WORDS = "this session was deleted on 2023-11-14; bring it back from the list of deleted"
            + " ones, where it stays for 30 days";
    private static final double DAY = 86_400;
    private static final double HOUR = 3_600;
    private static final long MONTH_MILLIS = 31L * 86_400_000;

    private final World world = new World();

    private CompletableFuture<Disposal.Reply> ask(Disposal.Kind kind, String request) {
        CompletableFuture<Disposal.Reply> reply = new CompletableFuture<>();
        world.room().offer(new Letter.Asked(new Disposal(kind, request, world.hand.wall(), reply)));
        return reply;
    }

    private Disposal.Reply now(Disposal.Kind kind, String request) {
        CompletableFuture<Disposal.Reply> reply = ask(kind, request);
        world.hand.run();
        return reply.join();
    }

    private void delete() {
        Disposal.Reply reply = now(Disposal.Kind.DELETE, "r1");
        assertTrue(assertInstanceOf(Disposal.Reply.Done.class, reply).deleted().isPresent());
    }

    private List<String> listed() {
        return World.page(world.host.api().sessions(Optional.empty())).items().stream()
                .map(Listing::id)
                .toList();
    }

    private List<String> binned() {
        return World.page(world.host.api().bin(Optional.empty())).items().stream()
                .map(Binned::id)
                .toList();
    }

    private static List<String> rejections(Person person) {
        return person.read(ServerMessage.Rejected.class).stream()
                .map(ServerMessage.Rejected::reason)
                .toList();
    }

    private Person annAtWork() {
        Person ann = world.edited("ann");
        ann.read();
        return ann;
    }

    @Test
    @DisplayName("tells who is in, closes, leaves the list, and pays what it owes")
    void deleted() {
        Person ann = annAtWork();
        delete();
        assertEquals(List.of(WORDS), rejections(ann));
        assertEquals(1008, ann.connection.closeCode());
        assertEquals(List.of(), listed());
        assertEquals(List.of(World.ID.text()), binned());
        world.hand.seconds(11);
        assertEquals(1, world.journal.noted(World.ID).getAsLong());
        assertFalse(world.awake());
    }

    @Test
    @DisplayName("lets nobody in, over socket and HTTP, after a restart too, and says what to do")
    void closed() {
        delete();
        for (World server : List.of(world, world.restarted())) {
            Person bob = new Person(server, "bob", "bob-outbox");
            bob.hello(World.ID);
            server.hand.run();
            assertEquals(List.of(WORDS), rejections(bob));
            Api api = server.host.api();
            Answer gone = new Answer.Refused(Problem.DELETED, "");
            assertEquals(gone, api.read(World.ID.text()));
            assertEquals(gone, api.read(World.ID.text(), 0));
            assertEquals(gone, api.history(World.ID.text(), 9, 9, false));
            assertEquals(gone, api.create("{\"id\":\"" + World.ID.text() + "\",\"parts\":{},\"version\":1}"));
        }
    }

    @Test
    @DisplayName("comes back as it was")
    void back() {
        annAtWork();
        delete();
        assertInstanceOf(Disposal.Reply.Done.class, now(Disposal.Kind.BRING_BACK, "r2"));
        assertEquals(List.of(World.ID.text()), listed());
        assertEquals(List.of(), binned());
        Person bob = world.enter("bob");
        assertEquals(9_000, world.reading().session().tempo());
        bob.put(1, Person.tempo(8_000));
        world.hand.run();
        assertEquals(2, world.reading().seq());
    }

    @Test
    @DisplayName("is deleted once by a request that comes twice, however late")
    void twice() {
        delete();
        now(Disposal.Kind.BRING_BACK, "r2");
        Disposal.Reply again = now(Disposal.Kind.DELETE, "r1");
        assertTrue(assertInstanceOf(Disposal.Reply.Done.class, again).deleted().isEmpty());
        assertEquals(List.of(World.ID.text()), listed());
    }

    @Test
    @DisplayName("and brought back is not closed to who is in when the deleting comes again, late")
    void twiceWithPeople() {
        delete();
        now(Disposal.Kind.BRING_BACK, "r2");
        Person ann = annAtWork();
        assertInstanceOf(Disposal.Reply.Done.class, now(Disposal.Kind.DELETE, "r1"));
        assertEquals(List.of(), rejections(ann));
        ann.put(2, Person.tempo(8_000));
        world.hand.run();
        assertEquals(8_000, world.reading().session().tempo());
    }

    @Test
    @DisplayName("of which nobody knew whether it was made is found by whoever opens it")
    void madeUnknown() {
        SessionId id = new SessionId("perhaps-made");
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        assertInstanceOf(Creation.Unknown.class, world.host.create(id, Session.BLANK, Origin.NEW, "made"));
        assertInstanceOf(Answer.Found.class, world.host.api().read(id.text()));
        Person bob = new Person(world, "bob", "bob-outbox");
        bob.hello(id);
        world.hand.run();
        assertEquals(List.of(), rejections(bob));
    }

    @Test
    @DisplayName("waits for the edit that is in flight, which counts")
    void afterEdit() {
        Person ann = world.enter("ann");
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        CompletableFuture<Disposal.Reply> reply = ask(Disposal.Kind.DELETE, "r1");
        world.hand.run();
        assertFalse(reply.isDone());
        world.journal.release();
        world.hand.run();
        assertTrue(reply.isDone());
        now(Disposal.Kind.BRING_BACK, "r2");
        world.enter("bob");
        assertEquals(9_000, world.reading().session().tempo());
    }

    @Test
    @DisplayName("is not deleted while the store is away, and whoever asked is told to ask again")
    void away() {
        world.enter("ann");
        world.journal.next(FakeJournal.Fate.LOST);
        assertInstanceOf(Disposal.Reply.Unknown.class, now(Disposal.Kind.DELETE, "r1"));
        assertInstanceOf(Disposal.Reply.Paused.class, now(Disposal.Kind.DELETE, "r1"));
        world.journal.up();
        world.bell.well();
        world.hand.seconds(2);
        delete();
    }

    @Test
    @DisplayName("of which nobody knew whether it was deleted is, after a start")
    void unknown() {
        world.enter("ann");
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        assertInstanceOf(Disposal.Reply.Unknown.class, now(Disposal.Kind.DELETE, "r1"));
        world.journal.up();
        World restarted = world.restarted();
        assertEquals(
                List.of(),
                World.page(restarted.host.api().sessions(Optional.empty())).items());
        assertEquals(
                1,
                World.page(restarted.host.api().bin(Optional.empty())).items().size());
    }

    @Test
    @DisplayName("is known to be deleted once the same is asked again, without a start")
    void unknownAgain() {
        world.enter("ann");
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        now(Disposal.Kind.DELETE, "r1");
        world.journal.up();
        world.bell.well();
        world.hand.seconds(2);
        delete();
        assertEquals(List.of(World.ID.text()), binned());
        Person bob = new Person(world, "bob", "bob-outbox");
        bob.hello(World.ID);
        world.hand.run();
        assertEquals(1, rejections(bob).size());
    }

    @Test
    @DisplayName("is purged on request, for ever and with its file; and only from the bin")
    void purged() {
        annAtWork().leave();
        assertTrue(world.files.has(World.ID));
        assertInstanceOf(Disposal.Reply.NotDeleted.class, now(Disposal.Kind.PURGE, "r0"));
        delete();
        assertInstanceOf(Disposal.Reply.Gone.class, now(Disposal.Kind.PURGE, "r3"));
        assertFalse(world.files.has(World.ID));
        assertEquals(List.of(), binned());
        assertTrue(world.host.find(World.ID).isEmpty());
        Person bob = new Person(world, "bob", "bob-outbox");
        bob.hello(World.ID);
        world.hand.run();
        assertEquals(1, rejections(bob).size());
        String secret = "a-secret-of-a-script-somewhere";
        assertInstanceOf(Answer.Found.class, world.host.api().purge(World.ID.text(), secret, "r3"));
    }

    @Test
    @DisplayName("is purged only after the KV file that is being written was written")
    void purgeWaits() {
        Person ann = annAtWork();
        world.hand.slow();
        ann.leave();
        CompletableFuture<Disposal.Reply> deleted = ask(Disposal.Kind.DELETE, "r1");
        CompletableFuture<Disposal.Reply> purged = ask(Disposal.Kind.PURGE, "r2");
        world.hand.run();
        assertFalse(purged.isDone());
        world.hand.finish();
        assertTrue(deleted.isDone());
        assertInstanceOf(Disposal.Reply.Gone.class, purged.join());
        assertFalse(world.files.has(World.ID));
    }

    @Test
    @DisplayName("is purged by the server itself after 30 days, and not before")
    void swept() {
        delete();
        world.hand.seconds(29 * DAY);
        assertEquals(List.of(World.ID.text()), binned());
        world.hand.seconds(1.1 * DAY);
        assertEquals(List.of(), binned());
        assertTrue(world.journal.buried().contains(World.ID));
    }

    @Test
    @DisplayName("stays for an hour and more where the clock is ahead at a start, and is purged by no one look alone")
    void clockAhead() {
        delete();
        World later = world.restarted();
        later.hand.setWallBack(-MONTH_MILLIS);
        later.hand.run();
        assertEquals(
                1, World.page(later.host.api().bin(Optional.empty())).items().size());
        later.hand.seconds(HOUR);
        later.hand.setWallBack(MONTH_MILLIS);
        later.hand.seconds(HOUR);
        later.hand.setWallBack(-MONTH_MILLIS);
        later.hand.seconds(HOUR);
        assertEquals(
                1,
                World.page(later.host.api().bin(Optional.empty())).items().size(),
                "due twice, but not twice in a row");
        later.hand.seconds(HOUR);
        assertEquals(
                0, World.page(later.host.api().bin(Optional.empty())).items().size());
    }
}
