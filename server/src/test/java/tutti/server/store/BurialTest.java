package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("A session that was deleted")
class BurialTest {
    @TempDir
    Path folder;

    private Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void bury() throws IOException {
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        room = Rooms.begin(journal, "a");
        room.append("one");
        assertEquals(new Outcome.Committed(3), bury(room.version, "delete it"));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private Outcome bury(long version, String request) {
        return Rooms.answer(told -> journal.bury(room.session, version, request, told));
    }

    @Test
    @DisplayName("counts as found: nothing else is made under its id")
    void found() {
        Birth birth = Rooms.birth("a", "again", Origin.ADOPTED);
        Creation creation = Rooms.answer(told -> journal.create(room.session, birth, told));
        assertEquals(new Creation.Buried(), creation);
    }

    @Test
    @DisplayName("is not loaded, not listed, and owes nothing, but its tombstone is known")
    void gone() throws IOException {
        assertEquals(new Load.Buried(), journal.load(room.session, Rooms.ALL));
        assertEquals(new Stretch.Nowhere(), journal.rows(room.session, 0, 100));
        assertEquals(List.of(), journal.list());
        assertEquals(Set.of(), journal.owing());
        assertEquals(Set.of(room.session), journal.buried());
    }

    @Test
    @DisplayName("takes no row of the room that had it")
    void fenced() {
        assertEquals(new Outcome.Fenced(), room.append("two"));
    }

    @Test
    @DisplayName("may be deleted by the same request again, and by no other")
    void again() {
        assertEquals(new Outcome.Committed(3), bury(2, "delete it"));
        assertEquals(new Outcome.Fenced(), bury(3, "another"));
        assertEquals(new Outcome.Fenced(), bury(2, ""));
    }
}
