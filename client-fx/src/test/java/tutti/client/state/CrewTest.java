package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.ClientMessage;
import tutti.sync.Continuity;
import tutti.sync.GestureId;
import tutti.sync.Lobby;
import tutti.sync.Notice;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.RoomClock;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

@DisplayName("A window's outboxes")
class CrewTest {
    private static final SessionId ROOM = new SessionId("room");
    private static final Secret SECRET = new Secret("s".repeat(22));
    private static final Place<Session> HEAD = new Place.OfSession();

    private final AtomicInteger ids = new AtomicInteger();
    private final Codec codec = new Codec();

    @TempDir
    private Path data;

    /** A line to nowhere that remembers what was sent. */
    private final class DeadLine implements Line {
        private final List<ClientMessage> sent = new ArrayList<>();
        private int wells;

        @Override
        public void send(String frame) {
            sent.add(((Parsed.Of<ClientMessage>) codec.readClient(frame)).value());
        }

        @Override
        public void well() {
            wells++;
        }

        @Override
        public void again() {
            sent.clear();
        }

        @Override
        public void close() {
            sent.clear();
        }
    }

    /** Of the crew that was opened last, its own first. */
    private final List<SessionCore> cores = new ArrayList<>();

    private final List<DeadLine> lines = new ArrayList<>();

    private Crew open() throws IOException {
        Drawer drawer = new Drawer(data, ROOM);
        SessionCore.Setting setting = new SessionCore.Setting(
                ROOM, SECRET, () -> new OutboxId("o" + ids.incrementAndGet()), new Bulletin(), new Kept(data));
        cores.clear();
        lines.clear();
        for (Drawer.Claimed files : drawer.claim(setting.freshOutbox())) {
            lines.add(new DeadLine());
            cores.add(new SessionCore(setting, new Profile("A", 0), drawer, files, lines.getLast()));
        }
        return new Crew(cores.getFirst(), cores.subList(1, cores.size()));
    }

    private static void name(Crew crew, String gesture, String name) throws IOException {
        Mutation mutation = Mutation.put(HEAD, SessionFields.NAME, name);
        SessionCore main = crew.main();
        main.act(main.replica().propose(new GestureId(gesture), List.of(mutation), 0), 0);
    }

    @Test
    @DisplayName("what was edited without a server is there after two restarts, and can be undone")
    void restart() throws IOException {
        Crew first = open();
        name(first, "g1", "Night shift");
        first.close(1);
        open().close(1);
        Crew second = open();
        assertEquals("Night shift", second.status().view().session().name());
        assertEquals(1, second.status().view().waiting());
        second.main().act(second.main().replica().undo(new GestureId("u"), 2), 2);
        assertEquals("", second.status().view().session().name());
        assertEquals(0, second.status().view().waiting());
    }

    @Test
    @DisplayName("two dead windows leave two outboxes: one is gone on with, the other is carried and shown")
    void couriers() throws IOException {
        Crew next = twoDeadWindows();
        Status status = next.status();
        assertEquals("From the first window", status.view().session().name());
        assertEquals(9_900, status.view().session().tempo());
        assertEquals(2, status.view().waiting());
        assertTrue(status.view().canUndo());
        next.close(2);
    }

    @Test
    @DisplayName("what this window does shows at once, whatever a courier carries under it, and only that is folded")
    void over() throws IOException {
        Crew crew = twoDeadWindows();
        SessionCore main = crew.main();
        crew.status();
        long folded = main.replica().folded();
        assertEquals(2, folded, "one of mine, one carried");
        main.act(
                main.replica()
                        .propose(new GestureId("g3"), List.of(Mutation.put(HEAD, SessionFields.TEMPO, 12_345)), 2),
                2);
        for (int i = 0; i < 50; i++) {
            assertEquals(12_345, crew.status().view().session().tempo());
        }
        assertEquals(folded + 1, main.replica().folded());
        crew.close(3);
    }

    @Test
    @DisplayName("what is carried is delivered under its own outbox, and that is gone then")
    void delivered() throws IOException {
        Crew crew = twoDeadWindows();
        SessionCore courier = cores.get(1);
        courier.opened(2);
        courier.frame(welcome(), 2);
        assertEquals(
                List.of("Hello", "Submit"),
                lines.get(1).sent.stream()
                        .map(message -> message.getClass().getSimpleName())
                        .toList());
        crew.tick(3);
        assertEquals(2, files());
        courier.frame(codec.write(new ServerMessage.Settled(1, 0, List.of())), 4);
        crew.tick(5);
        assertEquals(1, files());
        assertEquals(1, crew.status().view().waiting());
        crew.close(6);
    }

