package tutti.server.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.net.BenchServer.Cost;
import tutti.sync.Chain;
import tutti.wire.Documents;
import tutti.wire.Stamp;

/**
 * A room over loopback, the server as a process of its own: from an edit that is due to its row at another client,
 * where it is durable; beside append and fdatasync of the same disk in the same run. Prints lines
 * {@code figure NAME VALUE UNIT}, the machine's load average before and after among them. Arguments: a folder on the
 * disk to measure; further ones replace the Java options of the launchers.
 */
final class RoomBench {
    private static final Figures FIGURES = new Figures("room");
    private static final int ROUNDS = 3;
    private static final int SECONDS = 2;
    /** Of two clients, who edit seldom: a hundredth of 1,000 edits is still ten of them. */
    private static final int PAIR_SECONDS = 5;

    private static final int CLIENTS = 10;
    private static final double MOST_MILLIS = 100;
    private static final long SEARCH_NANOS = 90_000_000_000L;
    /** So many rates in a row are too high before the search ends: a busy machine can spoil one. */
    private static final int MISSES = 2;

    /** The server is warm once its compilers take less than this share of its processor time, or after so many. */
    private static final double WARM = 0.1;

    private static final int MOST_ROUNDS = 12;
    private static final int BURST = 10_000;
    private static final double MEBI = 1 << 20;
    private static final List<Integer> RATES = List.of(1_000, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 16_000);

    private final Path folder;
    private final List<String> options;

    /**
     * One run with ten clients, but for the first figure for each edit.
     *
     * @param speed the 99th percentile in ms, or edits a second
     * @param cpu the server's processor time, in microseconds
     * @param compiler what of that the JIT compilers took
     * @param bytes by which the store grew
     */
    private record Busy(double speed, double cpu, double compiler, double bytes) {}

    private RoomBench(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "room-bench");
        List<String> options = List.of(args).subList(Math.min(1, args.length), args.length);
        try {
            new RoomBench(folder, options).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        FIGURES.load("before");
        FIGURES.say("start", Figures.median(starts(), time -> time), "ms");
        try (BenchServer server = BenchServer.start(folder.resolve("data"), options)) {
            FIGURES.say("heap.empty", server.liveBytes() / MEBI, "MiB");
            List<BenchClient> ten = room(server, "ten", CLIENTS);
            tell("ten.cold", List.of(burst(server, ten)));
            warmUp(server, ten);
            List<BenchClient> two = room(server, "two", 2);
            pair(server, two, 20, "20");
            server.rewrite();
            pair(server, two, 20, "20.compacted");
            pair(server, two, 200, "200");
            full(server, ten);
            search(server, ten);
            FIGURES.say("heap.after", server.liveBytes() / MEBI, "MiB");
            for (BenchClient client : Stream.concat(ten.stream(), two.stream()).toList()) {
                client.close();
            }
        }
        FIGURES.load("after");
    }

