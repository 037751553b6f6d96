package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.server.verify.Folders;

@Tag("slow")
@DisplayName("Damage that H2 does not notice")
class DamageTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.Room room = Rooms.begin(journal, "a");
            OutboxState state = new OutboxState("ann", "box", 3, Bytes.utf8("verdicts"));
            room.append(room.batch(room.next("one", "two", "three"), state));
            Rooms.begin(journal, "b").append("fine");
        }
    }

    private void change(String sql) throws IOException, SQLException {
        Damages.change(folder, sql);
    }

    /** Why the server does not start; not a byte in the folder changes. */
    private StoreDamaged refused() throws IOException {
        SortedMap<String, String> before = Folders.bytes(folder);
        StoreDamaged damaged = assertThrows(StoreDamaged.class, () -> H2Journal.open(folder, Rooms.UNWATCHED));
        assertEquals(before, Folders.bytes(folder), damaged::getMessage);
        return damaged;
    }

    @ParameterizedTest(name = "{0} is told as: {1}")
    @MethodSource("tutti.server.store.Damages#all")
    void isNamed(String sql, String told) throws IOException, SQLException {
        change(sql);
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Load load = journal.load(Rooms.id("a"), Rooms.ALL);
            assertEquals(
                    told, assertInstanceOf(Load.Damaged.class, load).damage().toString());
            assertEquals(1, Rooms.load(journal, "b").rows.size());
        }
    }

    @Test
    @DisplayName("in the kind of a value of one session is told of that one, and the others are served")
    void kindOfAValue() throws IOException, SQLException {
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement alter = store.createStatement()) {
            alter.execute("ALTER TABLE head ALTER COLUMN seq DOUBLE PRECISION");
        }
        change("UPDATE head SET seq = 4.4E304 WHERE session = 1");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            assertEquals(Set.of(Rooms.id("a")), journal.damaged().keySet());
            assertInstanceOf(Load.Damaged.class, journal.load(Rooms.id("a"), Rooms.ALL));
            assertEquals(1, Rooms.load(journal, "b").rows.size());
        }
    }

    @Test
    @DisplayName("in the catalogue of tables, of which one is not found, is told by verify and is no disk that failed")
    void table(@TempDir Path other, @TempDir Path scratch) throws IOException, SQLException {
        H2Journal.open(other, Rooms.UNWATCHED).close();
        try (StoreFolder held = StoreFolder.take(other, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement drop = store.createStatement()) {
            drop.execute("DROP TABLE trimmed");
        }
        try (Audit audit = Audit.open(other, scratch)) {
            Damage damage = assertThrows(StoreDamaged.class, audit::strays).damage();
            assertTrue(damage.what().contains("Table \"TRIMMED\" not found"), damage.toString());
        }
    }

    @Test
    @DisplayName("in a snapshot's part is folded around from an older one, told by verify, and gone with the next")
    void folded(@TempDir Path other, @TempDir Path scratch) throws IOException, SQLException {
        folder = other;
        List<Row> rows;
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.Room room = Rooms.begin(journal, "a");
            room.append("one", "two");
            snapshot(room, Map.of("head", Bytes.utf8("the head at two")));
            room.append("three");
            rows = room.rows;
        }
        Damage damage = new Damage("session a, part head", "it is not as it was written");
        change("UPDATE part SET body = X'00' WHERE id = 4294967299");
        try (Audit audit = Audit.open(folder, scratch)) {
            Listed line = audit.sessions().getFirst().line();
            assertEquals(
                    damage,
                    assertThrows(StoreDamaged.class, () -> audit.session(line)).damage());
        }
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Load.Found found = assertInstanceOf(Load.Found.class, journal.load(Rooms.id("a"), new Window(0, 0)));
            assertEquals(0, found.snapshot().at().seq());
            assertFalse(found.snapshot().newest());
            assertEquals(Bytes.utf8("the head of a"), found.snapshot().parts().get("head"));
            assertEquals(rows, found.rows(), "all rows that lead on from there");
            assertEquals(0, footing(journal, 2).at().seq());
            Rooms.Room room = Rooms.load(journal, "a");
            snapshot(room, Map.of("head", Bytes.utf8("the head at three")));
            assertEquals(3, footing(journal, 3).at().seq());
        }
        try (Audit audit = Audit.open(folder, scratch)) {
            assertInstanceOf(
                    Load.Found.class, audit.session(audit.sessions().getFirst().line()));
        }
        change("DELETE FROM part WHERE id BETWEEN 4294967297 AND 4294967300");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            assertInstanceOf(Load.Damaged.class, journal.load(Rooms.id("a"), Rooms.ALL), "there is none that is whole");
        }
    }

    private static Snapshot footing(Journal journal, long seq) {
        return assertInstanceOf(Footing.At.class, journal.footing(Rooms.id("a"), seq))
                .snapshot();
    }

    private static void snapshot(Rooms.Room room, Map<String, Bytes> fresh) {
        Checkpoint taken = new Checkpoint(room.at, new TreeMap<>(fresh), new TreeSet<>(Set.of("track/T")));
        assertInstanceOf(
                Outcome.Committed.class, room.append(room.with(List.of(), Optional.of(taken), Optional.empty())));
    }

    @Test
    @DisplayName("in a row is told to whoever reads a stretch, too")
    void stretch() throws IOException, SQLException {
        change("UPDATE entry SET body = X'00' WHERE id = 4294967298");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Stretch told = journal.rows(Rooms.id("a"), 1, 1);
            assertEquals(new Stretch.Damaged(new Damage("session a, row 2", "it does not fit its chain")), told);
        }
    }

    @ParameterizedTest(name = "in the catalogue alone leaves the session readable: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE head SET name = 'another' WHERE session = 1 | (its name is damaged) | 3",
                "UPDATE head SET kv_seq = 2 WHERE session = 1 | name of a | -1",
                "UPDATE seal SET name = name + 1 WHERE session = 1 | (its name is damaged) | 3",
                "UPDATE seal SET kv = kv + 1 WHERE session = 1 | name of a | -1"
            })
    void catalogue(String sql, String name, long kvSeq) throws IOException, SQLException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.load(journal, "a").note(3);
        }
        change(sql);
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Listed line = journal.list().getFirst();
            assertEquals(name, line.name());
            assertEquals(kvSeq, line.kvSeq().orElse(-1));
            assertEquals(List.of("one", "two", "three"), texts(Rooms.load(journal, "a")));
        }
    }

    @Test
    @DisplayName("in what the catalogue says of one session leaves the list of the others, and is told beside it")
    void beside() throws IOException, SQLException {
        change("INSERT INTO tomb VALUES(1, 'x')");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            assertEquals(
                    List.of(Rooms.id("b")),
                    journal.list().stream().map(Listed::session).toList());
            assertEquals(Set.of(), journal.buried());
            assertEquals(
                    "session a: whether it was deleted is not as it was written",
                    journal.damaged().get(Rooms.id("a")).toString());
        }
    }

    @Test
    @DisplayName("that would take a session out of the bin again is named")
    void unbinned() throws IOException, SQLException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.Room room = Rooms.load(journal, "a");
            Outcome binned =
                    Rooms.answer(told -> journal.bin(room.session, room.version, OptionalLong.of(5), "r", told));
            assertInstanceOf(Outcome.Committed.class, binned);
        }
        change("DELETE FROM bin");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            assertEquals(
                    "session a: what the bin says of it is not as it was written",
                    assertInstanceOf(Load.Damaged.class, journal.load(Rooms.id("a"), Rooms.ALL))
                            .damage()
                            .toString());
        }
    }

    @ParameterizedTest(
            name = "in the request that made a session is told to who asks for it again, and keeps nobody: {0}")
    @ValueSource(
            strings = {
                "UPDATE session SET request = 'another' WHERE id = 'a'",
                "UPDATE voucher SET request = request + 1 WHERE session = 1"
            })
    void request(String sql, @TempDir Path scratch) throws IOException, SQLException {
        change(sql);
        Damage damage = new Damage("session a", "the request that made it is not as it was written");
        try (Audit audit = Audit.open(folder, scratch)) {
            assertEquals(
                    List.of(damage), audit.beside(audit.sessions().getFirst().line()));
        }
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            assertEquals(
                    new Creation.Damaged(damage),
                    Rooms.<Creation>answer(told -> journal.create(Rooms.id("a"), Rooms.birth("a"), told)));
            assertEquals(List.of("one", "two", "three"), texts(Rooms.load(journal, "a")));
        }
    }

    @Test
    @DisplayName("in the table of sessions keeps the server from starting: what is not found was not there")
    void numbers() throws IOException, SQLException {
        change("UPDATE session SET number = 7 WHERE id = 'a'");
        StoreDamaged damaged = refused();
        assertEquals("session number 1 is missing", damaged.damage().what());
    }

    @Test
    @DisplayName("in a session's own row is named beside the list of the others")
    void list() throws IOException, SQLException {
        change("UPDATE session SET frozen = TRUE WHERE id = 'a'");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            assertEquals(
                    List.of(Rooms.id("b")),
                    journal.list().stream().map(Listed::session).toList());
            assertEquals(
                    "session a: its row is not as it was written",
                    journal.damaged().get(Rooms.id("a")).toString());
        }
    }

    @ParameterizedTest(name = "{0} keeps the server from starting: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM meta | it has no meta row",
                "UPDATE meta SET format = 'x' | its format is x, not tutti-store",
                "UPDATE meta SET version = 6 | a newer server wrote it (schema 6, this server knows 5)",
                "UPDATE meta SET store = 'x' | it is store x, but CURRENT names store"
            })
    void meta(String sql, String told) throws IOException, SQLException {
        change(sql);
        StoreDamaged damaged = refused();
        assertTrue(damaged.damage().what().startsWith(told), damaged.getMessage());
    }

    @Test
    @DisplayName("is not everything: an undamaged store loads")
    void none() throws IOException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            assertEquals(List.of("one", "two", "three"), texts(Rooms.load(journal, "a")));
        }
    }

    private static List<String> texts(Rooms.Room room) {
        return room.rows.stream().map(row -> row.bytes().text()).toList();
    }
}
