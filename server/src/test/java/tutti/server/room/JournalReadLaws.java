package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tutti.model.SessionId;
import tutti.server.room.JournalLaw.Shelf;
import tutti.server.store.Act;
import tutti.server.store.Bytes;
import tutti.server.store.Checkpoint;
import tutti.server.store.Creation;
import tutti.server.store.Face;
import tutti.server.store.Faces;
import tutti.server.store.Footing;
import tutti.server.store.Limits;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.Meanwhile;
import tutti.server.store.Origin;
import tutti.server.store.Outcome;
import tutti.server.store.Rooms;
import tutti.server.store.Row;
import tutti.server.store.Stretch;
import tutti.server.store.Window;

/** What a journal says when it is read. */
final class JournalReadLaws {
    private static final SessionId A = Rooms.id("a");
    private static final SessionId NOBODY = Rooms.id("nobody");
    private static final int ROWS = 600;
    private static final int SNAPSHOT = 400;

    private JournalReadLaws() {}

    /** Rows of ten bytes, and if that is wanted a snapshot of the last, which keeps the head. */
    private static void append(Rooms.Room room, int count, boolean checkpoint) {
        String[] texts = IntStream.range(0, count)
                .mapToObj(i -> String.format("row %06d", i))
                .toArray(String[]::new);
        List<Row> next = room.next(texts);
        TreeMap<String, Bytes> track = new TreeMap<>();
        track.put("track/T", Bytes.utf8("the track at " + next.getLast().seq()));
        Checkpoint taken = new Checkpoint(next.getLast().at(), track, new TreeSet<>(List.of("head")));
        Outcome outcome =
                room.append(room.with(next, checkpoint ? Optional.of(taken) : Optional.empty(), Optional.empty()));
        assertInstanceOf(Outcome.Committed.class, outcome);
    }

    /** 600 rows, with a snapshot at 400. */
    private static Rooms.Room written(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        append(room, SNAPSHOT, true);
        append(room, ROWS - SNAPSHOT, false);
        shelf.again();
        return room;
    }

    static void window(Shelf shelf) throws IOException {
        List<Row> rows = written(shelf).rows;
        assertEquals(rows.subList(SNAPSHOT, ROWS), loaded(shelf, 0, 0), "all after the snapshot");
        assertEquals(rows.subList(399, ROWS), loaded(shelf, 201, Long.MAX_VALUE));
        assertEquals(rows.subList(300, ROWS), loaded(shelf, Integer.MAX_VALUE, 3_009));
        assertEquals(rows.subList(299, ROWS), loaded(shelf, Integer.MAX_VALUE, 3_010));
        assertEquals(rows, loaded(shelf, Integer.MAX_VALUE, Long.MAX_VALUE));
    }

    private static List<Row> loaded(Shelf shelf, int rows, long bytes) {
        Load load = shelf.journal().load(A, new Window(rows, bytes));
        return assertInstanceOf(Load.Found.class, load).rows();
    }

    static void stretches(Shelf shelf) throws IOException {
        Rooms.Room room = written(shelf);
        List<Row> read = new ArrayList<>();
        Mark at = Rooms.birth("a").start();
        while (!at.equals(room.at)) {
            Stretch.Rows rows = after(shelf, at.seq(), 2_995);
            assertEquals(at, rows.from());
            assertEquals(room.at, rows.head());
            assertEquals(Math.min(299, ROWS - at.seq()), rows.rows().size());
            read.addAll(rows.rows());
            at = rows.rows().getLast().at();
        }
        assertEquals(room.rows, read);
        assertEquals(room.rows.subList(7, 8), after(shelf, 7, 0).rows(), "at least one");
        assertEquals(List.of(), after(shelf, ROWS, 0).rows());
        assertEquals(new Stretch.Nowhere(), shelf.journal().rows(A, ROWS + 1, 100));
        assertEquals(new Stretch.Nowhere(), shelf.journal().rows(NOBODY, 0, 100));
    }

    private static Stretch.Rows after(Shelf shelf, long seq, int bytes) {
        return assertInstanceOf(Stretch.Rows.class, shelf.journal().rows(A, seq, bytes));
    }

    static void backwards(Shelf shelf) throws IOException {
        List<Row> rows = written(shelf).rows;
        Stretch.Rows middle = before(shelf, 303, 300, 1_000_000);
        assertEquals(rows.subList(2, 302), middle.rows());
        assertEquals(rows.get(1).at(), middle.from());
        assertEquals(rows.getLast().at(), middle.head());
        assertEquals(
                rows.subList(496, ROWS),
                before(shelf, Long.MAX_VALUE, 104, 1_000_000).rows());
        assertEquals(rows.subList(0, 9), before(shelf, 10, 300, 1_000_000).rows());
        assertEquals(rows.subList(299, 302), before(shelf, 303, 300, 30).rows());
        assertEquals(rows.subList(301, 302), before(shelf, 303, 300, 1).rows(), "at least one");
        assertEquals(List.of(), before(shelf, 1, 300, 1_000_000).rows());
        assertEquals(new Stretch.Nowhere(), shelf.journal().before(NOBODY, 1, 1, 1));
    }

    private static Stretch.Rows before(Shelf shelf, long seq, int rows, long bytes) {
        return assertInstanceOf(Stretch.Rows.class, shelf.journal().before(A, seq, rows, bytes));
    }

