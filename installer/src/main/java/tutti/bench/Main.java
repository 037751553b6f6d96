package tutti.bench;

import java.util.Arrays;
import java.util.List;

/** {@code ./tutti bench [name [argument…]]}: runs one benchmark, or all of them. */
public final class Main {

    private Main() {}

    /** Without an argument, runs everything; what follows a name is that benchmark's own. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        List<Bench> chosen = Bench.ALL.stream()
                .filter(bench -> arguments.length == 0 || bench.name().equals(arguments[0]))
                .toList();
        if (chosen.isEmpty()) {
            System.err.println("bench knows:");
            Bench.ALL.forEach(bench -> System.err.printf("  %-11s %s%n", bench.name(), bench.summary()));
            System.exit(2);
        }
        for (Bench bench : chosen) {
            System.out.println(bench.name() + ": " + bench.summary());
            bench.run(arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length));
        }
    }
}
