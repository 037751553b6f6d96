package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("A backup")
class BackupTest {
    @TempDir
    Path temporary;

    private Path backup;
    private Path restored;
    private H2Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void open() throws IOException {
        backup = temporary.resolve("backup");
        restored = temporary.resolve("restored");
        journal = H2Journal.open(temporary.resolve("data"), Rooms.UNWATCHED);
        room = Rooms.begin(journal, "a");
        room.append(room.batch(room.next("one", "two", "three"), new OutboxState("ann", "box", 3, Bytes.NONE)));
        room.note(3);
        Rooms.begin(journal, "untouched");
        Rooms.Room dead = Rooms.begin(journal, "dead");
        assertInstanceOf(
                Outcome.Committed.class,
                Rooms.<Outcome>answer(told -> journal.bury(dead.session, dead.version, "", told)));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void backUp() throws IOException {
        assertInstanceOf(Copied.Done.class, journal.backUp(backup, Progress.SILENT));
    }

    private Journal restore() throws IOException {
        assertInstanceOf(Copied.Done.class, Restore.run(backup, restored, Progress.SILENT));
        return H2Journal.open(restored, Rooms.UNWATCHED);
    }

    private static Load.Found load(Journal journal, Rooms.Room room) {
        return assertInstanceOf(Load.Found.class, journal.load(room.session, Rooms.ALL));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    @DisplayName("that is restored has every session as it was, and tombstones")
    void same() throws IOException {
        backUp();
        Load.Found before = load(journal, room);
        try (Journal again = restore()) {
            Load.Found after = load(again, room);
            assertEquals(before.rows(), after.rows());
            assertEquals(before.snapshot(), after.snapshot());
            assertEquals(before.outboxes(), after.outboxes());
            assertEquals(journal.storeId(), again.storeId());
            assertEquals(journal.buried(), again.buried());
            assertEquals(journal.list().size(), again.list().size());
        }
    }

    @Test
    @DisplayName("that is restored begins a new chain at each head, which a client that knew more notices")
    void newChains() throws IOException {
        backUp();
        Mark before = room.at;
        room.append("lost with the disk");
        try (Journal again = restore()) {
            Head head = load(again, room).head();
            assertEquals(before.seq(), head.at().seq());
            assertNotEquals(before.chain(), head.at().chain());
            assertEquals(head.at(), head.start());
            Rooms.Room on = new Rooms.Room(again, room.session, head.version(), head.at());
            assertInstanceOf(Outcome.Committed.class, on.append("four", "five"));
            Stretch.Rows rows = assertInstanceOf(Stretch.Rows.class, again.rows(room.session, 0, Integer.MAX_VALUE));
            assertEquals(5, rows.rows().size());
            assertNotEquals(room.at, rows.rows().get(3).at());
        }
    }

    @Test
    @DisplayName("that is restored notes no KV file, so that one which is ahead is looked at")
    void owes() throws IOException {
        backUp();
        assertEquals(OptionalLong.of(3), load(journal, room).head().kvSeq());
        assertEquals(Set.of(), journal.owing());
        try (Journal again = restore()) {
            assertEquals(OptionalLong.empty(), load(again, room).head().kvSeq());
            assertEquals(Set.of(room.session), again.owing());
        }
    }

    @Test
    @DisplayName("that was restored can be rewritten, backed up and restored again")
    void again() throws IOException {
        TreeMap<String, Bytes> fresh = new TreeMap<>();
        fresh.put("head", Bytes.utf8("at the head"));
        Checkpoint taken = new Checkpoint(room.at, fresh, new TreeSet<>(Set.of("track/T")));
        room.append(room.with(List.of(), Optional.of(taken), Optional.empty()));
        backUp();
        assertInstanceOf(Copied.Done.class, Restore.run(backup, restored, Progress.SILENT));
        try (H2Journal second = H2Journal.open(restored, Rooms.UNWATCHED)) {
            Footing.At footing = assertInstanceOf(Footing.At.class, second.footing(room.session, room.at.seq()));
            Stretch.Rows onward =
                    assertInstanceOf(Stretch.Rows.class, second.rows(room.session, room.at.seq(), Integer.MAX_VALUE));
            assertEquals(onward.from(), footing.snapshot().at(), "rows lead on from there");
            assertNotEquals(room.at, onward.from());
            Load.Found before = load(second, room);
            assertInstanceOf(Copied.Done.class, second.rewrite(Progress.SILENT));
            assertEquals(before, load(second, room));
            backup = temporary.resolve("second");
            assertInstanceOf(Copied.Done.class, second.backUp(backup, Progress.SILENT));
        }
        restored = temporary.resolve("third");
        try (Journal third = restore()) {
            assertEquals(room.rows, load(third, room).rows());
            Rooms.Room on = Rooms.load(third, "a");
            on.append("four", "five", "six");
            on.note(on.at.seq());
        }
        Trimming trimming = Trim.run(restored, room.session, Long.MAX_VALUE, 1_800, 1, Ground.USUAL);
        assertInstanceOf(Trimming.Nothing.class, trimming, "the snapshot there is of the chain before");
    }

    @Test
    @DisplayName("that is restored has what was in its bin there since now")
    void bin() throws IOException {
        Rooms.<Outcome>answer(told -> journal.bin(room.session, room.version, OptionalLong.of(1), "r1", told));
        long before = System.currentTimeMillis();
        backUp();
        try (Journal again = restore()) {
            Head head = load(again, room).head();
            assertTrue(head.deleted().getAsLong() >= before, head.deleted()::toString);
            Outcome late =
                    Rooms.answer(told -> again.bin(room.session, head.version(), OptionalLong.empty(), "r1", told));
            assertEquals(new Outcome.Committed(head.version()), late, "requests are known as before");
        }
    }

    @Test
    @DisplayName("has the legacy records beside the store, and gives them back")
    void legacy() throws IOException {
        Path legacy = Path.of("kv", "legacy");
        Path from = Files.createDirectories(temporary.resolve("data").resolve(legacy));
        Files.writeString(from.resolve("old.json"), "a record");
        assertEquals(
                1,
                assertInstanceOf(Copied.Done.class, journal.backUp(backup, Progress.SILENT))
                        .legacy());
        assertEquals(
                1,
                assertInstanceOf(Copied.Done.class, Restore.run(backup, restored, Progress.SILENT))
                        .legacy());
        assertEquals("a record", Files.readString(restored.resolve(legacy).resolve("old.json")));
        Backup.empty(restored);
        assertEquals(List.of(), files(restored));
    }

    @Test
    @DisplayName("made while sessions are edited is one state of the store that was")
    void busy() throws Exception {
        BusyRooms rooms = new BusyRooms(journal, 20, 3);
        rooms.start();
        long before = rooms.told();
        backUp();
        Await.until(() -> rooms.told() > before + 20);
        rooms.stop();
        try (Journal again = restore()) {
            for (Listed line : again.list()) {
                Load.Found then = assertInstanceOf(Load.Found.class, again.load(line.session(), Rooms.ALL));
                if (journal.load(line.session(), Rooms.ALL) instanceof Load.Found now) {
                    assertEquals(now.rows().subList(0, then.rows().size()), then.rows());
                }
            }
        }
        rooms.check(journal);
    }

    @Test
    @DisplayName("is no data folder: a server does not start on it, nor where restoring was cut off")
    void noData() throws IOException {
        backUp();
        assertThrows(StoreDamaged.class, () -> H2Journal.open(backup, Rooms.UNWATCHED));
        restore().close();
        Files.delete(restored.resolve(Pointer.FILE));
        assertThrows(StoreDamaged.class, () -> H2Journal.open(restored, Rooms.UNWATCHED));
    }

    @Test
    @DisplayName("goes into an empty folder only, and is restored into one only")
    void empty() throws IOException {
        Files.createDirectories(backup);
        Files.writeString(backup.resolve("mine"), "a letter");
        assertThrows(IOException.class, this::backUp);
        assertEquals("a letter", Files.readString(backup.resolve("mine")));
        Files.delete(backup.resolve("mine"));
        backUp();
        Path held = temporary.resolve("data");
        assertThrows(IOException.class, () -> Restore.run(backup, held, Progress.SILENT));
        assertInstanceOf(Outcome.Committed.class, room.append("it is as it was"));
    }

    @Test
    @DisplayName("that somebody ends leaves nothing, and so does a restoring")
    void cancelled() throws IOException {
        assertEquals(new Copied.Cancelled(), journal.backUp(backup, (rows, all) -> false));
        assertEquals(List.of(), files(backup));
        backUp();
        assertEquals(new Copied.Cancelled(), Restore.run(backup, restored, (rows, all) -> rows == 0));
        assertEquals(List.of(), files(restored));
        assertTrue(files(backup).size() >= 3);
    }

    @Test
    @DisplayName("that is damaged is not restored, and nothing is left of the attempt")
    void damaged() throws IOException {
        backUp();
        Path store = files(backup).stream()
                .filter(file -> file.toString().endsWith(StoreFolder.ENDING))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(store);
        Files.write(store, Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(IOException.class, () -> Restore.run(backup, restored, Progress.SILENT));
        assertFalse(Files.exists(restored.resolve(Pointer.FILE)));
    }
}
