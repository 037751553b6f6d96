package tutti.server.net;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Says what a benchmark measured, in lines that a machine reads: {@code figure NAME VALUE UNIT}. */
record Figures(String bench) {
    void say(String name, double value, String unit) {
        System.out.printf("figure %s.%s %.3f %s%n", bench, name, value, unit);
    }

    /** How busy the machine is, with this benchmark and with anything else. */
    void load(String when) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        say("load-average." + when, load, "processes");
    }

    static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
