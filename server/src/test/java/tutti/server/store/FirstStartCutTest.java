package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server starts in an empty folder, takes a few edits, ends and starts again. All that it does to the folder, its
 * store, {@code CURRENT} and the witness, is recorded, and then cut off at each write, force, rename and removal.
 */
@Tag("slow")
@Tag("fault")
@DisplayName("A first start that is cut off")
class FirstStartCutTest {
    private static final List<String> ROOMS = List.of("a", "b");
    private static final long SEED = Long.getLong("tutti.seed", 17);

    @TempDir
    Path temporary;

    private final Random random = new Random(SEED);
    private final FolderTape tape = new FolderTape();
    private final Map<String, Rooms.Room> rooms = new HashMap<>();
    private long told;

    @BeforeEach
    void record() throws IOException {
        Path folder = temporary.resolve("recorded");
        try (TestDisk disk = TestDisk.register(tape)) {
            Ground ground = new Ground(disk.mode(), tape, Growth.USUAL);
            for (int start = 0; start < 2; start++) {
                try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED, ground)) {
                    ROOMS.forEach(name -> rooms.merge(name, begin(journal, name, rooms.isEmpty()), (_, now) -> now));
                    for (int i = 0; i < 4; i++) {
                        edit(ROOMS.get(random.nextInt(ROOMS.size())));
                    }
                }
            }
        }
    }

    private Rooms.Room begin(Journal journal, String name, boolean first) {
        boolean fresh = first || !rooms.containsKey(name);
        Rooms.Room room = fresh ? Rooms.begin(journal, name) : Rooms.load(journal, name);
        told(name, room.at.seq());
        return room;
    }

    private void edit(String name) {
        Rooms.Room room = rooms.get(name);
        assertInstanceOf(Outcome.Committed.class, room.append("an edit, " + "x".repeat(random.nextInt(900))));
        told(name, room.at.seq());
    }

    private void told(String name, long seq) {
        tape.told(name, seq);
        told++;
    }

    @Test
    @DisplayName("anywhere, by kill -9 or a power cut, is a store that opens with all that was told")
    void some() throws IOException {
        report(cutEvery(4, 1), "every fourth write and name");
    }

    @Test
    @Tag("long")
    @DisplayName("at every single write and name, ten times, is a store that opens with all that was told")
    void all() throws IOException {
        report(cutEvery(1, 10), "every write and name");
    }

    private void report(int cuts, String where) {
        assertTrue(cuts > 20, cuts + " cuts");
        System.out.printf(
                "fault\tfirst start cut off\tkill -9 and power cut at %s, of the small files too\t%d\t%d\t0\t-%n",
                where, cuts, told);
    }

    private int cutEvery(int step, int times) throws IOException {
        int cuts = 0;
        for (int cut = random.nextInt(step); cut <= tape.length(); cut += step) {
            Path killed = Files.createDirectory(temporary.resolve("killed"));
            tape.killed(cut, killed);
            check(killed, cut);
            for (int i = 0; i < times; i++) {
                Path powerless = Files.createDirectory(temporary.resolve("powerless"));
                tape.cut(cut, random, powerless);
                check(powerless, cut);
            }
            cuts += 1 + times;
        }
        return cuts;
    }

    /** Opens what was left, finds what was told, and goes on with it. */
    private void check(Path after, int cut) throws IOException {
        try (Journal journal = H2Journal.open(after, Rooms.UNWATCHED)) {
            for (Map.Entry<String, Long> each : tape.toldBefore(cut).entrySet()) {
                Rooms.Room found = Rooms.load(journal, each.getKey());
                long seq = found.at.seq();
                assertTrue(seq >= each.getValue(), () -> "seed " + SEED + ", cut " + cut + ": " + each + " at " + seq);
                assertEquals(rooms.get(each.getKey()).rows.subList(0, (int) seq), found.rows);
                assertInstanceOf(Outcome.Committed.class, found.append("it goes on"));
            }
        } catch (IOException | AssertionError lost) {
            throw new AssertionError("seed " + SEED + ", cut " + cut, lost);
        }
        Rooms.delete(after);
    }
}
