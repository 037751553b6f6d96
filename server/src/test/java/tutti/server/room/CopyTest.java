package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Refusal;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Api;
import tutti.server.http.Listing;
import tutti.server.http.Problem;
import tutti.sync.Ask;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.sync.Verdict;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;

@DisplayName("A copy")
class CopyTest {
    private static final SessionId COPY = new SessionId("the-copy");
    private static final List<Ask> ASKS = List.of(
            Person.edit(1, Person.tempo(6_000)).ask(),
            new Ask.Undo(new GestureId("g1")),
            Person.restoring(1, 0).ask());

    private final World world = new World();
    private final Api api = world.host.api();

    private Answer copy(Optional<Long> seq, Optional<String> name, boolean frozen) {
        return copy(new CopyRequest(COPY, World.ID, seq, name, frozen));
    }

    private Answer copy(CopyRequest request) {
        return api.create(world.codec.text(CopyRequest.class, request));
    }

    private Session read(SessionId id) {
        String text = assertInstanceOf(Answer.Found.class, api.read(id.text())).json();
        return switch (Documents.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Of<Document>(Document document) -> document.session();
            case Parsed.Malformed<Document> malformed -> throw new AssertionError(malformed.text());
        };
    }

    private Person annAtWork() {
        Person ann = world.enter("ann");
        ann.put(1, Person.tempo(9_000), Person.name("Song"));
        ann.put(2, Person.tempo(8_000));
        world.hand.run();
        return ann;
    }

    @Test
    @DisplayName("begins as its source is, knows where it comes from, and goes its own way")
    void copies() {
        Person ann = annAtWork();
        assertInstanceOf(Answer.Made.class, copy(Optional.empty(), Optional.of("Song, again"), false));
        assertEquals(8_000, read(COPY).tempo());
        assertEquals("Song, again", read(COPY).name());
        assertEquals(World.ID.text(), read(COPY).copiedFrom());
        ann.put(3, Person.tempo(7_000));
        world.hand.run();
        assertEquals(8_000, read(COPY).tempo());
        assertEquals("Song", world.reading().session().name());
    }

    @Test
    @DisplayName("can be of any moment, and of a session that sleeps, without waking it")
    void moment() {
        annAtWork().leave();
        assertInstanceOf(Answer.Made.class, copy(Optional.of(1L), Optional.empty(), false));
        assertEquals(9_000, read(COPY).tempo());
        SessionId newest = new SessionId("newest");
        copy(new CopyRequest(newest, World.ID, Optional.empty(), Optional.empty(), false));
        assertEquals(8_000, read(newest).tempo());
        assertTrue(!world.awake());
        assertEquals(new Answer.Refused(Problem.NO_MOMENT, "seq"), copy(Optional.of(99L), Optional.empty(), false));
    }

    @Test
    @DisplayName("is listed with what its source was called then, and at which row, whatever becomes of that")
    void listed() {
        Person ann = annAtWork();
        assertInstanceOf(Answer.Made.class, copy(Optional.of(1L), Optional.of("Mine"), false));
        ann.put(3, Person.name("Another"));
        ann.leave();
        assertEquals(Optional.of(new Listing.Source(World.ID.text(), "Song", 1)), source(world.host.api()));
        assertEquals(
                Optional.of(new Listing.Source(World.ID.text(), "Song", 1)),
                source(world.restarted().host.api()));
    }

    private static Optional<Listing.Source> source(Api of) {
        return World.page(of.sessions(Optional.empty())).items().stream()
                .filter(listing -> listing.id().equals(COPY.text()))
                .findFirst()
                .flatMap(Listing::source);
    }

    @Test
    @DisplayName("asked for twice is made once, and another one under its id is refused")
    void twice() {
        Person ann = annAtWork();
        Answer first = copy(Optional.empty(), Optional.empty(), false);
        ann.put(3, Person.tempo(7_000));
        world.hand.run();
        assertEquals(first, copy(Optional.empty(), Optional.empty(), false));
        assertEquals(8_000, read(COPY).tempo());
        assertEquals(new Answer.Refused(Problem.TAKEN, ""), copy(Optional.of(1L), Optional.empty(), false));
    }

