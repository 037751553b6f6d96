package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.Session;
import tutti.server.room.Papers;
import tutti.server.verify.Exporter;
import tutti.server.verify.Finding;
import tutti.server.verify.Journey;
import tutti.server.verify.Trimmer;
import tutti.server.verify.Verifier;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.wire.Codec;

@Tag("slow")
@DisplayName("A session that is trimmed")
class TrimTest {
    private static final String NAME = "long";
    private static final long WALL = 1_800_000_000_000L;
    private static final int STRETCH = 4_120;
    private static final int BATCH = 2_060;
    /** What a room reads for undo, and one more. */
    private static final Window UNDO = new Window(tutti.sync.Limits.WINDOW_ROWS + 1, tutti.sync.Limits.WINDOW_BYTES);

    @TempDir
    Path temporary;

    private final PeopleRows people = new PeopleRows(5);
    private final List<Long> snapshots = new ArrayList<>();
    private Path data;
    private Path scratch;
    private H2Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void write() throws IOException {
        data = temporary.resolve("data");
        scratch = Files.createDirectory(temporary.resolve("scratch"));
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        room = begin();
        for (int i = 0; i < 3; i++) {
            append(STRETCH);
            Checkpoint taken = new Checkpoint(room.at, Papers.parts(people.session()), new TreeSet<>());
            room.append(room.with(List.of(), Optional.of(taken), Optional.empty()));
            snapshots.add(room.at.seq());
        }
        append(STRETCH);
    }

    private Rooms.Room begin() {
        Mark start = new Mark(0, Rooms.chain(NAME));
        Session blank = Session.BLANK;
        Birth birth = new Birth(start, Papers.parts(blank), blank.name(), Bytes.NONE, "", Origin.NEW, false, WALL);
        Creation made = Rooms.answer(told -> journal.create(Rooms.id(NAME), birth, told));
        long version = assertInstanceOf(Creation.Made.class, made).version();
        return new Rooms.Room(journal, Rooms.id(NAME), version, start);
    }

