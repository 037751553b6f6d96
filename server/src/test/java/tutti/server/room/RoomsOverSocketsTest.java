package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Paged;
import tutti.server.store.Await;
import tutti.sync.Chain;
import tutti.sync.Continuity;
import tutti.sync.Row;
import tutti.sync.ServerMessage;
import tutti.wire.Documents;
import tutti.wire.Seal;
import tutti.wire.Stamp;

@Tag("slow")
@DisplayName("Rooms over real sockets, with a real store")
class RoomsOverSocketsTest {
    private static final SessionId ID = new SessionId("session-of-a-test");

    @TempDir
    Path data;

    static Mutation tempo(int centiBpm) {
        return Mutation.put(new Place.OfSession(), SessionFields.TEMPO, centiBpm);
    }

    static Mutation name(String name) {
        return Mutation.put(new Place.OfSession(), SessionFields.NAME, name);
    }

    private static void create(House house) {
        String body = Documents.text(new Stamp(ID, 0, Chain.NONE, ""), Session.BLANK);
        assertInstanceOf(Answer.Made.class, house.api.create(body));
    }

    @Test
    @DisplayName("two people edit and see each other's rows; the author is told that it is settled after the row")
    void together() throws Exception {
        try (House house = new House(data)) {
            create(house);
            try (Visitor ann = Visitor.in(house.address(), "ann", ID);
                    Visitor bob = Visitor.in(house.address(), "bob", ID)) {
                ServerMessage.Welcome welcome = ann.next(ServerMessage.Welcome.class);
                assertEquals(Continuity.UNKNOWN, welcome.continuity());
                assertTrue(ann.next(ServerMessage.Snapshot.class).last());
                bob.next(ServerMessage.Welcome.class);
                bob.next(ServerMessage.Snapshot.class);

                ann.put(1, tempo(9_000));
                List<Row> rows = bob.next(ServerMessage.Rows.class).rows();
                assertEquals(List.of(tempo(9_000)), rows.getFirst().mutations());
                ann.next(ServerMessage.Rows.class);
                assertEquals(1, ann.next(ServerMessage.Settled.class).n());

                bob.put(1, name("Ours"));
                assertEquals(
                        2, ann.next(ServerMessage.Rows.class).rows().getFirst().seq());
                assertEquals(1, bob.next(ServerMessage.Settled.class).n());
            }
        }
    }

    @Test
    @DisplayName("a rename followed by leaving at once keeps the name, in the KV too, written once")
    void renameAndLeave() throws Exception {
        try (House house = new House(data)) {
            create(house);
            try (Visitor ann = Visitor.in(house.address(), "ann", ID)) {
                ann.next(ServerMessage.Welcome.class);
                ann.put(1, name("Evening"));
                ann.leave();
                assertEquals(1000, ann.closeCode());
            }
            Await.until(() -> house.host.awake() == 0 && !house.host.busy());
            assertEquals(1, house.host.tally().kvWritesTotal());
            Answer.Found found = assertInstanceOf(Answer.Found.class, house.api.read(ID.text()));
            byte[] file = Files.readAllBytes(data.resolve("kv").resolve(ID.text() + ".json"));
            assertEquals(new String(Seal.off(file).orElseThrow(), StandardCharsets.UTF_8), found.json());
            assertTrue(found.json().contains("Evening"));
        }
    }

    @Test
    @DisplayName("after a crash the state is there, and who returns gets the rows that were missed")
    void crash() throws Exception {
        Chain chain;
        House house = new House(data);
        create(house);
        try (Visitor ann = Visitor.in(house.address(), "ann", ID)) {
            ann.next(ServerMessage.Welcome.class);
            ann.put(1, tempo(9_000));
            chain = ann.next(ServerMessage.Rows.class).chain();
            ann.next(ServerMessage.Settled.class);
            ann.put(2, name("Second"));
            ann.next(ServerMessage.Settled.class);
            house.crash();
        }
        try (House again = new House(data);
                Visitor ann = new Visitor(again.address(), "ann")) {
            ann.hello(ID, 1, chain);
            ServerMessage.Welcome welcome = ann.next(ServerMessage.Welcome.class);
            assertEquals(Continuity.SAME, welcome.continuity());
            assertEquals(2, welcome.settled());
            assertEquals(2, ann.next(ServerMessage.Rows.class).rows().getFirst().seq());
        }
    }

