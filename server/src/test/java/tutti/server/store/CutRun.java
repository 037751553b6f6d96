package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Rooms that write on a recorded disk, and what is left of their store if the power is cut at some moment. */
final class CutRun {
    private static final List<String> ROOMS = List.of("a", "b", "c");

    private final Path folder;
    private final Tape tape;
    /** What the rooms had been told before this run. */
    private final Map<String, Long> before;
    /** How often they had been told, at least: each time moved the store's position by one. */
    private final long timesBefore;

    private final Map<String, List<Row>> asked = new HashMap<>();
    private final int first;

    private CutRun(Path folder, Tape tape, Map<String, Long> before, long timesBefore, int first) {
        this.folder = folder;
        this.tape = tape;
        this.before = before;
        this.timesBefore = timesBefore;
        this.first = first;
    }

    /** A run on a fresh folder, over two store objects. */
    static CutRun fresh(Path folder, H2Mode like, int writes, Random random) throws IOException {
        Tape tape = new Tape(new byte[0]);
        try (TestDisk disk = TestDisk.register(tape)) {
            H2Mode mode = disk.mode(like);
            try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED, mode)) {
                for (String name : ROOMS) {
                    Rooms.begin(journal, name);
                    tape.told(name, 0);
                }
            }
            CutRun run = new CutRun(folder, tape, Map.of(), 0, tape.length());
            run.play(mode, writes / 2, random);
            run.play(mode, writes / 2, random);
            return run;
        }
    }

    /** The run of a server that is started on what a cut has left. */
    CutRun goOn(int cut, int writes, Random random) throws IOException {
        byte[] left = tape.after(cut, random);
        Path after = leave(cut, left);
        Tape next = new Tape(left);
        try (TestDisk disk = TestDisk.register(next)) {
            CutRun run = new CutRun(after, next, told(cut), timesTold(cut), 2);
            run.play(disk.mode(), writes, random);
            return run;
        }
    }

    private void play(H2Mode mode, int writes, Random random) throws IOException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED, mode)) {
            List<Rooms.Room> rooms =
                    ROOMS.stream().map(name -> Rooms.load(journal, name)).toList();
            for (int i = 0; i < writes; i++) {
                Rooms.Room room = rooms.get(random.nextInt(rooms.size()));
                List<Row> next = room.next(texts(i, random));
                long settled = next.getLast().seq();
                room.append(room.batch(next, new OutboxState("ann", "box", settled, Bytes.NONE)));
                tape.told(room.session.text(), settled);
            }
            rooms.forEach(room -> asked.put(room.session.text(), room.rows));
        }
    }

    private static String[] texts(int n, Random random) {
        String[] texts = new String[1 + random.nextInt(3)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "x".repeat(random.nextInt(400)) + n;
        }
        return texts;
    }

    /** A moment of this run after the store was made, more often than not one at which something is not forced. */
    int moment(Random random) {
        boolean unsure = random.nextInt(4) > 0;
        int moment;
        do {
            moment = first + random.nextInt(tape.length() - first + 1);
        } while (unsure && !tape.isUnsure(moment));
        return moment;
    }

    /** How often anybody was told that something is durable. */
    long told() {
        return timesTold(tape.length());
    }

    private Map<String, Long> told(int cut) {
        Map<String, Long> told = new TreeMap<>(before);
        told.putAll(tape.toldBefore(cut));
        return told;
    }

    private long timesTold(int cut) {
        return timesBefore + tape.countBefore(cut);
    }

    /** A folder as the cut leaves it; its witness knows all that was told. */
    private Path leave(int cut, byte[] left) throws IOException {
        Pointer pointer = Pointer.read(folder).orElseThrow();
        Path after = Files.createTempDirectory(folder, "after");
        Files.write(after.resolve(pointer.file() + StoreFolder.ENDING), left);
        Witness.create(Disk.SYSTEM, after, pointer.storeId());
        try (Witness witness = Witness.open(Disk.SYSTEM, after, pointer.storeId())) {
            witness.note(timesTold(cut), 0);
        }
        pointer.write(Disk.SYSTEM, after);
        return after;
    }

    /**
     * Opens what a cut has left and finds all that was told.
     *
     * @throws AssertionError or IOException if it is not there
     */
    void check(int cut, Random random) throws IOException {
        Path after = leave(cut, tape.after(cut, random));
        try (Journal journal = H2Journal.open(after, Rooms.UNWATCHED)) {
            told(cut).forEach((room, seq) -> check(journal, room, seq));
        } finally {
            Rooms.delete(after); // thousands of stores would fill the disk
        }
    }

    private void check(Journal journal, String room, long told) {
        Load load = journal.load(Rooms.id(room), Rooms.ALL);
        Load.Found found = assertInstanceOf(Load.Found.class, load, () -> room + ": " + load);
        long seq = found.head().at().seq();
        assertTrue(seq >= told, () -> room + " is at " + seq + " but was told " + told);
        assertEquals(asked.get(room).subList(0, (int) seq), found.rows());
        List<OutboxState> outboxes = new ArrayList<>(found.outboxes());
        long settled = outboxes.isEmpty() ? 0 : outboxes.getFirst().settled();
        assertEquals(seq, settled, "settled numbers and rows are one");
    }
}
