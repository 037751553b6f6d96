package tutti.server.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tutti.server.net.Figures;

/**
 * Every way to keep a session that was weighed, on the same scripted sessions: what it writes, how old a read of its KV
 * is, and what a crash takes. Prints lines {@code figure NAME VALUE UNIT} and the table of docs/persistence.md.
 * Arguments: a folder for the plot, the number of seeds.
 */
final class PersistenceOptionsBench {
    private static final int SEEDS = 1_000;
    private static final Figures FIGURES = new Figures("persistence-options");

    /** What came of one way over all seeds. Lost edits are means, and the most in one session. */
    record Result(
            Way way,
            double durable,
            double kv,
            long staleMedian,
            long staleMax,
            double lost,
            int lostMax,
            double gone,
            int goneMax,
            double staleReturns,
            double staleNoticed) {
        /** Of a million sessions: 1 $ a million durable writes, 5 $ a million KV writes, each after a free million. */
        double dollars() {
            return Math.max(0, durable - 1) + 5 * Math.max(0, kv - 1);
        }
    }

    private PersistenceOptionsBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : ".");
        int seeds = args.length > 1 ? Integer.parseInt(args[1]) : SEEDS;
        List<Result> results = measure(seeds);
        System.out.println(table(results));
        results.forEach(PersistenceOptionsBench::figures);
        Files.writeString(folder.resolve("persistence-options.svg"), new OptionsPlot(results).svg());
    }

    /** Every way, over the same scripts. */
    static List<Result> measure(int seeds) {
        return Way.all().stream().map(way -> measure(way, seeds)).toList();
    }

    static Result measure(Way way, int seeds) {
        long durable = 0;
        long kv = 0;
        double staleReturns = 0;
        double staleNoticed = 0;
        List<Long> stale = new ArrayList<>();
        List<Integer> lost = new ArrayList<>();
        List<Integer> gone = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            Script script = Script.of(seed);
            Sitting whole = new Sitting(way, script).whole();
            durable += whole.durableWrites();
            kv += whole.kvWrites();
            stale.addAll(whole.stale);
            Sitting cut = new Sitting(way, script).cut();
            staleReturns += cut.returns;
            staleNoticed += cut.staleNoticed();
            lost.add(cut.lostByAuthor());
            gone.add(cut.goneForOthers());
        }
        Collections.sort(stale);
        return new Result(
                way,
                (double) durable / seeds,
                (double) kv / seeds,
                stale.get(stale.size() / 2),
                stale.getLast(),
                mean(lost),
                Collections.max(lost),
                mean(gone),
                Collections.max(gone),
                staleReturns / seeds,
                staleNoticed / seeds);
    }

    private static double mean(List<Integer> all) {
        return all.stream().mapToInt(each -> each).average().orElse(0);
    }

    private static void figures(Result result) {
        String way = result.way().number() + ".";
        FIGURES.say(way + "durable-writes", result.durable(), "writes");
        FIGURES.say(way + "kv-writes", result.kv(), "writes");
        FIGURES.say(way + "kv-stale.p50", result.staleMedian() / 1000.0, "s");
        FIGURES.say(way + "kv-stale.max", result.staleMax() / 1000.0, "s");
        FIGURES.say(way + "lost-author", result.lost(), "edits");
        FIGURES.say(way + "lost-others", result.gone(), "edits");
        FIGURES.say(way + "stale-returns", result.staleReturns(), "returns");
        FIGURES.say(way + "stale-noticed", result.staleNoticed(), "returns");
        FIGURES.say(way + "cost", result.dollars(), "$");
    }

    static String table(List<Result> results) {
        StringBuilder table = new StringBuilder();
        table.append("| way | durable writes | KV writes | a KV read is old by, p50 / max")
                .append(" | lost for the author, mean / max | gone for the others, mean / max")
                .append(" | returns to less a session, and noticed")
                .append(" | $ a million sessions |\n");
        table.append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for (Result result : results) {
            table.append(String.format(
                    Locale.ROOT,
                    "| (%d) %s | %s | %s | %.1f / %.1f s | %.2f / %d | %.2f / %d | %.2f, %.2f | %.0f |\n",
                    result.way().number(),
                    result.way().name(),
                    count(result.durable()),
                    count(result.kv()),
                    result.staleMedian() / 1000.0,
                    result.staleMax() / 1000.0,
                    result.lost(),
                    result.lostMax(),
                    result.gone(),
                    result.goneMax(),
                    result.staleReturns(),
                    result.staleNoticed(),
                    result.dollars()));
        }
        return table.toString();
    }

    private static String count(double writes) {
        return String.format(Locale.ROOT, writes == Math.rint(writes) ? "%.0f" : "%.1f", writes);
    }
}