    @Test
    @DisplayName("an outbox that goes on under another id is gone with its file once it is delivered")
    void renewed() throws IOException {
        Crew crew = twoDeadWindows();
        SessionCore courier = cores.get(1);
        courier.opened(2);
        courier.frame(welcome(5), 2);
        courier.frame(welcome(0), 3);
        OutboxId renewed = courier.replica().outbox().id();
        assertEquals("o" + ids.get(), renewed.text(), "the server went back: it is a fresh one");
        courier.opened(4);
        courier.frame(welcome(0), 4);
        crew.tick(5);
        courier.frame(codec.write(new ServerMessage.Settled(1, 0, List.of())), 6);
        crew.tick(7);
        assertEquals(1, files());
        crew.close(8);
    }

    @Test
    @DisplayName("are let go of together if one of them cannot be read: the next try finds all that waits")
    void oneUnreadable() throws IOException {
        twoDeadWindows().close(2);
        Path folder = data.resolve("outbox").resolve(ROOM.text());
        Path broken = folder.resolve("z.outbox");
        try (FileChannel channel = FileChannel.open(broken, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), Limits.OUTBOX_READ);
        }
        assertThrows(IOException.class, this::open);
        assertThrows(IOException.class, this::open, "it is said again, and no fresh one begun");
        assertEquals(3, files());
        Files.delete(broken);
        Crew crew = open();
        assertEquals(2, crew.status().view().waiting());
        crew.close(3);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("outbox").resolve(ROOM.text()))) {
            return all.filter(file -> file.toString().endsWith(".outbox")).count();
        }
    }

    @Test
    @DisplayName("a connection is of use once something is heard after its Welcome: no refusal, no Welcome alone")
    void ofUse() throws IOException {
        SessionCore core = open().main();
        core.opened(1);
        core.frame(codec.write(new ServerMessage.Paused("no")), 1);
        core.frame(welcome(), 1);
        core.frame("what no version says", 1);
        core.broken("it was given up");
        core.opened(2);
        core.frame(codec.write(new ServerMessage.Rejected(1, "no")), 2);
        assertEquals(0, lines.getFirst().wells);
        core.frame(welcome(), 3);
        core.frame(codec.write(new ServerMessage.Settled(0, 0, List.of())), 3);
        assertEquals(1, lines.getFirst().wells);
    }

    @Test
    @DisplayName("that another window goes on with is said in words with what to do, and holds until then")
    void replaced() throws IOException {
        Crew crew = open();
        crew.main().opened(1);
        crew.main().frame(welcome(), 1);
        crew.main().replaced();
        Status status = crew.status();
        assertEquals(Status.Link.REPLACED, status.link());
        assertTrue(
                status.trouble().contains("another window") && status.trouble().contains("open it again"));
        assertEquals(
                List.of(new Notice.Rejected(status.trouble())),
                status.told().stream().map(Told::notice).toList());
    }

    private String welcome() {
        return welcome(0);
    }

    private String welcome(long settled) {
        RoomClock clock = new RoomClock(0, new Lobby("clock", Session.BLANK).transport());
        return codec.write(new ServerMessage.Welcome(
                SECRET.member(), 0, Continuity.SAME, settled, List.of(), "clock", clock, List.of(), List.of()));
    }

    private Crew twoDeadWindows() throws IOException {
        Crew one = open();
        Crew two = open();
        name(one, "g1", "From the first window");
        two.main()
                .act(
                        two.main()
                                .replica()
                                .propose(
                                        new GestureId("g2"),
                                        List.of(Mutation.put(HEAD, SessionFields.TEMPO, 9_900)),
                                        0),
                        0);
        one.close(1);
        two.close(1);
        return open();
    }

    @Test
    @DisplayName("a window beside a living one has an outbox of its own")
    void beside() throws IOException {
        Crew one = open();
        name(one, "g1", "Mine");
        Crew two = open();
        assertEquals("", two.status().view().session().name());
        assertFalse(two.status().view().canUndo());
        one.close(1);
        two.close(1);
    }
}
