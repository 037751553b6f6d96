package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Parts;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Base;
import tutti.sync.Chain;
import tutti.sync.Continuity;
import tutti.sync.Lobby;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.RoomClock;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;

@Tag("fault")
@DisplayName("What a server has lost")
class KeptTest {
    private static final SessionId ROOM = new SessionId("room");
    private static final Secret SECRET = new Secret("s".repeat(22));
    private static final Session NEWER = SessionFields.NAME.with(Session.BLANK, "Newer");
    private static final Session KEPT = SessionFields.NAME.with(Session.BLANK, "Newer (kept)");

    private final AtomicInteger ids = new AtomicInteger();
    private final Codec codec = new Codec();

    @TempDir
    private Path folder;

    private Path data;
    private Drawer drawer;
    private Drawer.Claimed files;
    private SessionCore core;

    /** A line to nowhere. */
    private record Nowhere() implements Line {
        @Override
        public void send(String frame) {
            assertEquals("{", frame.substring(0, 1));
        }

        @Override
        public void well() {}

        @Override
        public void again() {
            throw new AssertionError("nothing is wrong with this line");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @BeforeEach
    void knowing() throws IOException {
        data = folder.resolve("data");
        open(data);
        drawer.save(files.base(), new Base(NEWER, 5, Chain.NONE));
        core.close(0);
        open(data);
    }

    @AfterEach
    void close() throws IOException {
        files.log().close();
    }

    private void open(Path at) throws IOException {
        drawer = new Drawer(at, ROOM);
        files = drawer.claim(() -> new OutboxId("o" + ids.incrementAndGet())).getFirst();
        SessionCore.Setting setting = new SessionCore.Setting(
                ROOM, SECRET, () -> new OutboxId("id" + ids.incrementAndGet()), new Bulletin(), new Kept(at));
        core = new SessionCore(setting, new Profile("A", 0), drawer, files, new Nowhere());
    }

    /** The server answers with a history that is another one, and an older state. */
    private void wentBack() throws IOException {
        RoomClock clock = new RoomClock(0, new Lobby("clock", Session.BLANK).transport());
        core.opened(1);
        core.frame(
                codec.write(new ServerMessage.Welcome(
                        SECRET.member(), 0, Continuity.DIFFERENT, 0, List.of(), "clock", clock, List.of(), List.of())),
                1);
    }

    private void snapshot() throws IOException {
        core.frame(codec.write(new ServerMessage.Snapshot(0, Chain.NONE, Parts.of(Session.BLANK), true)), 2);
        core.tick(10_000_000);
    }

    /** What is on the disk when the process is killed now. */
    private Path killed() throws IOException {
        Path disk = folder.resolve("disk-" + ids.incrementAndGet());
        try (Stream<Path> all = Files.walk(data)) {
            for (Path from : all.toList()) {
                Files.copy(from, disk.resolve(data.relativize(from)));
            }
        }
        return disk;
    }

    private static List<Session> kept(Path at) throws IOException {
        return new Kept(at).copies().stream().map(Kept.Copy::document).toList();
    }

    private long saved(Path disk) throws IOException {
        return drawer.base(disk.resolve(data.relativize(files.base()))).seq();
    }

    @Test
    @DisplayName("is in a file before what the server has now takes its place, whenever the window is killed")
    void beforeTheSnapshot() throws IOException {
        Path before = killed();
        assertEquals(5, saved(before));
        wentBack();
        Path between = killed();
        assertEquals(List.of(KEPT), kept(between));
        assertEquals(5, saved(between));
        snapshot();
        Path after = killed();
        assertEquals(List.of(KEPT), kept(after));
        assertEquals(0, saved(after));
        assertEquals(Session.BLANK, core.status().view().session());
    }

    @Test
    @DisplayName("is kept once, however often its window dies before it has taken in what the server has now")
    void once() throws IOException {
        for (int i = 0; i < 3; i++) {
            wentBack();
            files.log().close();
            open(data);
        }
        assertEquals(List.of(KEPT), kept(data));
    }

    @Test
    @DisplayName("is kept until it is a room, under the id that the room has; other windows see that")
    void made() throws IOException {
        wentBack();
        Kept mine = new Kept(data);
        Kept others = new Kept(data);
        Kept.Copy copy = others.copies().getFirst();
        assertEquals(mine.copies(), List.of(copy));
        mine.made(copy);
        mine.made(copy);
        assertEquals(List.of(), others.copies());
        assertEquals(List.of(), mine.copies());
    }

    @Test
    @DisplayName("stays where it is if it cannot be read, and hides nothing else")
    void unreadable() throws IOException {
        wentBack();
        Files.writeString(data.resolve("kept").resolve("another.json"), "{");
        assertEquals(List.of(KEPT), kept(data));
    }
}
