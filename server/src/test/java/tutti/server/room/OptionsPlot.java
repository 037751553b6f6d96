package tutti.server.room;

import java.util.List;
import java.util.Locale;

/** The plot of docs/persistence.md: what a way costs, and what a crash takes from people's screens. */
final class OptionsPlot {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 30;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;

    private final List<PersistenceOptionsBench.Result> results;
    private final double mostDollars;
    private final double mostGone;
    private final StringBuilder svg = new StringBuilder();

    OptionsPlot(List<PersistenceOptionsBench.Result> results) {
        this.results = results;
        this.mostDollars =
                ceiling(results.stream().mapToDouble(r -> r.dollars()).max().orElse(1), 100);
        this.mostGone =
                ceiling(results.stream().mapToDouble(OptionsPlot::taken).max().orElse(1), 1);
    }

    private static double ceiling(double value, double step) {
        return Math.max(step, Math.ceil(value * 1.05 / step) * step);
    }

    /** Whichever is worse: what the author loses, or what is gone for the others. */
    private static double taken(PersistenceOptionsBench.Result result) {
        return Math.max(result.lost(), result.gone());
    }

    private double x(double dollars) {
        return LEFT + dollars / mostDollars * (WIDTH - LEFT - RIGHT);
    }

    private double y(double edits) {
        return HEIGHT - BOTTOM - edits / mostGone * (HEIGHT - TOP - BOTTOM);
    }

    String svg() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">\n",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", WIDTH, HEIGHT);
        text(LEFT, 26, "start", "#222222", "What a crash takes, and what it costs to be safe from that");
        axes();
        for (int i = 0; i < results.size(); i++) {
            point(i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (double dollars = 0; dollars <= mostDollars; dollars += 100) {
            line(x(dollars), y(0), x(dollars), y(mostGone));
            text(x(dollars), HEIGHT - BOTTOM + 20, "middle", "#555555", String.format(Locale.ROOT, "%.0f $", dollars));
        }
        for (double edits = 0; edits <= mostGone; edits++) {
            line(x(0), y(edits), x(mostDollars), y(edits));
            text(LEFT - 10, y(edits) + 4, "end", "#555555", String.format(Locale.ROOT, "%.0f", edits));
        }
        text((WIDTH + LEFT - RIGHT) / 2.0, HEIGHT - 16, "middle", "#222222", "cost of a million sessions");
        add(
                "<text transform=\"translate(22 %d) rotate(-90)\" text-anchor=\"middle\" fill=\"#222222\">"
                        + "acknowledged edits taken by a crash, mean</text>\n",
                (HEIGHT + TOP - BOTTOM) / 2);
    }

    /** Ways that lie on one another have their numbers side by side. */
    private void point(int index) {
        PersistenceOptionsBench.Result result = results.get(index);
        boolean chosen = index == results.size() - 1;
        String colour = chosen ? "#0b7a53" : "#b3472a";
        double x = x(result.dollars());
        double y = y(taken(result));
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"/>\n", x, y, chosen ? 8 : 5, colour);
        long before = results.subList(0, index).stream()
                .filter(other -> Math.abs(x(other.dollars()) - x) < 40 && Math.abs(y(taken(other)) - y) < 16)
                .count();
        text(x + 10 + 26 * before, y - 9, "start", colour, "(" + result.way().number() + ")");
    }

    private void line(double x1, double y1, double x2, double y2) {
        add("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#dddddd\"/>\n", x1, y1, x2, y2);
    }

    private void text(double x, double y, String anchor, String colour, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n", x, y, anchor, colour, words);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
