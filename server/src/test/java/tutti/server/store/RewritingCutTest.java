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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rewriting, with rooms at work before, in and after it, is recorded write by write, force by force, name by name;
 * then it is cut off at each of them. The store has something in every table: rows so many that they are packed,
 * snapshots of which only some parts change, a session in the bin, acts, and deleted sessions.
 */
@Tag("slow")
@Tag("fault")
@DisplayName("A rewriting that is cut off")
class RewritingCutTest {
    private static final List<String> ROOMS = List.of("a", "b", "c");
    private static final String DEAD = "dead";
    private static final String DYING = "dying";
    private static final String BINNED = "binned";
    private static final String LONG = "long";
    private static final int LONG_ROWS = Limits.LOOSE_ROWS + Limits.PACK_ROWS;
    private static final String BIN = "bin";
    private static final String ACTS = "acts";
    private static final String SNAPSHOT = "snapshot of ";
    /** In place of a seq: the session is deleted. */
    private static final long DELETED = Long.MAX_VALUE;

    private static final int UNSURE = 12;
    private static final String PART = "track/T";
    private static final Set<String> KEPT = Set.of("head");

    @TempDir
    Path temporary;

    private final FolderTape tape = new FolderTape();
    private final Map<String, Rooms.Room> rooms = new HashMap<>();
    private final Random random = new Random(14);
    private int from;
    private long acknowledged;
    private long binned;
    private long acts;
    /** When it is deleted. */
    private long dies;

