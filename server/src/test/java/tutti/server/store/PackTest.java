package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("Rows that undo no longer reaches")
class PackTest {
    private static final int ROWS = 20_600;
    private static final String WHERE = "session long, pack of rows 4097 to 8192";

    @TempDir
    Path folder;

    private H2Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void write() throws IOException {
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        room = Rooms.begin(journal, "long");
        append(ROWS);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void append(int rows) {
        for (int left = rows; left > 0; left -= Limits.BATCH_ROWS) {
            String[] texts = new String[Math.min(left, Limits.BATCH_ROWS)];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = "row " + (room.at.seq() + i);
            }
            room.append(texts);
        }
    }

    private Copied.Done rewrite() throws IOException {
        return assertInstanceOf(Copied.Done.class, journal.rewrite(Progress.SILENT));
    }

    private List<Row> rows(long after, int maxBytes) {
        return assertInstanceOf(Stretch.Rows.class, journal.rows(room.session, after, maxBytes))
                .rows();
    }

    /** The places where packs begin and end, and their neighbours. */
    private static List<Long> boundaries() {
        List<Long> boundaries = new ArrayList<>();
        for (long edge = 0; edge <= ROWS; edge += Limits.PACK_ROWS) {
            for (long seq = edge - 2; seq <= edge + 2; seq++) {
                boundaries.add(seq);
            }
        }
        boundaries.add((long) ROWS - Limits.LOOSE_ROWS);
        boundaries.removeIf(seq -> seq < 0 || seq > ROWS);
        return boundaries;
    }

    @Test
    @DisplayName("are packed when the store is rewritten, and read the same as before at every boundary")
    void same() throws IOException {
        assertEquals(3 * Limits.PACK_ROWS, rewrite().packed());
        assertEquals(room.rows, Rooms.load(journal, "long").rows);
        for (long after : boundaries()) {
            List<Row> stretch = rows(after, Integer.MAX_VALUE);
            int end = (int) Math.min(ROWS, after + Limits.STRETCH_ROWS);
            assertEquals(room.rows.subList((int) after, end), stretch);
            int one = after < ROWS ? 1 : 0;
            assertEquals(room.rows.subList((int) after, (int) after + one), rows(after, 1));
        }
        for (int window : List.of(0, 1, Limits.LOOSE_ROWS, Limits.LOOSE_ROWS + 1, 13_000)) {
            Load load = journal.load(room.session, new Window(window, Long.MAX_VALUE));
            Load.Found found = assertInstanceOf(Load.Found.class, load);
            assertEquals(room.rows, found.rows(), "the snapshot is at 0, so all rows are needed");
        }
    }

    @Test
    @DisplayName("are packed once: what was packed stays as it is, and what follows is packed by the next rewriting")
    void again() throws IOException {
        rewrite();
        assertEquals(3 * Limits.PACK_ROWS, rewrite().packed());
        append(Limits.PACK_ROWS);
        assertEquals(4 * Limits.PACK_ROWS, rewrite().packed());
        assertEquals(room.rows, Rooms.load(journal, "long").rows);
        append(10);
        journal.close();
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        assertEquals(room.rows, Rooms.load(journal, "long").rows);
    }

    @Test
    @DisplayName("are known to be damaged, whatever is wrong with their pack, and others are read all the same")
    void damaged() throws IOException, SQLException {
        rewrite();
        for (String set : List.of(
                "body = X'789c030000000001'", "after = X'00'", "before = X'00'", "crc = crc + 1", "size = size + 1")) {
            change("CREATE TABLE kept AS SELECT * FROM pack");
            change("UPDATE pack SET " + set + " WHERE id = " + Tables.key(1, 4_097));
            Damage damage = new Damage(WHERE, "it is not as it was written");
            assertEquals(new Load.Damaged(damage), journal.load(room.session, Rooms.ALL), set);
            assertEquals(new Stretch.Damaged(damage), journal.rows(room.session, 5_000, 1), set);
            assertEquals(room.rows.subList(8_193, 8_194), rows(8_193, 1), set);
            change("DELETE FROM pack", "INSERT INTO pack SELECT * FROM kept", "DROP TABLE kept");
        }
        assertEquals(room.rows, Rooms.load(journal, "long").rows);
    }

    @Test
    @DisplayName("are missed if their pack is gone")
    void missing() throws IOException, SQLException {
        rewrite();
        change("DELETE FROM pack WHERE id = " + Tables.key(1, 4_097));
        Damage damage = new Damage("session long, row 4097", "it is missing");
        assertEquals(new Stretch.Damaged(damage), journal.rows(room.session, 4_096, 1));
    }

    private void change(String... statements) throws IOException, SQLException {
        journal.close();
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement statement = store.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
    }

    @Test
    @DisplayName("that are large make smaller packs, each within what one value may hold")
    void large() throws IOException {
        for (int i = 0; i < 40; i++) {
            room.append("x".repeat(300_000) + i);
        }
        append(Limits.LOOSE_ROWS);
        rewrite();
        assertEquals(room.rows, Rooms.load(journal, "long").rows);
    }
}
