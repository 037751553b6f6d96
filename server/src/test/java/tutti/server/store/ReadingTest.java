package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Reading a session of 600 rows of ten bytes, with a snapshot at 400,")
class ReadingTest {
    private static final int ROWS = 600;
    private static final int SNAPSHOT = 400;

    @TempDir
    Path folder;

    private Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void write() throws IOException {
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        room = Rooms.begin(journal, "a");
        append(SNAPSHOT, true);
        append(ROWS - SNAPSHOT, false);
    }

    private void append(int count, boolean checkpoint) {
        String[] texts = IntStream.range(0, count)
                .mapToObj(i -> String.format("row %06d", i))
                .toArray(String[]::new);
        List<Row> next = room.next(texts);
        Checkpoint taken = new Checkpoint(next.getLast().at(), new TreeMap<>(), new TreeSet<>(List.of("head")));
        room.append(room.with(next, checkpoint ? Optional.of(taken) : Optional.empty(), Optional.empty()));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private List<Row> loaded(int rows, long bytes) {
        Load load = journal.load(room.session, new Window(rows, bytes));
        return assertInstanceOf(Load.Found.class, load).rows();
    }

    private List<Row> last(int rows) {
        return room.rows.subList(ROWS - rows, ROWS);
    }

    @Test
    @DisplayName("yields all rows after the snapshot, however small the window is")
    void afterSnapshot() {
        assertEquals(last(ROWS - SNAPSHOT), loaded(0, 0));
        assertEquals(last(ROWS - SNAPSHOT), loaded(200, Long.MAX_VALUE));
    }

    @Test
    @DisplayName("yields the window's rows before the snapshot: the longest tail within both bounds")
    void window() {
        assertEquals(last(201), loaded(201, Long.MAX_VALUE));
        assertEquals(last(555), loaded(555, 5_550));
        assertEquals(last(300), loaded(Integer.MAX_VALUE, 3_009));
        assertEquals(last(301), loaded(Integer.MAX_VALUE, 3_010));
    }

    @Test
    @DisplayName("ends at its birth")
    void all() {
        assertEquals(room.rows, loaded(Integer.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    @DisplayName("in stretches from any seq yields every row once, in order, and ends at the head")
    void stretches() {
        List<Row> read = new ArrayList<>();
        Mark at = new Mark(0, Rooms.chain("a"));
        while (!at.equals(room.at)) {
            Stretch.Rows rows = stretch(at.seq(), 2_995);
            assertEquals(at, rows.from());
            assertEquals(room.at, rows.head());
            assertEquals(Math.min(299, ROWS - at.seq()), rows.rows().size());
            read.addAll(rows.rows());
            at = rows.rows().getLast().at();
        }
        assertEquals(room.rows, read);
    }

    @Test
    @DisplayName("yields one row, if there is one, however few bytes are asked for")
    void atLeastOne() {
        assertEquals(last(ROWS).subList(7, 8), stretch(7, 0).rows());
        assertEquals(List.of(), stretch(ROWS, 0).rows());
    }

    @Test
    @DisplayName("backwards from anywhere yields the newest rows before it, as many as were asked for")
    void backwards() {
        assertEquals(
                room.rows.subList(496, ROWS),
                before(Long.MAX_VALUE, 104, 1_000_000).rows());
        assertEquals(room.rows.subList(0, 9), before(10, 300, 1_000_000).rows());
        assertEquals(room.rows.subList(2, 302), before(303, 300, 1_000_000).rows());
        assertEquals(room.rows.get(1).at(), before(303, 300, 1_000_000).from());
        assertEquals(room.rows.subList(299, 302), before(303, 300, 30).rows());
        assertEquals(room.rows.subList(301, 302), before(303, 300, 1).rows());
        assertEquals(List.of(), before(1, 300, 1_000_000).rows());
        assertEquals(new Stretch.Nowhere(), journal.before(Rooms.id("nobody"), 1, 1, 1));
    }

    private Stretch.Rows before(long seq, int rows, long bytes) {
        return assertInstanceOf(Stretch.Rows.class, journal.before(room.session, seq, rows, bytes));
    }

    @Test
    @DisplayName("ahead of the head is nowhere")
    void ahead() {
        assertEquals(new Stretch.Nowhere(), journal.rows(room.session, ROWS + 1, 100));
    }

    private Stretch.Rows stretch(long after, int bytes) {
        return assertInstanceOf(Stretch.Rows.class, journal.rows(room.session, after, bytes));
    }
}