    @Test
    @DisplayName("of nobody's or a deleted session is refused, and so is an asking that cannot be read")
    void refused() {
        String nobody = "{\"copyOf\":\"nobody\",\"frozen\":false,\"id\":\"the-copy\",\"name\":null,\"seq\":null}";
        assertEquals(new Answer.Refused(Problem.UNKNOWN_SESSION, "copyOf"), api.create(nobody));
        assertEquals(
                new Answer.Refused(Problem.MALFORMED, "seq"),
                api.create(nobody.replace("\"seq\":null", "\"seq\":\"x\"")));
        world.room().offer(new Letter.Asked(new Disposal(Disposal.Kind.DELETE, "r", 1, new CompletableFuture<>())));
        world.hand.run();
        assertEquals(new Answer.Refused(Problem.DELETED, ""), copy(Optional.empty(), Optional.empty(), false));
    }

    @Test
    @DisplayName("that is published takes no edit, undo or restore, over socket and HTTP, after a restart too")
    void frozen() {
        annAtWork();
        assertInstanceOf(Answer.Made.class, copy(Optional.empty(), Optional.empty(), true));
        refusesAll(world, "before");
        refusesAll(world.restarted(), "after");
        Person cid = world.enter("cid");
        cid.put(1, Person.tempo(5_000));
        world.hand.run();
        assertEquals(5_000, world.reading().session().tempo(), "the source goes on");
    }

    private static void refusesAll(World server, String when) {
        Person bob = new Person(server, "bob", "bob-" + when);
        bob.hello(COPY);
        server.hand.run();
        bob.read();
        bob.put(1, Person.tempo(6_000));
        bob.undo(2, "g1");
        bob.restore(3, 0);
        server.hand.run();
        List<Verdict> verdicts = bob.read(ServerMessage.Settled.class).stream()
                .flatMap(settled -> settled.verdicts().stream())
                .toList();
        assertEquals(3, verdicts.size());
        verdicts.forEach(CopyTest::isFrozen);
        for (int i = 0; i < ASKS.size(); i++) {
            isFrozen(posted(server, new OutboxId(when + i), ASKS.get(i)));
        }
        assertTrue(World.page(server.host.api().sessions(Optional.empty())).items().stream()
                .anyMatch(line -> line.id().equals(COPY.text()) && line.frozen()));
    }

    private static void isFrozen(Verdict verdict) {
        assertEquals(Optional.of(Refusal.of(Refusal.Reason.FROZEN)), verdict.refusal());
    }

    private static Verdict posted(World server, OutboxId outbox, Ask ask) {
        CompletableFuture<Post.Reply> reply = new CompletableFuture<>();
        Secret secret = new Secret("a-secret-of-a-script-somewhere");
        Edit edit = new Edit(1, new GestureId("p"), ask);
        RoomActor room = server.host.find(COPY).orElseThrow();
        room.offer(new Letter.Posted(new Post(1, secret.member(), outbox, edit, reply)));
        server.hand.run();
        return assertInstanceOf(Post.Reply.Settled.class, reply.join())
                .verdict()
                .orElseThrow();
    }

    @Test
    @DisplayName("of a published session can be edited again")
    void thawed() {
        annAtWork();
        copy(Optional.empty(), Optional.empty(), true);
        SessionId third = new SessionId("third");
        copy(new CopyRequest(third, COPY, Optional.empty(), Optional.empty(), false));
        Person bob = new Person(world, "bob", "bob-outbox");
        bob.hello(third);
        world.hand.run();
        bob.put(1, Person.tempo(6_000));
        world.hand.run();
        assertEquals(6_000, read(third).tempo());
    }
}
