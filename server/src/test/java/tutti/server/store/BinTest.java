package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The bin")
class BinTest {
    @TempDir
    Path folder;

    private Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void open() throws IOException {
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        room = Rooms.begin(journal, "a");
        room.append("one");
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private Outcome bin(OptionalLong deleted, long version, String request) {
        return Rooms.answer(told -> journal.bin(room.session, version, deleted, request, told));
    }

    private OptionalLong deleted() {
        Load load = journal.load(room.session, Rooms.ALL);
        return assertInstanceOf(Load.Found.class, load).head().deleted();
    }

    @Test
    @DisplayName("keeps a session, listed and loaded as deleted since then, over reopening, until it is taken out")
    void keeps() throws IOException {
        assertEquals(new Outcome.Committed(room.version + 1), bin(OptionalLong.of(1_234), room.version, "r1"));
        journal.close();
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        assertEquals(OptionalLong.of(1_234), deleted());
        assertEquals(OptionalLong.of(1_234), journal.list().getFirst().deleted());
        assertEquals(new Outcome.Committed(room.version + 2), bin(OptionalLong.empty(), room.version + 1, "r2"));
        assertEquals(OptionalLong.empty(), deleted());
        assertEquals(OptionalLong.empty(), journal.list().getFirst().deleted());
    }

    @Test
    @DisplayName("does a request once, however often and late it comes")
    void once() {
        bin(OptionalLong.of(1), room.version, "r1");
        bin(OptionalLong.empty(), room.version + 1, "r2");
        assertEquals(new Outcome.Committed(room.version + 2), bin(OptionalLong.of(3), room.version + 2, "r1"));
        assertEquals(OptionalLong.empty(), deleted());
    }

    @Test
    @DisplayName("remembers the newest sixteen requests of a session")
    void remembers() {
        long version = room.version;
        for (int i = 0; i <= Limits.REQUESTS; i++) {
            bin(OptionalLong.of(i), version + i, "r" + i);
        }
        long newest = version + Limits.REQUESTS + 1;
        assertEquals(new Outcome.Committed(newest), bin(OptionalLong.of(99), newest, "r1"));
        assertEquals(new Outcome.Committed(newest + 1), bin(OptionalLong.of(99), newest, "r0"));
    }

    @Test
    @DisplayName("fences who is not where the head is")
    void fences() {
        assertEquals(new Outcome.Fenced(), bin(OptionalLong.of(1), room.version - 1, "r1"));
        assertEquals(OptionalLong.empty(), deleted());
    }
}