    private void append(int rows) {
        List<Bytes> all = people.atLeast(rows);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Row> next = new ArrayList<>();
            Mark at = room.at;
            for (Bytes each : all.subList(from, Math.min(all.size(), from + BATCH))) {
                next.add(Row.after(at, each));
                at = next.getLast().at();
            }
            assertInstanceOf(Outcome.Committed.class, room.append(room.batch(next, settled(at.seq()))));
        }
    }

    static OutboxState settled(long seq) {
        tutti.sync.OutboxState state =
                new tutti.sync.OutboxState(new MemberId("ann"), new OutboxId("box"), seq, List.of());
        String text = new Codec().text(tutti.sync.OutboxState.class, state);
        return new OutboxState("ann", "box", seq, Bytes.utf8(text));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private Trimming trim(Predicate<tutti.sync.Row> old) throws IOException {
        journal.close();
        Trimming done = Trimmer.run(data, scratch, room.session, old, WALL);
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        return done;
    }

    private Load.Found loaded() {
        return assertInstanceOf(Load.Found.class, journal.load(room.session, UNDO));
    }

    private List<Row> after(long seq) {
        List<Row> all = new ArrayList<>();
        while (seq + all.size() < room.at.seq()) {
            Stretch some = journal.rows(room.session, seq + all.size(), Integer.MAX_VALUE);
            all.addAll(assertInstanceOf(Stretch.Rows.class, some).rows());
        }
        return all;
    }

    private Finding verified() throws IOException {
        journal.close();
        Finding found = Verifier.of(data, scratch, (done, all) -> true).all().getFirst();
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        assertEquals(List.of(), found.damage());
        return found;
    }

    private Trimmed trimmed() throws IOException {
        return journal.trimmed(room.session).orElseThrow();
    }

    @ParameterizedTest(name = "begins later, and all else of it is as it was; its rows were packed before: {0}")
    @ValueSource(booleans = {false, true})
    void same(boolean packed) throws IOException {
        if (packed) {
            journal.rewrite(Progress.SILENT);
        }
        long wanted = snapshots.get(1) + 100;
        Load.Found before = loaded();
        Trimming done = trim(row -> row.seq() < wanted);
        Mark upTo = room.rows.get((int) (snapshots.get(1) - 1)).at();
        assertEquals(new Trimming.Done(new Trimmed(WALL, upTo, upTo.seq())), done);
        assertEquals(new Trimmed(WALL, upTo, upTo.seq()), trimmed());
        Load.Found after = loaded();
        assertEquals(before.snapshot(), after.snapshot());
        assertEquals(before.rows(), after.rows());
        assertEquals(before.outboxes(), after.outboxes());
        assertEquals(before.head().at(), after.head().at());
        begins(upTo);
        journal.rewrite(Progress.SILENT);
        begins(upTo);
        assertInstanceOf(Outcome.Committed.class, Rooms.load(journal, NAME).append("more"));
    }

    /** Whatever asks for what is gone hears so, and the rest is whole. */
    private void begins(Mark upTo) throws IOException {
        long seq = upTo.seq();
        assertEquals(room.rows.subList((int) seq, room.rows.size()), after(seq));
        assertEquals(new Stretch.Nowhere(), journal.rows(room.session, seq - 1, 1));
        assertEquals(new Footing.Nowhere(), journal.footing(room.session, seq - 1));
        assertInstanceOf(Footing.At.class, journal.footing(room.session, seq));
        Stretch first = journal.before(room.session, seq + 3, 500, Long.MAX_VALUE);
        assertEquals(2, assertInstanceOf(Stretch.Rows.class, first).rows().size());
        Finding found = verified();
        assertEquals(room.at.seq() - seq, found.rows());
        assertTrue(found.notes().getFirst().startsWith(seq + " rows, up to " + seq + ", were trimmed at 2027-01-15T"));
    }

    @Test
    @DisplayName("can be trimmed by time of day, more than once, and stays trimmed in a backup that is restored")
    void again() throws IOException {
        long wall = wall(snapshots.get(0) + 50);
        assertInstanceOf(Trimming.Done.class, trim(row -> row.wall() < wall));
        assertEquals(snapshots.get(0), trimmed().upTo().seq());
        assertEquals(
                new Trimming.Nothing("no snapshot that is kept is as old as that"), trim(row -> row.wall() < wall));
        long later = wall(snapshots.get(1) + 1);
        assertInstanceOf(Trimming.Done.class, trim(row -> row.wall() < later));
        assertEquals(snapshots.get(1) - snapshots.get(0), trimmed().rows());
        Path backup = temporary.resolve("backup");
        journal.backUp(backup, Progress.SILENT);
        Trimmed known = trimmed();
        journal.close();
        data = temporary.resolve("restored");
        Restore.run(backup, data, Progress.SILENT);
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        assertEquals(known, trimmed());
        assertEquals(room.at.seq() - known.upTo().seq(), verified().rows());
    }

    private long wall(long seq) {
        Bytes row = room.rows.get((int) (seq - 1)).bytes();
        return new Codec().read(tutti.sync.Row.class, row.text(), tutti.sync.Limits.SERVER_FRAME)
                        instanceof tutti.wire.Parsed.Of<tutti.sync.Row>(tutti.sync.Row read)
                ? read.wall()
                : -1;
    }

    @Test
    @DisplayName("keeps what undo reaches, whatever is asked for")
    void keeps() throws IOException {
        assertInstanceOf(Trimming.Done.class, trim(row -> true));
        assertEquals(snapshots.get(1), trimmed().upTo().seq());
        assertTrue(room.at.seq() - trimmed().upTo().seq() > Limits.LOOSE_ROWS);
        String why = "the newest 8194 edits stay, for undo, and what its KV file does not show yet";
        room = Rooms.begin(journal, "short");
        room.append("{}");
        journal.close();
        assertEquals(new Trimming.Nothing(why), Trim.run(data, room.session, 5, WALL));
        journal = H2Journal.open(data, Rooms.UNWATCHED);
    }

    @Test
    @DisplayName("is written down from where it begins now")
    void exported() throws IOException, Journey.Unreadable {
        trim(row -> row.seq() <= snapshots.get(0));
        journal.close();
        try (Audit audit = Audit.open(data, scratch)) {
            long rows = room.at.seq() - snapshots.get(0);
            Path file = scratch.resolve("history");
            assertEquals(rows, Exporter.write(audit, room.session, file));
            assertEquals(
                    rows,
                    Journey.read(Files.readAllLines(file), new Codec()).rows().size());
        }
        journal = H2Journal.open(data, Rooms.UNWATCHED);
    }

    @Test
    @DisplayName("is not, if a server works there, if it is damaged, or if there is none")
    void refused() throws IOException {
        assertThrows(FolderHeld.class, () -> Trimmer.run(data, scratch, room.session, row -> true, WALL));
        room.append("{\"no\":\"row\"}");
        assertThrows(StoreDamaged.class, () -> trim(row -> true));
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        assertEquals(Optional.empty(), journal.trimmed(room.session));
        journal.close();
        IOException none =
                assertThrows(IOException.class, () -> Trimmer.run(data, scratch, Rooms.id("none"), row -> true, WALL));
        assertEquals("there is no session none", none.getMessage());
        journal = H2Journal.open(data, Rooms.UNWATCHED);
    }
}
