package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The journal")
class H2JournalTest {
    @TempDir
    Path folder;

    private Journal journal;

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

    private Load.Found found(String session) {
        return assertInstanceOf(Load.Found.class, journal.load(Rooms.id(session), Rooms.ALL));
    }

    private Creation create(String session, Birth birth) {
        return Rooms.answer(told -> journal.create(Rooms.id(session), birth, told));
    }

    @Test
    @DisplayName("gives back a session as it was born, also after a restart")
    void birth() throws IOException {
        Birth birth = Rooms.birth("a");
        Rooms.begin(journal, "a");
        reopen();
        Load.Found found = found("a");
        assertEquals(new Snapshot(birth.start(), birth.parts()), found.snapshot());
        assertEquals(List.of(), found.rows());
        Head expected = new Head(
                Rooms.id("a"),
                birth.start(),
                birth.start(),
                1,
                OptionalLong.empty(),
                "name of a",
                Origin.NEW,
                Bytes.utf8("lineage"),
                false,
                1_700,
                OptionalLong.empty());
        assertEquals(expected, found.head());
    }

    @Test
    @DisplayName("knows nothing of a session that nobody made")
    void absent() {
        assertEquals(new Load.Absent(), journal.load(Rooms.id("a"), Rooms.ALL));
        assertEquals(new Stretch.Nowhere(), journal.rows(Rooms.id("a"), 0, 1000));
    }

    @Test
    @DisplayName("lets the first of two creators win, and tells the same request from another")
    void twoCreators() {
        assertEquals(new Creation.Made(1), create("a", Rooms.birth("a", "mine", Origin.NEW)));
        assertEquals(new Creation.There(true), create("a", Rooms.birth("a", "mine", Origin.NEW)));
        assertEquals(new Creation.There(false), create("a", Rooms.birth("a", "yours", Origin.NEW)));
        assertEquals(new Creation.There(false), create("a", Rooms.birth("a", "", Origin.NEW)));
    }

    @Test
    @DisplayName("gives back every row that it said was committed, after a restart")
    void rows() throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        assertEquals(new Outcome.Committed(2), room.append("one"));
        assertEquals(new Outcome.Committed(3), room.append("two", "three"));
        reopen();
        assertEquals(room.rows, found("a").rows());
        assertEquals(room.at, found("a").head().at());
        assertEquals(3, found("a").head().version());
    }

    @Test
    @DisplayName("keeps sessions apart that write in turns")
    void manySessions() {
        List<Rooms.Room> rooms = List.of(Rooms.begin(journal, "a"), Rooms.begin(journal, "b"));
        for (int i = 0; i < 20; i++) {
            rooms.get(i % 2).append("row " + i);
        }
        rooms.forEach(room -> assertEquals(room.rows, found(room.session.text()).rows()));
    }

    @Test
    @DisplayName("refuses a writer that was replaced, and writes nothing of it")
    void fenced() {
        Rooms.Room mine = Rooms.begin(journal, "a");
        Rooms.Room other = Rooms.load(journal, "a");
        mine.append("mine");
        assertEquals(new Outcome.Fenced(), other.append("other"));
        assertEquals(new Outcome.Fenced(), other.note(0));
        assertEquals(mine.rows, found("a").rows());
    }

    @Test
    @DisplayName("rejects a batch for a session that is not there")
    void nobody() {
        Rooms.Room ghost = new Rooms.Room(journal, Rooms.id("ghost"), 1, new Mark(0, Rooms.chain("x")));
        assertInstanceOf(Outcome.Rejected.class, ghost.append("boo"));
    }

    @Test
    @DisplayName("stores settled numbers and verdicts with the rows, the newest for each outbox")
    void outboxes() throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        OutboxState first = new OutboxState("ann", "box1", 1, Bytes.NONE);
        OutboxState other = new OutboxState("ben", "box1", 7, Bytes.utf8("refused 7"));
        OutboxState later = new OutboxState("ann", "box1", 2, Bytes.utf8("skipped 2"));
        room.append(room.batch(room.next("one"), first, other));
        room.append(room.batch(List.of(), later));
        reopen();
        assertEquals(List.of(later, other), found("a").outboxes());
        assertEquals(3, found("a").head().version());
    }

    @Test
    @DisplayName("reads a checkpoint's fresh parts beside the kept ones, and forgets the rest")
    void checkpoint() {
        Rooms.Room room = Rooms.begin(journal, "a");
        List<Row> next = room.next("one", "two");
        TreeMap<String, Bytes> fresh = new TreeMap<>();
        fresh.put("lane/A/T", Bytes.utf8("a lane"));
        Mark at = next.getLast().at();
        Checkpoint checkpoint = new Checkpoint(at, fresh, new TreeSet<>(Set.of("head")));
        room.append(room.with(next, Optional.of(checkpoint), Optional.of("renamed")));
        TreeMap<String, Bytes> parts = new TreeMap<>(fresh);
        parts.put("head", Bytes.utf8("the head of a"));
        assertEquals(new Snapshot(at, parts), found("a").snapshot());
        assertEquals("renamed", found("a").head().name());
    }

    @Test
    @DisplayName("rejects a checkpoint that keeps a part that is not there, and writes nothing of its batch")
    void keptNothing() {
        Rooms.Room room = Rooms.begin(journal, "a");
        List<Row> next = room.next("one");
        Mark at = next.getLast().at();
        Checkpoint checkpoint = new Checkpoint(at, new TreeMap<>(), new TreeSet<>(Set.of("lane/none")));
        Outcome outcome = room.append(room.with(next, Optional.of(checkpoint), Optional.empty()));
        assertInstanceOf(Outcome.Rejected.class, outcome);
        assertEquals(List.of(), found("a").rows());
        assertEquals(new Outcome.Committed(2), room.append("one"));
    }

    @Test
    @DisplayName("lists living sessions by id, with their names, seqs and notes")
    void listing() throws IOException {
        Rooms.Room b = Rooms.begin(journal, "b");
        Rooms.begin(journal, "a");
        b.append("one");
        b.note(1);
        List<Listed> list = journal.list();
        assertEquals(
                List.of(Rooms.id("a"), Rooms.id("b")),
                list.stream().map(Listed::session).toList());
        assertEquals(OptionalLong.of(1), list.get(1).kvSeq());
        assertEquals(b.at, list.get(1).at());
        assertEquals("name of b", list.get(1).name());
    }

    @Test
    @DisplayName("says who owes a KV write: from the first row on, until the note has caught up")
    void owing() throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        assertEquals(Set.of(), journal.owing());
        room.append("one");
        assertEquals(Set.of(room.session), journal.owing());
        assertEquals(new Outcome.Committed(3), room.note(1));
        assertEquals(Set.of(), journal.owing());
        room.append("two");
        assertEquals(Set.of(room.session), journal.owing());
    }

    @Test
    @DisplayName("counts adopted sessions, and nothing else, as adoptions")
    void adoptions() throws IOException {
        create("old", Rooms.birth("old", "", Origin.ADOPTED));
        create("new", Rooms.birth("new", "", Origin.NEW));
        assertEquals(1, journal.adoptions());
    }

    @Test
    @DisplayName("opens a newer object on the same folder with the same store id")
    void sameId() throws IOException {
        String before = journal.storeId();
        reopen();
        assertEquals(before, journal.storeId());
        assertTrue(before.matches("[0-9a-f]{32}"));
    }
}