    static void tidied(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        int all = Limits.LOOSE_ROWS + 2 * Limits.PACK_ROWS;
        for (int rows = 0; rows < all; rows += Limits.PACK_ROWS) {
            append(room, Limits.PACK_ROWS, rows == Limits.PACK_ROWS);
        }
        shelf.tidy();
        assertEquals(room.rows, loaded(shelf, Integer.MAX_VALUE, Long.MAX_VALUE));
        for (int edge = 0; edge < all; edge += Limits.PACK_ROWS) {
            for (int seq = Math.max(0, edge - 2); seq <= edge + 2; seq++) {
                int end = Math.min(all, seq + Limits.STRETCH_ROWS);
                assertEquals(
                        room.rows.subList(seq, end),
                        after(shelf, seq, Integer.MAX_VALUE).rows());
                assertEquals(
                        room.rows.subList(Math.max(0, seq - 5), seq),
                        before(shelf, seq + 1, 5, 1_000_000).rows());
            }
        }
        assertInstanceOf(Outcome.Committed.class, room.append("one more"));
        assertEquals(room.rows, loaded(shelf, Integer.MAX_VALUE, Long.MAX_VALUE));
    }

    static void footing(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        SortedMap<Long, SortedMap<String, Bytes>> taken = new TreeMap<>();
        for (int i = 0; i <= 4; i++) {
            Load.Found now = assertInstanceOf(Load.Found.class, shelf.journal().load(A, Rooms.ALL));
            taken.put(now.snapshot().at().seq(), now.snapshot().parts());
            append(room, 100, true);
        }
        shelf.again();
        Load.Found newest = assertInstanceOf(Load.Found.class, shelf.journal().load(A, Rooms.ALL));
        assertEquals(new Footing.At(newest.snapshot()), shelf.journal().footing(A, 500));
        for (long seq = 0; seq < 500; seq += 33) {
            Footing.At at = assertInstanceOf(Footing.At.class, shelf.journal().footing(A, seq));
            long from = at.snapshot().at().seq();
            assertTrue(from <= seq, "a snapshot of " + from + " shows more than " + seq);
            assertEquals(taken.get(from), at.snapshot().parts());
        }
        assertEquals(new Footing.Nowhere(), shelf.journal().footing(A, 501));
        assertEquals(new Footing.Nowhere(), shelf.journal().footing(NOBODY, 0));
    }

    static void owing(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        assertEquals(Set.of(), shelf.journal().owing(), "nothing was changed yet");
        room.append("one");
        assertEquals(Set.of(A), shelf.journal().owing());
        assertEquals(new Outcome.Committed(3), room.note(1));
        assertEquals(Set.of(), shelf.journal().owing());
        room.append("two");
        shelf.again();
        assertEquals(Set.of(A), shelf.journal().owing());
    }

    static void listing(Shelf shelf) throws IOException {
        Rooms.Room b = Rooms.begin(shelf.journal(), "b");
        Rooms.begin(shelf.journal(), "a");
        b.append(b.with(b.next("one"), Optional.empty(), Optional.of("renamed")));
        b.note(1);
        shelf.again();
        List<Listed> expected = List.of(
                listed("a", "name of a", Rooms.birth("a").start(), OptionalLong.empty()),
                listed("b", "renamed", b.at, OptionalLong.of(1)));
        assertEquals(expected, shelf.journal().list());
        assertEquals(Set.of(), shelf.journal().damaged().keySet());
    }

    private static Listed listed(String id, String name, Mark at, OptionalLong kvSeq) {
        return new Listed(
                Rooms.id(id), name, at, kvSeq, Origin.NEW, false, 1_700, Bytes.utf8("lineage"), OptionalLong.empty());
    }

    static void acts(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        Rooms.begin(shelf.journal(), "b");
        shelf.journal().note(A, act(9));
        assertEquals(new Outcome.Committed(2), room.append("one"), "acts move no head");
        shelf.journal().note(A, act(1));
        shelf.journal().note(A, act(2));
        shelf.journal().note(Rooms.id("b"), act(3));
        shelf.journal().note(NOBODY, act(3));
        room.append("two");
        shelf.again();
        assertEquals(List.of(act(2), act(1)), shelf.journal().acts(A, new Meanwhile(1, 2, 0, Long.MAX_VALUE)));
        assertEquals(List.of(act(9)), shelf.journal().acts(A, new Meanwhile(0, 0, 0, 0)));
        assertEquals(List.of(act(3)), shelf.journal().acts(Rooms.id("b"), Meanwhile.EVER));
        assertEquals(List.of(), shelf.journal().acts(NOBODY, Meanwhile.EVER));
    }

    static void faces(Shelf shelf) throws IOException {
        Rooms.Room room = Rooms.begin(shelf.journal(), "a");
        Face ann = new Face("ann", "Ann", 1);
        Face ben = new Face("ben", "Ben", 2);
        room.append(room.naming(ann, ben));
        assertEquals(List.of(ann, ben), shelf.journal().faces(A).whole());
        Face renamed = new Face("ann", "Anna", 3);
        room.append(room.naming(renamed));
        assertEquals(List.of(renamed, ben), shelf.journal().faces(A).whole());
        shelf.again();
        assertEquals(List.of(renamed, ben), shelf.journal().faces(A).whole());
        assertEquals(Faces.NONE, shelf.journal().faces(NOBODY));
    }

    private static Act act(long wall) {
        return new Act(wall, wall * 1_000, "ann", Bytes.utf8("play " + wall));
    }

    static void adoptions(Shelf shelf) throws IOException {
        for (Origin origin : Origin.values()) {
            String id = "of-" + origin.name().toLowerCase(Locale.ROOT);
            Rooms.<Creation>answer(told -> shelf.journal().create(Rooms.id(id), Rooms.birth(id, "", origin), told));
        }
        shelf.again();
        assertEquals(1, shelf.journal().adoptions());
    }

    static void id(Shelf shelf) throws IOException {
        String before = shelf.journal().storeId();
        shelf.again();
        assertEquals(before, shelf.journal().storeId());
    }
}
