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
    @DisplayName("are noted without moving the head, and read by time of day, newest first, over reopening")
    void noted() throws IOException {
        IntStream.rangeClosed(1, 5).forEach(wall -> journal.note(room.session, act(wall)));
        room.append("one");
        assertEquals(List.of(act(4), act(3), act(2)), journal.acts(room.session, 2, 5));
        journal.close();
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        journal.note(room.session, act(9));
        Rooms.load(journal, "a").append("two");
        assertEquals(List.of(act(9), act(5)), journal.acts(room.session, 5, Long.MAX_VALUE));
        assertEquals(List.of(), journal.acts(Rooms.id("nobody"), 0, Long.MAX_VALUE));
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
