package tutti.server.net;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Says what a benchmark measured, in lines that a machine reads: {@code figure NAME VALUE UNIT}, which are checked as
 * they are printed.
 *
 * @param bench the benchmark's name, with which its figures' names begin
 */
public record Figures(String bench) {
    /** Says a figure; {@code name} goes on after the benchmark's, in words with dots between. */
    public void say(String name, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "figure %s.%s %.3f %s", bench, name, value, unit));
    }

    /** How busy the machine is, with this benchmark and with anything else. */
    public void load(String when) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        say("load-average." + when, load, "processes");
    }

    static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
