package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trimming is recorded write by write, and cut off at each of them. */
@Tag("slow")
@Tag("fault")
@DisplayName("A trimming that is cut off")
class TrimCutTest {
    private static final long WALL = 1_800_000_000_000L;
    private static final int CUTS = 6;

    @TempDir
    Path temporary;

    private final FolderTape tape = new FolderTape();
    private final Random random = new Random(3);
    private Rooms.Room room;
    private long snapshot;
    private int from;

    @BeforeEach
    void record() throws IOException {
        Path folder = temporary.resolve("recorded");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            room = Rooms.begin(journal, "a");
            write(3, 1_400);
            check("head");
            snapshot = room.at.seq();
            write(1, 300);
            check("head");
        }
        tape.begin(folder);
        for (long version = 1; version <= room.version; version++) {
            tape.told("a", room.at.seq());
        }
        try (TestDisk disk = TestDisk.register(tape)) {
            from = tape.length();
            Ground ground = new Ground(disk.mode(), tape, Growth.USUAL);
            Trimming done = Trim.run(folder, room.session, snapshot + 7, WALL, 2, ground);
            assertEquals(
                    snapshot,
                    assertInstanceOf(Trimming.Done.class, done).what().upTo().seq());
        }
    }

    private void write(int batches, int rows) {
        for (int i = 0; i < batches; i++) {
            String[] texts = new String[rows];
            for (int k = 0; k < rows; k++) {
                texts[k] = "row " + (room.at.seq() + k);
            }
            List<Row> next = room.next(texts);
            OutboxState state = new OutboxState("ann", "box", next.getLast().seq(), Bytes.NONE);
            assertInstanceOf(Outcome.Committed.class, room.append(room.batch(next, state)));
        }
    }

    private void check(String part) {
        TreeMap<String, Bytes> fresh = new TreeMap<>(Map.of(part, Bytes.utf8("at " + room.at.seq())));
        Checkpoint taken = new Checkpoint(room.at, fresh, new TreeSet<>());
        room.append(room.with(List.of(), Optional.of(taken), Optional.empty()));
    }

    @Test
    @DisplayName("by kill -9 or a power cut is done or not, and loses nothing else")
    void anywhere() throws IOException {
        int done = 0;
        int cuts = 0;
        for (int cut = from; cut <= tape.length(); cut++) {
            for (int i = 0; i < CUTS; i++) {
                Path after = Files.createDirectory(temporary.resolve("after"));
                if (i == 0) {
                    tape.killed(cut, after);
                } else {
                    tape.cut(cut, random, after);
                }
                done += left(after, cut) ? 1 : 0;
                cuts++;
                Rooms.delete(after);
            }
        }
        assertTrue(done > 0 && done < cuts, done + " of " + cuts + " were done");
        System.out.printf(
                "fault\ttrimming cut off\tkill -9 and power cut at every write\t%d\t%d\t0\t-%n", cuts, snapshot);
    }

    /** Whether it was done. */
    private boolean left(Path after, int cut) throws IOException {
        try (Journal journal = H2Journal.open(after, Rooms.UNWATCHED)) {
            long birth = journal.trimmed(room.session)
                    .map(trimmed -> trimmed.upTo().seq())
                    .orElse(0L);
            assertTrue(birth == 0 || birth == snapshot, "at " + cut);
            Stretch rest = journal.rows(room.session, birth, Integer.MAX_VALUE);
            assertEquals(
                    room.rows.subList((int) birth, room.rows.size()),
                    assertInstanceOf(Stretch.Rows.class, rest, "at " + cut).rows());
            Load.Found found = assertInstanceOf(Load.Found.class, journal.load(room.session, Rooms.ALL));
            assertEquals(room.at, found.head().at());
            assertEquals(room.at.seq(), found.outboxes().getFirst().settled());
            Footing first = journal.footing(room.session, birth);
            assertEquals(
                    birth,
                    assertInstanceOf(Footing.At.class, first).snapshot().at().seq());
            return birth > 0;
        }
    }
}
