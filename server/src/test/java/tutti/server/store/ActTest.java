package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Acts")
class ActTest {
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

    private static Act act(long wall) {
        return new Act(wall, wall * 1_000, "ann", Bytes.utf8("play " + wall));
    }

    @Test
    @DisplayName("are noted without moving the head, and read by the row that was the newest, newest first, for ever")
    void noted() throws IOException {
        journal.note(room.session, act(9));
        room.append("one");
        IntStream.rangeClosed(1, 3).forEach(wall -> journal.note(room.session, act(wall)));
        room.append("two");
        journal.close();
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        journal.note(room.session, act(2));
        Rooms.load(journal, "a").append("three");
        assertEquals(List.of(act(9)), acts(0, 0), "whatever the clock says");
        assertEquals(List.of(act(3), act(2), act(1)), acts(1, 1));
        assertEquals(List.of(act(2), act(3), act(2), act(1)), acts(1, 2));
        assertEquals(List.of(), acts(3, Limits.SEQ));
        assertEquals(List.of(), journal.acts(Rooms.id("nobody"), Meanwhile.EVER));
    }

    private List<Act> acts(long first, long last) throws IOException {
        return journal.acts(room.session, new Meanwhile(first, last, 0, Long.MAX_VALUE));
    }

    @Test
    @DisplayName("of one row are read up to a bound, the newest ones")
    void bounded() throws IOException {
        int more = 5;
        for (int wall = 1; wall <= Limits.READ_ACTS + more; wall++) {
            journal.note(room.session, act(wall));
            if (wall % 500 == 0) {
                room.append("row " + wall); // so that not too many wait
            }
        }
        room.append("last");
        List<Act> read = journal.acts(room.session, Meanwhile.EVER);
        assertEquals(Limits.READ_ACTS, read.size());
        assertEquals(act(more + 1), read.getLast());
    }

    @Test
    @DisplayName("of a session that nobody has, or while the store is away, are dropped and counted")
    void dropped() throws IOException {
        journal.note(Rooms.id("nobody"), act(1));
        room.append("one");
        assertEquals(1, journal.metrics().actsDropped());
        journal.close();
        journal.note(room.session, act(2));
        assertEquals(2, journal.metrics().actsDropped());
    }
}