    private List<Double> starts() throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            BenchServer server = BenchServer.start(folder.resolve("start" + i), options);
            times.add((System.nanoTime() - from) / 1e6);
            server.close();
        }
        return times;
    }

    static SessionId id(String name) {
        return new SessionId("room-of-" + name);
    }

    static SessionId create(BenchServer server, String name, Session document)
            throws IOException, InterruptedException {
        server.create(Documents.text(new Stamp(id(name), 0, Chain.NONE, ""), document));
        return id(name);
    }

    static List<BenchClient> room(BenchServer server, String name, int clients)
            throws IOException, InterruptedException {
        SessionId id = create(server, name, tracks(clients));
        List<BenchClient> room = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            BenchClient.join(server.address(), id, room);
        }
        return room;
    }

    /** As many as there are clients, but at most as a session can have. */
    static Session tracks(int clients) {
        int count = Math.min(clients, tutti.model.Limits.TRACKS);
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String position = Order.spread(BenchClient.track(i), i, count);
            mutations.add(new Mutation.Insert<>(
                    new Root.OfTrack(BenchClient.track(i)), List.of(TrackFields.POSITION.of(position))));
        }
        return with(Session.BLANK, mutations);
    }

    static Session with(Session session, List<Mutation> mutations) {
        return ((Outcome.Changed) Reducer.reduce(session, mutations)).next();
    }

    /** One edits, the other sees; in turns with the bare disk. */
    private void pair(BenchServer server, List<BenchClient> room, int rate, String name) throws IOException {
        Pace pace = new Pace(rate, PAIR_SECONDS);
        List<Latencies> raw = new ArrayList<>();
        List<Latencies> seen = new ArrayList<>();
        long before = server.storeBytes();
        for (int i = 0; i < ROUNDS; i++) {
            raw.add(pace.raw(folder.resolve("raw")));
            seen.add(pace.run(List.of(room), 1));
        }
        double grown = server.storeBytes() - before;
        double bare = Figures.median(raw, times -> times.millis(0.5));
        double p50 = Figures.median(seen, times -> times.millis(0.5));
        FIGURES.say("raw." + name + ".p50", bare, "ms");
        FIGURES.say("raw." + name + ".p99", Figures.median(raw, times -> times.millis(0.99)), "ms");
        FIGURES.say("two." + name + ".p50", p50, "ms");
        FIGURES.say("two." + name + ".p99", Figures.median(seen, times -> times.millis(0.99)), "ms");
        FIGURES.say("two." + name + ".p50-to-raw", p50 / bare, "ratio");
        FIGURES.say("two." + name + ".bytes-per-edit", grown / (ROUNDS * pace.edits()), "B");
    }

    /** The highest rate at which ten clients in one session see each other in time. */
    private static void search(BenchServer server, List<BenchClient> room) throws IOException {
        long until = System.nanoTime() + SEARCH_NANOS;
        int highest = 0;
        int misses = 0;
        for (int rate : RATES) {
            List<Busy> runs = new ArrayList<>();
            while (runs.size() < ROUNDS && misses < MISSES && System.nanoTime() < until) {
                runs.add(busy(server, room, rate));
            }
            boolean well = !runs.isEmpty() && told(rate, runs) <= MOST_MILLIS;
            misses = well ? 0 : misses + 1;
            highest = well ? rate : highest;
        }
        FIGURES.say("ten.highest", highest, "1/s");
        FIGURES.say("ten.highest.deliveries", (double) highest * CLIENTS, "1/s");
    }

    private static double told(int rate, List<Busy> runs) {
        double p99 = Figures.median(runs, Busy::speed);
        FIGURES.say("ten." + rate + ".p99", p99, "ms");
        costs("ten." + rate, runs);
        return p99;
    }

    private static void tell(String name, List<Busy> runs) {
        FIGURES.say(name + ".edits", Figures.median(runs, Busy::speed), "1/s");
        costs(name, runs);
    }

    private static void costs(String name, List<Busy> runs) {
        FIGURES.say(name + ".cpu-per-edit", Figures.median(runs, Busy::cpu), "us");
        FIGURES.say(name + ".compiler-per-edit", Figures.median(runs, Busy::compiler), "us");
        FIGURES.say(name + ".bytes-per-edit", Figures.median(runs, Busy::bytes), "B");
    }

    private static Busy busy(BenchServer server, List<BenchClient> room, int rate) throws IOException {
        Pace pace = new Pace(rate, SECONDS);
        Latencies seen = new Latencies();
        return measured(
                server, pace.edits(), () -> seen.take(pace.run(List.of(room), room.size())), cost -> seen.millis(0.99));
    }

    private static Busy burst(BenchServer server, List<BenchClient> room) throws IOException {
        return measured(server, BURST, () -> Pace.burst(room, BURST), cost -> BURST / cost.seconds());
    }

    private static Busy measured(BenchServer server, double edits, Runnable run, ToDoubleFunction<Cost> speed)
            throws IOException {
        long bytes = server.storeBytes();
        Cost cost = server.during(run);
        double grown = server.storeBytes() - bytes;
        return new Busy(
                speed.applyAsDouble(cost), cost.cpuMicros() / edits, cost.compilerMicros() / edits, grown / edits);
    }

    /** Full windows and single edits in turns, until hardly anything is left to be compiled. */
    private static void warmUp(BenchServer server, List<BenchClient> room) throws IOException {
        Busy last;
        int rounds = 0;
        do {
            burst(server, room);
            last = busy(server, room, RATES.getFirst());
            rounds++;
        } while (last.compiler() > WARM * last.cpu() && rounds < MOST_ROUNDS);
        FIGURES.say("warm-up", rounds, "rounds");
    }

    /** How much ten clients get through when all of them always have as much in flight as they may. */
    private static void full(BenchServer server, List<BenchClient> room) throws IOException {
        List<Busy> runs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            runs.add(burst(server, room));
        }
        tell("ten.full", runs);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
