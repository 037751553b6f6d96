package tutti.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import tutti.server.net.Figures;

/**
 * What a rewriting costs. A history of a million edits in fifty sessions, which all are edited, alone and while it is
 * rewritten: the longest that an edit waited; then as many in one session: what one of them takes when it is packed;
 * the same for rows of people at work, with ids as clients make them. Prints lines {@code figure NAME VALUE UNIT}.
 * Arguments: a folder on the disk to measure, edits.
 */
final class StoreRewriteBench {
    private static final int SESSIONS = 50;
    private static final int RATE = 200;
    private static final int BATCH = 2_000;
    private static final int PACKS = 60;
    /** People's rows are a real room's, so there are fewer. */
    private static final int SHARE = 5;

    private static final double MEGA = 1024 * 1024;
    /** Sixteen edits a second, day and night. */
    private static final long MONTH = 40_000_000;

    /** What is done while rooms are edited. */
    private interface Work {
        void run() throws IOException;
    }

    private static final Figures FIGURES = new Figures("store-rewrite");
    private static final long ALONE_NANOS = 10_000_000_000L;

    private final Path folder;
    private final int edits;
    private volatile boolean over;

    private StoreRewriteBench(Path folder, int edits) {
        this.folder = folder;
        this.edits = edits;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "rewrite-bench");
        try {
            StoreRewriteBench bench =
                    new StoreRewriteBench(folder, args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000);
            bench.many();
            bench.one("one", new RealRows(0)::row, bench.edits);
            PeopleRows people = new PeopleRows(0);
            bench.one("people", seq -> people.next(), bench.edits / SHARE);
            speed("one", new RealRows(1)::row);
            speed("people", seq -> people.next());
        } finally {
            Rooms.delete(folder);
        }
    }

    /** Many sessions, at work: first left alone, then rewritten. */
    private void many() throws IOException, InterruptedException {
        try (H2Journal journal = H2Journal.open(folder.resolve("many"), Rooms.UNWATCHED)) {
            List<Rooms.Room> rooms = fill(journal, SESSIONS);
            FIGURES.load("before");
            edited("alone", rooms, () -> LockSupport.parkNanos(ALONE_NANOS));
            long from = System.nanoTime();
            AtomicReference<Copied.Done> done = new AtomicReference<>();
            edited("many", rooms, () -> done.set((Copied.Done) journal.rewrite(Progress.SILENT)));
            FIGURES.say("many.time", (System.nanoTime() - from) / 1e9, "s");
            FIGURES.say("many.pause", done.get().pauseNanos() / 1e6, "ms");
            sizes("many", done.get());
            FIGURES.load("after");
        }
    }

    /** How long edits take that arrive while something is done. */
    private void edited(String name, List<Rooms.Room> rooms, Work work) throws IOException, InterruptedException {
        try (ExecutorService turns = Executors.newSingleThreadExecutor()) {
            Times times = new Times();
            Bytes body = new RealRows(1).row(edits);
            List<BenchRoom> busy = rooms.stream()
                    .map(room -> new BenchRoom(room, body, turns, times))
                    .toList();
            over = false;
            Thread pace = Thread.ofPlatform().start(() -> pace(busy));
            work.run();
            over = true;
            pace.join();
            Await.until(() -> busy.stream().allMatch(BenchRoom::idle));
            times.say(FIGURES, name + ".edit");
        }
    }

    /** One session with all of it: what is left is nearly all packs. */
    private void one(String kind, LongFunction<Bytes> source, int rows) throws IOException {
        try (H2Journal journal = H2Journal.open(folder.resolve(kind), Rooms.UNWATCHED)) {
            append(Rooms.begin(journal, "room0"), source, rows);
            long from = System.nanoTime();
            Copied.Done done = (Copied.Done) journal.rewrite(Progress.SILENT);
            FIGURES.say(kind + ".time", (System.nanoTime() - from) / 1e9, "s");
            sizes(kind, done);
            double each = packedBytes(kind, journal, source) / (double) done.packed();
            FIGURES.say(kind + ".packed-edit", each, "B");
            FIGURES.say(kind + ".month", each * MONTH / MEGA, "MB");
        }
    }

    /** Packing alone, and opening packs, on one thread. */
    private static void speed(String kind, LongFunction<Bytes> source) throws StoreDamaged {
        long packing = 0;
        long opening = 0;
        Mark at = new Mark(0, Rooms.chain(kind));
        for (int i = 0; i < PACKS; i++) {
            Mark before = at;
            List<Row> rows = new ArrayList<>();
            while (rows.size() < Limits.PACK_ROWS) {
                rows.add(Row.after(at, source.apply(at.seq() + 1)));
                at = rows.getLast().at();
            }
            long from = System.nanoTime();
            Pack pack = Pack.of(before, rows);
            long packed = System.nanoTime();
            pack.rows(kind);
            packing += i < PACKS / 2 ? 0 : packed - from; // the first ones are for the compiler
            opening += i < PACKS / 2 ? 0 : System.nanoTime() - packed;
        }
        double measured = PACKS / 2 * Limits.PACK_ROWS * 1e9;
        FIGURES.say(kind + ".pack", measured / packing, "rows/s");
        FIGURES.say(kind + ".unpack", measured / opening, "rows/s");
    }

    private static void sizes(String name, Copied.Done done) {
        FIGURES.say(name + ".before", done.bytesBefore() / MEGA, "MB");
        FIGURES.say(name + ".after", done.bytesAfter() / MEGA, "MB");
        FIGURES.say(name + ".packed", done.packed(), "rows");
    }

    /** What the file holds besides what every store with as many loose rows holds. */
    private long packedBytes(String kind, H2Journal journal, LongFunction<Bytes> source) throws IOException {
        Copied.Done again = (Copied.Done) journal.rewrite(Progress.SILENT);
        try (H2Journal loose = H2Journal.open(folder.resolve(kind + "-loose"), Rooms.UNWATCHED)) {
            append(Rooms.begin(loose, "room0"), source, (int) (again.rows() - again.packed()));
            Copied.Done without = (Copied.Done) loose.rewrite(Progress.SILENT);
            return again.bytesAfter() - without.bytesAfter();
        }
    }

    private List<Rooms.Room> fill(H2Journal journal, int sessions) {
        List<Rooms.Room> rooms = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            rooms.add(Rooms.begin(journal, "room" + i));
            append(rooms.getLast(), new RealRows(i)::row, edits / sessions);
        }
        return rooms;
    }

    private static void append(Rooms.Room room, LongFunction<Bytes> source, int rows) {
        for (int left = rows; left > 0; left -= BATCH) {
            List<Row> next = new ArrayList<>();
            Mark at = room.at;
            for (int i = 0; i < Math.min(BATCH, left); i++) {
                next.add(Row.after(at, source.apply(at.seq() + 1)));
                at = next.getLast().at();
            }
            room.append(room.batch(next));
            room.rows.clear();
        }
    }

    private void pace(List<BenchRoom> rooms) {
        long from = System.nanoTime();
        for (int n = 0; !over; n++) {
            long due = from + n * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(1_000_000, due - System.nanoTime()));
            }
            rooms.get(n % rooms.size()).arrive(System.nanoTime());
        }
    }
}
