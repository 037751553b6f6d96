package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
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

@DisplayName("The past of a session is built")
class FootingTest {
    @TempDir
    Path folder;

    private Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void open() throws IOException {
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        room = Rooms.begin(journal, "a");
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    /** So many rows, and a snapshot of the last that keeps the head and has a track of its own. */
    private Mark snapshot(int rows) {
        String[] texts = IntStream.range(0, rows).mapToObj(i -> "row " + i).toArray(String[]::new);
        List<Row> next = room.next(texts);
        Mark at = next.getLast().at();
        TreeMap<String, Bytes> track = new TreeMap<>();
        track.put("track/T", track(at));
        Checkpoint taken = new Checkpoint(at, track, new TreeSet<>(List.of("head")));
        room.append(room.with(next, Optional.of(taken), Optional.empty()));
        return at;
    }

    private static Bytes track(Mark at) {
        return Bytes.utf8("the track at " + at.seq());
    }

    private Snapshot footing(long seq) {
        return assertInstanceOf(Footing.At.class, journal.footing(room.session, seq))
                .snapshot();
    }

    @Test
    @DisplayName("from its birth, as long as it has one")
    void birth() {
        Mark first = snapshot(300);
        assertEquals(Rooms.birth("a").start(), footing(0).at());
        assertEquals(Rooms.birth("a").parts(), footing(299).parts());
        assertEquals(first, footing(300).at());
        assertEquals(track(first), footing(300).parts().get("track/T"));
    }

    @Test
    @DisplayName("from a snapshot at most some thousand rows before, over reopening too; not every one is kept")
    void between() throws IOException {
        snapshot(300);
        Mark second = snapshot(Limits.EARLIER_ROWS - 300);
        snapshot(300);
        Mark newest = snapshot(300);
        journal.close();
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        assertEquals(0, footing(second.seq() - 1).at().seq());
        assertEquals(second, footing(second.seq()).at());
        assertEquals(second, footing(newest.seq() - 1).at());
        assertEquals(track(second), footing(newest.seq() - 1).parts().get("track/T"));
        assertEquals(newest, footing(newest.seq()).at());
    }

    @Test
    @DisplayName("of nothing that is not there")
    void nowhere() {
        snapshot(300);
        assertEquals(new Footing.Nowhere(), journal.footing(room.session, 301));
        assertEquals(new Footing.Nowhere(), journal.footing(Rooms.id("nobody"), 0));
    }
}