    @Test
    @DisplayName("a program of another protocol is told both versions")
    void otherProtocol() throws Exception {
        try (House house = new House(data);
                Visitor ann = new Visitor(house.address(), "ann")) {
            ann.raw("{\"type\":\"Hello\",\"protocol\":7,\"news\":[]}");
            ServerMessage.Rejected rejected = ann.next(ServerMessage.Rejected.class);
            assertEquals(1, rejected.protocol());
            assertTrue(rejected.reason().contains("7"), rejected.reason());
            assertEquals(1008, ann.closeCode());
        }
    }

    @Test
    @DisplayName("who says what cannot be read is closed with 1007, who does not begin with Hello with 1008")
    void malformed() throws Exception {
        try (House house = new House(data);
                Visitor ann = new Visitor(house.address(), "ann");
                Visitor bob = new Visitor(house.address(), "bob")) {
            ann.raw("{]");
            assertEquals(1007, ann.closeCode());
            bob.put(1, tempo(9_000));
            assertEquals(1008, bob.closeCode());
        }
    }

    @Test
    @DisplayName("a session that nobody made is not made by asking for it")
    void nowhere() throws Exception {
        try (House house = new House(data);
                Visitor ann = Visitor.in(house.address(), "ann", new SessionId("nobody-made-this"))) {
            assertEquals(
                    "there is no such session",
                    ann.next(ServerMessage.Rejected.class).reason());
            assertEquals(1008, ann.closeCode());
            assertEquals(new Paged.Page<>(List.of(), Optional.empty()), house.api.sessions(Optional.empty()));
        }
    }

    @Test
    @DisplayName("an edit over HTTP reaches who is in, and sent twice it is answered twice the same and done once")
    void overHttp() throws Exception {
        try (House house = new House(data)) {
            create(house);
            try (Visitor bob = Visitor.in(house.address(), "bob", ID)) {
                bob.next(ServerMessage.Snapshot.class);
                String edit = "{\"edit\":{\"ask\":{\"mutations\":[{\"at\":\"session\",\"put\":\"tempo\",\"to\":9000}],"
                        + "\"type\":\"Change\"},\"gesture\":\"g\",\"n\":1},\"outbox\":\"script\"}";
                String secret = "a-secret-of-a-script-somewhere";
                Answer first = house.api.edit(ID.text(), secret, edit);
                assertInstanceOf(Answer.Settled.class, first);
                assertEquals(first, house.api.edit(ID.text(), secret, edit));
                assertEquals(1, bob.next(ServerMessage.Rows.class).rows().size());
                Answer ahead = house.api.edit(ID.text(), secret, edit.replace("\"n\":1", "\"n\":7"));
                assertEquals(new Answer.Ahead(1), ahead);
                Answer.Found found = assertInstanceOf(Answer.Found.class, house.api.read(ID.text()));
                assertTrue(found.json().contains("9000"));
            }
        }
    }

    @Test
    @DisplayName("eight who touch a legacy record at the same moment adopt it once and are in one room")
    void adoptTogether() throws Exception {
        SessionId old = new SessionId("old-record");
        Path legacy = Files.createDirectories(data.resolve("kv").resolve("legacy"));
        Files.writeString(
                legacy.resolve("old-record.json"), "{\"id\":\"old-record\",\"state\":{\"tracks\":[],\"tempo\":111}}");
        try (House house = new House(data)) {
            List<Visitor> all = IntStream.range(0, 8)
                    .mapToObj(i -> new Visitor(house.address(), "visitor" + i))
                    .toList();
            all.parallelStream().forEach(visitor -> visitor.hello(old, 0, Chain.NONE));
            for (Visitor visitor : all) {
                assertEquals(0, visitor.next(ServerMessage.Welcome.class).seq());
            }
            assertEquals(1, house.journal.adoptions());
            assertEquals(1, house.host.tally().kvFallbacksTotal());
            all.getFirst().put(1, tempo(9_000));
            for (Visitor visitor : all) {
                assertEquals(1, visitor.next(ServerMessage.Rows.class).rows().size());
                visitor.close();
            }
        }
    }
}
