package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.room.JournalLaw.Shelf;
import tutti.server.store.Await;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Checkpoint;
import tutti.server.store.Creation;
import tutti.server.store.Face;
import tutti.server.store.Faces;
import tutti.server.store.Head;
import tutti.server.store.Limits;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.Origin;
import tutti.server.store.OutboxState;
import tutti.server.store.Outcome;
import tutti.server.store.Rooms;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;
import tutti.server.store.Stretch;

/** What a journal keeps when it is written to. */
final class JournalWriteLaws {
    private static final SessionId A = Rooms.id("a");

    private JournalWriteLaws() {}

    static Load.Found found(Shelf shelf) {
        return assertInstanceOf(Load.Found.class, shelf.journal().load(A, Rooms.ALL));
    }

    static void birth(Shelf shelf) throws IOException {
        Birth birth = Rooms.birth("a");
        assertEquals(new Load.Absent(), shelf.journal().load(A, Rooms.ALL));
        Rooms.begin(shelf.journal(), "a");
        shelf.again();
        Head head = new Head(
                A,
                birth.start(),
                birth.start(),
                1,
                OptionalLong.empty(),
                birth.name(),
                birth.origin(),
                birth.lineage(),
                birth.frozen(),
                birth.createdMillis(),
                OptionalLong.empty());
        Load.Found born = new Load.Found(head, new Snapshot(birth.start(), birth.parts(), true), List.of(), List.of());
        assertEquals(born, found(shelf));
    }

    static void creators(Shelf shelf) throws IOException {
        assertEquals(new Creation.Made(1), create(shelf, "mine"));
        assertEquals(new Creation.There(true), create(shelf, "mine"));
        shelf.again();
        assertEquals(new Creation.There(true), create(shelf, "mine"));
        assertEquals(new Creation.There(false), create(shelf, "yours"));
        assertEquals(new Creation.There(false), create(shelf, ""));
    }

    private static Creation create(Shelf shelf, String request) {
        Birth birth = Rooms.birth("a", request, Origin.NEW);
        return Rooms.answer(told -> shelf.journal().create(A, birth, told));
    }

    static void rows(Shelf shelf) throws IOException {
        List<Rooms.Room> rooms = List.of(Rooms.begin(shelf.journal(), "a"), Rooms.begin(shelf.journal(), "b"));
        for (int i = 0; i < 20; i++) {
            Rooms.Room room = rooms.get(i % 2);
            assertEquals(new Outcome.Committed(room.version + 1), room.append("row " + i, "and " + i));
        }
        shelf.again();
        for (Rooms.Room room : rooms) {
            Load.Found found =
                    assertInstanceOf(Load.Found.class, shelf.journal().load(room.session, Rooms.ALL));
            assertEquals(room.rows, found.rows());
            assertEquals(room.at, found.head().at());
            assertEquals(room.version, found.head().version());
            Mark at = found.head().start();
            for (Row row : found.rows()) {
                assertTrue(row.follows(at), () -> "row " + row.seq());
                at = row.at();
            }
        }
    }

    static void told(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        for (int i = 1; i <= 10; i++) {
            room.append("row " + i);
            assertEquals(room.rows, found(shelf).rows());
            assertEquals(found(shelf), shelf.journal().peek(A, Rooms.ALL));
            assertEquals(room.at, shelf.journal().list().getFirst().at());
            Stretch last = shelf.journal().before(A, Long.MAX_VALUE, 1, 1);
            assertEquals(
                    List.of(room.rows.getLast()),
                    assertInstanceOf(Stretch.Rows.class, last).rows());
        }
    }

    static void settled(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        OutboxState first = new OutboxState("ann", "box", 1, Bytes.NONE);
        OutboxState other = new OutboxState("ben", "box", 7, Bytes.utf8("refused 7"));
        OutboxState later = new OutboxState("ann", "box", 2, Bytes.utf8("skipped 2"));
        room.append(room.batch(room.next("one"), first, other));
        assertEquals(List.of(first, other), found(shelf).outboxes());
        Mark before = room.at;
        assertEquals(new Outcome.Committed(3), room.append(room.batch(List.of(), later)), "refusals alone");
        shelf.again();
        assertEquals(List.of(later, other), found(shelf).outboxes());
        assertEquals(before, found(shelf).head().at());
        assertEquals(3, found(shelf).head().version());
    }

    static void fenced(Shelf shelf) throws IOException {
        Rooms.Room mine = Rooms.begin(shelf.journal(), "a");
        Rooms.Room other = Rooms.load(shelf.journal(), "a");
        mine.append("mine");
        assertEquals(new Outcome.Fenced(), other.append("other"));
        assertEquals(new Outcome.Fenced(), other.note(0));
        other.version = mine.version;
        assertEquals(new Outcome.Fenced(), other.append("other"), "it follows another place");
        assertEquals(new Outcome.Fenced(), mine.note(2), "ahead of the head");
        shelf.again();
        assertEquals(mine.rows, found(shelf).rows());
        assertEquals(mine.version, found(shelf).head().version());
    }

