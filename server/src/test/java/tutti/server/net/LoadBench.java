package tutti.server.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tutti.edit.Mutation;
import tutti.edit.StepFields;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.net.BenchServer.Cost;
import tutti.sync.Limits;
import tutti.wire.Codec;

/**
 * Many rooms, many connections, unwanted guests and newcomers, the server as a process of its own. Prints lines
 * {@code figure NAME VALUE UNIT}. Arguments: a folder on the disk to measure; further ones replace the server's Java
 * options.
 */
final class LoadBench {
    private static final int SESSIONS = 200;
    /** Of each session: four edits a second. */
    private static final int RATE = 4;

    private static final int ROOMS = 4;
    private static final int CROWD = 64;
    private static final int CROWD_RATE = 50;
    private static final int SECONDS = 3;
    private static final int ROUNDS = 5;
    private static final int TROUBLES = 11;
    private static final int TEN = 10;
    private static final int TEN_RATE = 200;
    private static final int TRACKS = 16;
    private static final int NEWCOMERS = 30;
    private static final int WARM_UP = 4;
    private static final int BURST = 5_000;
    private static final double MEBI = 1 << 20;
    private static final double PER_CENT = 100;
    private static final double MICROS_A_SECOND = 1e6;

    private final Figures figures = new Figures("load");
    private final BenchServer server;

    private LoadBench(BenchServer server) {
        this.server = server;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "load-bench");
        List<String> options = List.of(args).subList(Math.min(1, args.length), args.length);
        List<String> crowded = List.of("--max-connections", "1024", "--max-per-address", "1024");
        try (BenchServer server = BenchServer.start(folder.resolve("data"), options, crowded)) {
            new LoadBench(server).run();
        } finally {
            RoomBench.delete(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        figures.load("before");
        List<List<BenchClient>> ten = rooms("ten", 1, TEN);
        for (int i = 0; i < WARM_UP; i++) {
            Pace.burst(ten.getFirst(), BURST);
            new Pace(TEN_RATE, SECONDS).run(ten, TEN);
        }
        measure("ten", ten, TEN_RATE);
        trouble(ten);
        close(ten);
        newcomers();
        List<List<BenchClient>> crowd = rooms("crowd", ROOMS, CROWD);
        measure("crowd", crowd, ROOMS * CROWD_RATE);
        close(crowd);
        rewriting("rewrite");
        List<List<BenchClient>> many = rooms("many", SESSIONS, 2);
        stagger(many);
        measure("sessions", many, SESSIONS * RATE);
        fill(many);
        rewriting("rewrite.full");
        measure("full", many, SESSIONS * RATE);
        close(many);
        figures.load("after");
    }

    /**
     * So that rooms are at different places, as people's are: what a room does each so many rows (a snapshot, packing
     * its window) would else be due in all of them within a quarter of a second, and that decided the hundredth.
     */
    private static void stagger(List<List<BenchClient>> rooms) {
        int every = tutti.server.room.Limits.CHECKPOINT_ROWS;
        for (int i = 0; i < rooms.size(); i++) {
            Pace.burst(rooms.get(i), 1 + i * every / rooms.size());
        }
    }

    /** Until the window of each room is full, and then on as usual until its ring holds only what came so. */
    private static void fill(List<List<BenchClient>> rooms) throws IOException {
        rooms.forEach(room -> Pace.burst(room, Limits.WINDOW_ROWS));
        for (int i = 0; i <= tutti.server.room.Limits.RING_FRAMES / RATE / SECONDS; i++) {
            new Pace(SESSIONS * RATE, SECONDS).run(rooms, 2);
        }
    }

    private List<List<BenchClient>> rooms(String name, int count, int clients)
            throws IOException, InterruptedException {
        List<List<BenchClient>> rooms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rooms.add(RoomBench.room(server, name + "-" + i, clients));
        }
        return rooms;
    }

    private static void close(List<List<BenchClient>> rooms) throws IOException {
        for (List<BenchClient> room : rooms) {
            for (BenchClient client : room) {
                client.close();
            }
        }
    }

