package tutti.bench;

import java.util.List;

/** {@code ./tutti bench [name]}: runs one benchmark, or all of them. */
public final class Main {

    private static final List<Benchmark> ALL = List.of(new DiskBench());

    private Main() {}

    /** Runs what the one argument names; without one, everything. */
    public static void main(String[] arguments) throws Exception {
        List<Benchmark> chosen = ALL.stream()
                .filter(benchmark -> arguments.length == 0 || List.of(arguments).contains(benchmark.name()))
                .toList();
        if (chosen.size() < Math.max(1, arguments.length)) {
            System.err.println("bench knows:");
            ALL.forEach(benchmark -> System.err.printf("  %-8s %s%n", benchmark.name(), benchmark.summary()));
            System.exit(2);
        }
        Figures figures = new Figures(System.out);
        for (Benchmark benchmark : chosen) {
            figures.say(benchmark.name() + ": " + benchmark.summary());
            benchmark.run(figures);
        }
    }
}
