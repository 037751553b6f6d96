package tutti.server.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import tutti.server.net.Figures;

/**
 * How fast edits become durable, beside raw append and fdatasync of the same disk in the same run. Prints lines
 * {@code figure NAME VALUE UNIT}. Arguments: a folder on the disk to measure, seconds for each figure.
 */
final class StoreBench {
    private static final Figures FIGURES = new Figures("store");
    /** Canonical bytes of an ordinary row. */
    private static final int ROW = 200;

    private static final String WRITER = "tutti-store-writer";
    private static final long SECOND = 1_000_000_000L;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double PER_CENT = 100;
    /** With so many seconds for each figure, the busy hour is a whole one. */
    private static final double WHOLE_HOUR = 5;

    private static final Bytes BODY = Bytes.of(new byte[ROW]);

    private final Path folder;
    private final int seconds;

    private StoreBench(Path folder, int seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "store-bench");
        try {
            new StoreBench(folder, args.length > 1 ? Integer.parseInt(args[1]) : 5).run();
        } finally {
            Rooms.delete(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        warmUp();
        double syncs = syncs();
        FIGURES.say("raw.closed.syncs", syncs, "1/s");
        for (int sessions : List.of(1, 8, 200)) {
            closed("closed." + sessions, sessions, syncs);
        }
        for (int rate : List.of(16, 200, 2_000, 20_000)) {
            Times raw = raw(rate);
            raw.say(FIGURES, "raw." + rate);
            Times h2 = paced("paced." + rate, rate);
            FIGURES.say("paced." + rate + ".p50-to-raw", h2.millis(0.5) / raw.millis(0.5), "ratio");
        }
        new BusyHour(folder.resolve("hour"), Math.min(1, seconds / WHOLE_HOUR)).say(FIGURES);
    }

    private void warmUp() throws IOException {
        try (Run run = new Run("warm", 50)) {
            run.closed(Math.max(3, seconds));
        }
    }

    /** Every session sends its next edit when it was told of the last. */
    private void closed(String name, int sessions, double syncs) throws IOException {
        try (Run run = new Run(name, sessions)) {
            run.closed(seconds);
            run.times.say(FIGURES, name);
            FIGURES.say(name + ".edits", run.times.count() / (double) seconds, "1/s");
            double commits = run.journal.metrics().commits() / (double) seconds;
            FIGURES.say(name + ".commits", commits, "1/s");
            FIGURES.say(name + ".commits-to-raw", commits / syncs, "ratio");
            run.costs(name);
        }
    }

    /** One thread appends a row and forces it, over and over. */
    private double syncs() throws IOException {
        int done = 0;
        long until = System.nanoTime() + seconds * SECOND;
        try (FileChannel file =
                FileChannel.open(folder.resolve("syncs"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (System.nanoTime() < until) {
                file.write(ByteBuffer.allocate(ROW + Chain.SIZE));
                file.force(false);
                done++;
            }
        }
        return done / (double) seconds;
    }

    /** Edits come at a rate, spread over 200 sessions (one at 16 a second); a session sends what waits. */
    private Times paced(String name, int rate) throws IOException {
        try (Run run = new Run(name, rate == 16 ? 1 : 200)) {
            List<BenchRoom> rooms = run.rooms;
            pace(rate, n -> rooms.get(n % rooms.size()).arrive(System.nanoTime()));
            run.settle();
            run.times.say(FIGURES, name);
            run.costs(name);
            FIGURES.say(
                    name + ".group",
                    run.journal.metrics().writes()
                            / (double) run.journal.metrics().commits(),
                    "writes");
            return run.times;
        }
    }

    /** The same load on a bare file: one thread appends what waits, and forces it. */
    private Times raw(int rate) throws IOException, InterruptedException {
        Times times = new Times();
        LinkedBlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
        Path path = folder.resolve("raw" + rate);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Thread writer = Thread.ofPlatform().start(() -> append(file, arrivals, times));
            pace(rate, n -> arrivals.add(System.nanoTime()));
            arrivals.add(-1L);
            writer.join();
        }
        return times;
    }

    private static void append(FileChannel file, LinkedBlockingQueue<Long> arrivals, Times times) {
        List<Long> group = new ArrayList<>();
        try {
            while (!group.contains(-1L)) {
                group.clear();
                group.add(arrivals.take());
                arrivals.drainTo(group);
                file.write(ByteBuffer.allocate(group.size() * (ROW + Chain.SIZE)));
                file.force(false);
                long now = System.nanoTime();
                group.stream().filter(at -> at > 0).forEach(at -> times.add(now - at));
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Arrival {
        void edit(int n);
    }

    private void pace(int rate, Arrival arrival) {
        long from = System.nanoTime();
        for (int n = 0; n < rate * seconds; n++) {
            long due = from + n * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(1_000_000, due - System.nanoTime()));
            }
            arrival.edit(n);
        }
    }

    /** Processor time of the one writer that is there, until now. */
    private static long writerNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(WRITER))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    /** A journal of its own with so many rooms, whose turns run on one thread beside the writer. */
    private final class Run implements AutoCloseable {
        final Path home;
        final Journal journal;
        final List<BenchRoom> rooms = new ArrayList<>();
        final Times times = new Times();
        final ExecutorService turns = Executors.newSingleThreadExecutor();
        final long size;
        final long begun;
        final long writerBefore;

        Run(String name, int sessions) throws IOException {
            home = folder.resolve(name);
            journal = H2Journal.open(home, Rooms.UNWATCHED);
            for (int i = 0; i < sessions; i++) {
                rooms.add(new BenchRoom(Rooms.begin(journal, "room" + i), BODY, turns, times));
            }
            size = StoreFiles.used(home);
            begun = System.nanoTime();
            writerBefore = writerNanos();
        }

        void closed(int forSeconds) {
            long until = System.nanoTime() + forSeconds * 1_000_000_000L;
            rooms.forEach(room -> room.keepGoing(until));
            rooms.forEach(room -> room.arrive(System.nanoTime()));
            settle();
        }

        void settle() {
            Await.until(() -> rooms.stream().allMatch(BenchRoom::idle));
        }

        /** What an edit took, and how much of its time the writer was at work: near 100 it is what limits. */
        void costs(String name) throws IOException {
            double edits = times.count();
            double wall = System.nanoTime() - begun;
            double writer = writerNanos() - writerBefore;
            FIGURES.say(name + ".bytes-per-edit", grown() / edits, "B");
            FIGURES.say(name + ".writer-cpu-per-edit", writer / NANOS_A_MICRO / edits, "us");
            FIGURES.say(name + ".writer-busy", PER_CENT * writer / wall, "%");
        }

        long grown() throws IOException {
            return StoreFiles.used(home) - size;
        }

        @Override
        public void close() throws IOException {
            turns.shutdown();
            journal.close();
        }
    }
}