    /** Everybody edits in turns; the first of some runs warms up. */
    private void measure(String name, List<List<BenchClient>> rooms, int rate) throws IOException {
        Pace pace = new Pace(rate, SECONDS);
        pace.run(rooms, rooms.getFirst().size());
        Latencies seen = new Latencies();
        Cost cost = server.during(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                seen.take(pace.run(rooms, rooms.getFirst().size()));
            }
        });
        double edits = pace.edits() * (double) ROUNDS;
        figures.say(name + ".deliveries", edits * rooms.getFirst().size() / cost.seconds(), "1/s");
        figures.say(name + ".p50", seen.millis(0.5), "ms");
        figures.say(name + ".p99", seen.millis(0.99), "ms");
        figures.say(name + ".cpu-per-edit", cost.cpuMicros() / edits, "us");
        figures.say(name + ".compiler-per-edit", cost.compilerMicros() / edits, "us");
        figures.say(name + ".core", PER_CENT * cost.cpuMicros() / 1e6 / cost.seconds(), "%");
        figures.say(name + ".resident", server.residentBytes() / MEBI, "MiB");
        figures.say(name + ".heap", server.liveBytes() / MEBI, "MiB");
    }

    /**
     * With and without unwanted guests, in turns, so that both meet the same machine; and of each the round in the
     * middle, since a single stop of a tenth of a second, which comes without guests too, decides the hundredth of all
     * rounds together. What stops in fewer than half of the rounds is therefore not seen here.
     */
    private void trouble(List<List<BenchClient>> room) throws IOException {
        Pace pace = new Pace(TEN_RATE, SECONDS);
        List<Latencies> alone = new ArrayList<>();
        List<Latencies> beside = new ArrayList<>();
        int turnedOut = 0;
        for (int i = 0; i < TROUBLES; i++) {
            alone.add(pace.run(room, TEN));
            try (Trouble trouble = Trouble.in(server.address(), RoomBench.id("ten-0"))) {
                beside.add(pace.run(room, TEN));
                turnedOut += trouble.end();
            }
        }
        figures.say("trouble.turned-out", turnedOut, "guests");
        figures.say("trouble.without.p50", Figures.median(alone, times -> times.millis(0.5)), "ms");
        figures.say("trouble.with.p50", Figures.median(beside, times -> times.millis(0.5)), "ms");
        double without = Figures.median(alone, times -> times.millis(0.99));
        double with = Figures.median(beside, times -> times.millis(0.99));
        figures.say("trouble.without.p99", without, "ms");
        figures.say("trouble.with.p99", with, "ms");
        figures.say("trouble.p99-to-control", with / without, "ratio");
    }

    /** Now, so that it does not come by itself in the midst of what is measured next; with what it takes. */
    private void rewriting(String name) throws IOException, InterruptedException {
        for (String when : List.of("first", "again")) {
            double cpu = server.cpuMicros();
            server.rewrite();
            figures.say(name + "." + when, (server.cpuMicros() - cpu) / MICROS_A_SECOND, "s");
        }
    }

    /** From connecting to the last piece of a snapshot: a room that is awake, and one that has to be read. */
    private void newcomers() throws IOException, InterruptedException {
        Codec codec = new Codec();
        Session full = full();
        SessionId awake = RoomBench.create(server, "full", full);
        List<BenchClient> in = new ArrayList<>();
        BenchClient.join(server.address(), awake, in);
        Latencies memory = new Latencies();
        Latencies disk = new Latencies();
        for (int i = 0; i < 2 * NEWCOMERS; i++) {
            SessionId asleep = RoomBench.create(server, "full-" + i, full);
            long fromDisk = Newcomer.arrive(server.address(), asleep, codec);
            long fromMemory = Newcomer.arrive(server.address(), awake, codec);
            if (i >= NEWCOMERS) {
                disk.add(fromDisk);
                memory.add(fromMemory);
            }
        }
        in.getFirst().close();
        figures.say("snapshot.memory.p50", memory.millis(0.5), "ms");
        figures.say("snapshot.memory.p99", memory.millis(0.99), "ms");
        figures.say("snapshot.disk.p50", disk.millis(0.5), "ms");
        figures.say("snapshot.disk.p99", disk.millis(0.99), "ms");
    }

    /** Sixteen tracks with a full bar each. */
    private static Session full() {
        List<Mutation> mutations = new ArrayList<>();
        for (int track = 0; track < TRACKS; track++) {
            for (int step = 0; step < TRACKS; step++) {
                var place = new tutti.edit.Place.OfStep(PatternSlot.A, BenchClient.track(track), step);
                mutations.add(Mutation.put(place, StepFields.ON, true));
                mutations.add(Mutation.put(place, StepFields.VELOCITY, 1 + step));
            }
        }
        return RoomBench.with(RoomBench.tracks(TRACKS), mutations);
    }
}