    static void rejected(Shelf shelf) throws IOException {
        Rooms.Room ghost = new Rooms.Room(shelf.journal(), A, 1, new Mark(0, Rooms.chain("x")));
        assertInstanceOf(Outcome.Rejected.class, ghost.append("boo"));
        assertInstanceOf(Outcome.Rejected.class, ghost.note(0));
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        Load.Found before = found(shelf);
        List<Row> next = room.next("one");
        Checkpoint without =
                new Checkpoint(next.getLast().at(), new TreeMap<>(), new TreeSet<>(Set.of("a part that is not there")));
        OutboxState state = new OutboxState("ann", "box", 1, Bytes.NONE);
        Batch bad = new Batch(
                A,
                room.version,
                room.at,
                next,
                List.of(state),
                Optional.of(without),
                Optional.of("another name"),
                List.of(new Face("ann", "Ann", 1)));
        assertInstanceOf(Outcome.Rejected.class, room.append(bad));
        assertEquals(before, found(shelf));
        shelf.again();
        assertEquals(before, found(shelf));
        assertEquals(Faces.NONE, shelf.journal().faces(A));
        assertEquals(new Outcome.Committed(2), Rooms.load(shelf.journal(), "a").append("one"));
    }

    static void failedSync(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        room.append("told");
        List<Row> withUnknown = new ArrayList<>(room.rows);
        withUnknown.addAll(room.next("unknown"));
        shelf.ill();
        assertInstanceOf(Outcome.Unknown.class, room.append("unknown"));
        assertInstanceOf(Outcome.Unknown.class, room.append("after it"));
        assertInstanceOf(Load.Unavailable.class, shelf.journal().load(A, Rooms.ALL));
        Await.until(() -> shelf.journal().peek(A, Rooms.ALL) instanceof Load.Found);
        Load.Found shown = (Load.Found) shelf.journal().peek(A, Rooms.ALL);
        assertEquals(room.rows, shown.rows(), "what was not told is not shown");
        shelf.well();
        Rooms.Room next = Rooms.load(shelf.journal(), "a");
        assertTrue(next.rows.equals(room.rows) || next.rows.equals(withUnknown), () -> "it has " + next.rows);
        assertInstanceOf(Outcome.Committed.class, next.append("goes on"));
        shelf.again();
        assertEquals(next.rows, found(shelf).rows());
    }

    static void checkpoint(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        List<Row> next = room.next("one", "two");
        TreeMap<String, Bytes> fresh = new TreeMap<>();
        fresh.put("lane/A/T", Bytes.utf8("a lane"));
        Mark at = next.getLast().at();
        Checkpoint taken = new Checkpoint(at, fresh, new TreeSet<>(Set.of("head")));
        room.append(room.with(next, Optional.of(taken), Optional.of("renamed")));
        TreeMap<String, Bytes> parts = new TreeMap<>(fresh);
        parts.put("head", Rooms.birth("a").parts().get("head"));
        shelf.again();
        assertEquals(new Snapshot(at, parts, true), found(shelf).snapshot());
        assertEquals("renamed", found(shelf).head().name());
    }

    private static Outcome bin(Shelf shelf, long version, OptionalLong since, String request) {
        return Rooms.answer(told -> shelf.journal().bin(A, version, since, request, told));
    }

    private static OptionalLong deleted(Shelf shelf) throws IOException {
        assertEquals(
                found(shelf).head().deleted(), shelf.journal().list().getFirst().deleted());
        return found(shelf).head().deleted();
    }

    static void bin(Shelf shelf) throws IOException {
        assertInstanceOf(Outcome.Rejected.class, bin(shelf, 1, OptionalLong.of(1), "early"));
        Rooms.begin(shelf.journal(), "a").append("one");
        assertEquals(new Outcome.Fenced(), bin(shelf, 1, OptionalLong.of(1), "r1"));
        assertEquals(OptionalLong.empty(), deleted(shelf));
        assertEquals(new Outcome.Committed(3), bin(shelf, 2, OptionalLong.of(1_234), "r1"));
        shelf.again();
        assertEquals(OptionalLong.of(1_234), deleted(shelf));
        assertEquals(new Outcome.Committed(4), bin(shelf, 3, OptionalLong.empty(), "r2"));
        assertEquals(OptionalLong.empty(), deleted(shelf));
    }

    static void asking(Shelf shelf) throws IOException {
        Rooms.begin(shelf.journal(), "a");
        for (int i = 0; i <= Limits.REQUESTS; i++) {
            assertEquals(new Outcome.Committed(2 + i), bin(shelf, 1 + i, OptionalLong.of(i), "r" + i));
        }
        shelf.again();
        long newest = 2 + Limits.REQUESTS;
        assertEquals(new Outcome.Committed(newest), bin(shelf, newest, OptionalLong.of(99), "r1"));
        assertEquals(OptionalLong.of(Limits.REQUESTS), deleted(shelf));
        assertEquals(new Outcome.Committed(newest + 1), bin(shelf, newest, OptionalLong.of(99), "r0"), "forgotten");
    }

    private static Outcome bury(Shelf shelf, long version, String request) {
        return Rooms.answer(told -> shelf.journal().bury(A, version, request, told));
    }

    static void buried(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        room.append("one");
        assertEquals(new Outcome.Fenced(), bury(shelf, 1, "delete it"));
        assertEquals(new Outcome.Committed(3), bury(shelf, 2, "delete it"));
        assertEquals(new Outcome.Fenced(), room.append("two"));
        shelf.again();
        assertEquals(new Outcome.Committed(3), bury(shelf, 2, "delete it"));
        assertEquals(new Outcome.Fenced(), bury(shelf, 3, "another"));
        assertEquals(new Creation.Buried(), create(shelf, "again"));
        assertEquals(new Load.Buried(), shelf.journal().load(A, Rooms.ALL));
        assertEquals(new Stretch.Nowhere(), shelf.journal().rows(A, 0, 100));
        assertEquals(List.of(), shelf.journal().list());
        assertEquals(Set.of(), shelf.journal().owing());
        assertEquals(Set.of(A), shelf.journal().buried());
    }
}
