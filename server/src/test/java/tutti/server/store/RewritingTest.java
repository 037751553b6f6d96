package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("A store that is rewritten")
class RewritingTest {

    @TempDir
    Path folder;

    private H2Journal journal;

    @BeforeEach
    void open() throws IOException {
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void reopen() throws IOException {
        journal.close();
        open();
    }

    private Copied.Done rewrite() throws IOException {
        return assertInstanceOf(Copied.Done.class, journal.rewrite(Progress.SILENT));
    }

    private List<Path> stores() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(StoreFolder.ENDING))
                    .toList();
        }
    }

    /** One number out of the store's file, which must not be open. */
    private long count(String query) throws IOException, SQLException {
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement statement = store.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @DisplayName("has everything that it had, in one new file, now and at the next start")
    void same() throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        room.append(room.batch(room.next("one", "two"), new OutboxState("ann", "box", 2, Bytes.utf8("said"))));
        TreeMap<String, Bytes> fresh = new TreeMap<>();
        fresh.put("head", Bytes.utf8("a new head"));
        Checkpoint checkpoint = new Checkpoint(room.at, fresh, new TreeSet<>(Set.of("track/T")));
        room.append(room.with(List.of(), Optional.of(checkpoint), Optional.of("a new name")));
        room.append("three");
        room.note(2);
        Rooms.begin(journal, "b");
        Load before = journal.load(room.session, Rooms.ALL);
        List<Listed> list = journal.list();
        Path old = stores().getFirst();
        rewrite();
        for (int start = 0; start < 2; start++) {
            assertEquals(before, journal.load(room.session, Rooms.ALL));
            assertEquals(list, journal.list());
            assertEquals(1, stores().size());
            assertTrue(!stores().contains(old));
            reopen();
        }
        assertInstanceOf(Outcome.Committed.class, Rooms.load(journal, "a").append("four"));
        assertInstanceOf(Outcome.Committed.class, Rooms.begin(journal, "c").append("one"));
    }

    @Test
    @DisplayName("brings nothing back from the dead: a deleted session leaves its tombstone alone")
    void dead() throws IOException, SQLException {
        Rooms.Room dead = Rooms.begin(journal, "dead");
        dead.append(dead.batch(dead.next("one"), new OutboxState("ann", "box", 1, Bytes.NONE)));
        Outcome buried = Rooms.answer(told -> journal.bury(dead.session, dead.version, "delete it", told));
        assertInstanceOf(Outcome.Committed.class, buried);
        Rooms.Room alive = Rooms.begin(journal, "alive");
        alive.append("one");
        assertEquals(1, rewrite().sessions());
        assertEquals(new Load.Buried(), journal.load(dead.session, Rooms.ALL));
        assertEquals(Set.of(dead.session), journal.buried());
        Creation again = Rooms.answer(told -> journal.create(dead.session, Rooms.birth("dead"), told));
        assertEquals(new Creation.Buried(), again);
        Outcome sentTwice = Rooms.answer(told -> journal.bury(dead.session, dead.version, "delete it", told));
        assertInstanceOf(Outcome.Committed.class, sentTwice);
        journal.close();
        assertEquals(1, count("SELECT COUNT(*) FROM entry"));
        assertEquals(2, count("SELECT COUNT(*) FROM part"));
        assertEquals(0, count("SELECT COUNT(*) FROM outbox"));
        open();
    }

    @Test
    @DisplayName("is no larger than what is of use in it")
    void smaller() throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        for (int i = 0; i < 200; i++) {
            room.append("edit " + i);
        }
        Copied.Done done = rewrite();
        assertTrue(done.bytesAfter() * 3 < done.bytesBefore(), done::toString);
    }

    @Test
    @DisplayName("stays as it is when somebody ends it, and can be rewritten after that")
    void cancelled() throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        room.append("one");
        List<Path> before = stores();
        assertEquals(new Copied.Cancelled(), journal.rewrite((rows, all) -> false));
        assertEquals(before, stores());
        room.append("two");
        rewrite();
        assertEquals(room.rows, Rooms.load(journal, "a").rows);
    }

    @Test
    @DisplayName("stays as it is when something in it is damaged, and says what")
    void damaged() throws IOException, SQLException {
        Rooms.begin(journal, "a").append("one", "two");
        Rooms.begin(journal, "b").append("one");
        journal.close();
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement statement = store.createStatement()) {
            statement.executeUpdate("UPDATE entry SET body = X'00' WHERE id = 4294967298");
        }
        open();
        List<Path> before = stores();
        StoreDamaged damaged = assertThrows(StoreDamaged.class, () -> journal.rewrite(Progress.SILENT));
        assertEquals(
                "session a, row 2: it does not fit its chain", damaged.damage().toString());
        assertEquals(before, stores());
        assertInstanceOf(Outcome.Committed.class, Rooms.load(journal, "b").append("two"));
    }

    @Test
    @DisplayName("is rewritten by itself when it has grown to many times what is of use")
    void byItself() throws IOException {
        journal.close();
        Growth early = new Growth(300_000, 4, Long.MAX_VALUE / 8);
        Ground ground = new Ground(H2Mode.DURABLE, Disk.SYSTEM, early);
        journal = H2Journal.open(folder, Rooms.UNWATCHED, ground);
        Rooms.Room room = Rooms.begin(journal, "a");
        Await.until(() -> {
            assertInstanceOf(Outcome.Committed.class, room.append("edit"));
            return journal.metrics().rewritings() > 0;
        });
        assertEquals(room.rows, Rooms.load(journal, "a").rows);
    }

    /** What is counted as live is an estimate; H2's own share makes a small file many times as large. */
    @Test
    @DisplayName("is not rewritten by itself over and over where it cannot become smaller")
    void noSmaller() throws IOException {
        journal.close();
        Ground ground = new Ground(H2Mode.DURABLE, Disk.SYSTEM, new Growth(1, 2, Long.MAX_VALUE / 8));
        journal = H2Journal.open(folder, Rooms.UNWATCHED, ground);
        Rooms.Room room = Rooms.begin(journal, "a");
        Await.until(() -> journal.metrics().rewritings() > 0);
        room.append("one more");
        Await.until(() -> StoreFiles.witnessed(folder) > 0);
        assertEquals(1, journal.metrics().rewritings());
    }

    @Test
    @DisplayName("while fifty sessions are edited from several threads loses nothing and repeats nothing")
    void busy() throws Exception {
        BusyRooms rooms = new BusyRooms(journal, 50, 4);
        rooms.start();
        for (int i = 0; i < 3; i++) {
            long before = rooms.told();
            rewrite();
            Await.until(() -> rooms.told() > before + 50);
        }
        rooms.stop();
        rooms.check(journal);
        reopen();
        rooms.check(journal);
    }
}