    @BeforeEach
    void record() throws IOException {
        Path folder = temporary.resolve("recorded");
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Stream.of("a", "b", "c", DEAD, DYING, BINNED, LONG).forEach(name -> begin(journal, name));
            lengthen();
            bin(journal);
            act(journal);
            for (int i = 0; i < 8; i++) {
                ROOMS.forEach(this::edit);
            }
            edit(DYING);
            edit(DEAD);
            bury(journal, DEAD);
        }
        tape.begin(folder);
        try (TestDisk disk = TestDisk.register(tape);
                H2Journal journal =
                        H2Journal.open(folder, Rooms.UNWATCHED, new Ground(disk.mode(), tape, Growth.USUAL))) {
            Map<String, Rooms.Room> before = Map.copyOf(rooms);
            before.forEach((name, room) -> rooms.put(name, again(journal, room)));
            from = tape.length();
            dies = acknowledged + 5;
            Copied.Done done = assertInstanceOf(Copied.Done.class, journal.rewrite((rows, all) -> work(journal)));
            assertEquals(Limits.PACK_ROWS, done.packed());
            assertTrue(!rooms.containsKey(DYING), "it was deleted meanwhile");
            ROOMS.forEach(this::edit);
        }
    }

    /** Two edits, something for the bin, an act and a burial between any two pieces of the copying. */
    private boolean work(Journal journal) {
        act(journal);
        edit(ROOMS.get(random.nextInt(ROOMS.size())));
        edit(ROOMS.get(random.nextInt(ROOMS.size())));
        bin(journal);
        if (rooms.containsKey(DYING) && acknowledged > dies) {
            bury(journal, DYING);
        }
        return true;
    }

    private void begin(Journal journal, String name) {
        rooms.put(name, Rooms.begin(journal, name));
        told(name, 0);
    }

    /** The same room in another run of the server. */
    private static Rooms.Room again(Journal journal, Rooms.Room room) {
        Rooms.Room again = new Rooms.Room(journal, room.session, room.version, room.at);
        again.rows.addAll(room.rows);
        return again;
    }

    private void edit(String name) {
        Rooms.Room room = rooms.get(name);
        List<Row> next = room.next("an edit of " + name, "and more, " + random.nextInt());
        OutboxState state = new OutboxState("ann", "box", next.getLast().seq(), Bytes.NONE);
        Mark at = next.getLast().at();
        boolean snapshot = at.seq() % 3 == 0;
        Checkpoint part = new Checkpoint(at, new TreeMap<>(Map.of(PART, part(name, at.seq()))), new TreeSet<>(KEPT));
        Batch batch = new Batch(
                room.session,
                room.version,
                room.at,
                next,
                List.of(state),
                snapshot ? Optional.of(part) : Optional.empty(),
                Optional.empty(),
                List.of());
        assertInstanceOf(Outcome.Committed.class, room.append(batch));
        told(name, room.at.seq());
        told(ACTS, acts);
        if (snapshot) {
            told(SNAPSHOT + name, at.seq());
        }
    }

    private static Bytes part(String name, long seq) {
        return Bytes.utf8(seq == 0 ? "a track of " + name : "the track at " + seq);
    }

    /** So many rows that the next rewriting packs some. */
    private void lengthen() {
        Rooms.Room room = rooms.get(LONG);
        for (int batch = 0; batch < LONG_ROWS / Limits.BATCH_ROWS; batch++) {
            List<Row> next = room.next(Stream.generate(() -> "row " + random.nextInt(1_000))
                    .limit(Limits.BATCH_ROWS)
                    .toArray(String[]::new));
            OutboxState state = new OutboxState("ann", "box", next.getLast().seq(), Bytes.NONE);
            assertInstanceOf(Outcome.Committed.class, room.append(room.batch(next, state)));
        }
        edit(LONG); // a full pack is made when a further row could be packed
    }

    /** Each time it is in the bin since a later moment. */
    private void bin(Journal journal) {
        Rooms.Room room = rooms.get(BINNED);
        OptionalLong since = OptionalLong.of(binned + 1);
        Outcome outcome = Rooms.answer(told -> journal.bin(room.session, room.version, since, "r" + binned, told));
        room.version = assertInstanceOf(Outcome.Committed.class, outcome).version();
        binned++;
        told(BIN, binned);
    }

    /** Nothing waits for it, but it is there once an edit that follows it is. */
    private void act(Journal journal) {
        acts++;
        journal.note(Rooms.id("a"), new Act(1_000 + acts, acts, "ann", Bytes.utf8("act " + acts)));
    }

    private void bury(Journal journal, String name) {
        Rooms.Room room = rooms.remove(name);
        Outcome outcome = Rooms.answer(told -> journal.bury(room.session, room.version, "", told));
        assertInstanceOf(Outcome.Committed.class, outcome);
        told(name, DELETED);
    }

    private void told(String name, long seq) {
        tape.told(name, seq);
        acknowledged++;
    }

    @Test
    @DisplayName(
            "by kill -9 or a power cut loses nothing, brings nothing back from the dead, and applies nothing twice")
    void some() throws IOException {
        report(cutEvery(29), "every 29th write");
    }

    @Test
    @Tag("long")
    @DisplayName("at every single write loses nothing, brings nothing back from the dead, and applies nothing twice")
    void all() throws IOException {
        report(cutEvery(1), "every write");
    }

    private void report(int cuts, String where) {
        assertTrue(cuts > 20, cuts + " cuts");
        System.out.printf(
                "fault\trewriting cut off\tkill -9 and power cut at %s\t%d\t%d\t0\t-%n", where, cuts, acknowledged);
    }

    /** Every so many moments, and each at which it is open which file {@code CURRENT} names: this one many times. */
    private int cutEvery(int step) throws IOException {
        int cuts = 0;
        for (int cut = from; cut <= tape.length(); cut++) {
            boolean unsure = tape.unsure(cut);
            if (unsure || (cut - from) % step == 0) {
                kill(cut);
                cuts++;
            }
            for (int i = 0; i < (unsure ? UNSURE : (cut - from) % step == 0 ? 1 : 0); i++) {
                powerless(cut);
                cuts++;
            }
        }
        return cuts;
    }

    private void kill(int cut) throws IOException {
        Path after = Files.createDirectory(temporary.resolve("killed"));
        tape.killed(cut, after);
        check(after, cut);
    }

    private void powerless(int cut) throws IOException {
        Path after = Files.createDirectory(temporary.resolve("powerless"));
        tape.cut(cut, random, after);
        check(after, cut);
    }

    private void check(Path after, int cut) throws IOException {
        try (Journal journal = H2Journal.open(after, Rooms.UNWATCHED)) {
            Map<String, Long> told = tape.toldBefore(cut);
            told.keySet().stream()
                    .filter(name -> told.get(name) == DELETED || rooms.containsKey(name) || name.equals(DYING))
                    .forEach(name -> check(journal, name, told, cut));
            long since = journal.load(Rooms.id(BINNED), Rooms.ALL) instanceof Load.Found found
                    ? found.head().deleted().orElseThrow()
                    : 0;
            assertTrue(since >= told.get(BIN), () -> "in the bin since " + since + " of " + told + ", at " + cut);
            List<Act> there = journal.acts(Rooms.id("a"), Meanwhile.EVER).reversed();
            assertTrue(there.size() >= told.get(ACTS), () -> there.size() + " acts of " + told + ", at " + cut);
            for (int i = 0; i < there.size(); i++) {
                assertEquals(i + 1, there.get(i).micros(), "each act is there once");
            }
            assertEquals(1, stores(after), "what was left over is gone");
        }
        Rooms.delete(after);
    }

    private static long stores(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(StoreFolder.ENDING))
                    .count();
        }
    }

    private void check(Journal journal, String name, Map<String, Long> all, int cut) {
        long told = all.get(name);
        Load load = journal.load(Rooms.id(name), Rooms.ALL);
        if (told == DELETED || load instanceof Load.Buried) {
            assertEquals(new Load.Buried(), load, () -> "at " + cut);
            assertTrue(!ROOMS.contains(name));
            return;
        }
        Load.Found found = assertInstanceOf(Load.Found.class, load, () -> name + " at " + cut);
        long seq = found.head().at().seq();
        assertTrue(seq >= told, () -> name + " is at " + seq + " but was told " + told + ", at " + cut);
        long snapshot = found.snapshot().at().seq();
        assertTrue(snapshot >= all.getOrDefault(SNAPSHOT + name, 0L), () -> "snapshot of " + name + " at " + cut);
        assertEquals(part(name, snapshot), found.snapshot().parts().get(PART));
        assertTrue(found.snapshot().parts().keySet().containsAll(KEPT));
        long settled = found.outboxes().stream().mapToLong(OutboxState::settled).sum();
        assertEquals(seq, settled, () -> "settled numbers and rows are one, at " + cut);
        if (rooms.containsKey(name)) {
            assertEquals(rooms.get(name).rows.subList(0, (int) seq), found.rows());
        }
    }
}
