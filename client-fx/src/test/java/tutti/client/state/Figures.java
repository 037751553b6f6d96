package tutti.client.state;

import java.util.Locale;

/**
 * Says what a benchmark of the client measured, in lines that a machine reads: {@code figure NAME VALUE UNIT}, which
 * are checked as they are printed.
 *
 * @param bench the benchmark's name, with which its figures' names begin
 */
public record Figures(String bench) {
    /** Says a figure; {@code name} goes on after the benchmark's, in words with dots between. */
    public void say(String name, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "figure %s.%s %.1f %s", bench, name, value, unit));
    }
}
