package tutti.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Where a benchmark writes what it found. */
public final class Figures {

    private final PrintStream out;

    /** Figures go to this stream as they are found. */
    public Figures(PrintStream out) {
        this.out = out;
    }

    /** A line for people, before the figures that it is about. */
    public void say(String text) {
        out.println(text);
    }

    /**
     * One result.
     *
     * @param name words joined by dots, the benchmark's name first
     * @param value printed with up to four significant digits behind the point
     */
    public void figure(String name, double value, String unit) {
        out.printf(Locale.ROOT, "figure %s %s %s%n", name, number(value), unit);
    }

    /** The median and the 99th percentile of times, as two figures in milliseconds. */
    public void times(String name, Times times) {
        figure(name + ".p50", times.percentile(50) / 1e6, "ms");
        figure(name + ".p99", times.percentile(99) / 1e6, "ms");
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.4f", value);
    }
}
