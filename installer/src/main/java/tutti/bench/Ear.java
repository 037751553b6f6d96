package tutti.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hears what a benchmark prints and passes it on: lines {@code figure NAME VALUE UNIT} at its end, of one form that
 * scripts read. For one thread.
 */
final class Ear extends OutputStream {
    private static final Pattern FIGURE =
            Pattern.compile("figure ([a-z0-9-]+)((?:\\.[a-z0-9-]+)+) -?[0-9]+(?:\\.[0-9]+)? \\S+");

    private final String bench;
    private final OutputStream on;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> wrong = new ArrayList<>();
    private boolean figureLast;

    /** Hears the benchmark of this name. */
    Ear(String bench, OutputStream on) {
        this.bench = bench;
        this.on = on;
    }

    @Override
    public void write(int next) throws IOException {
        on.write(next);
        if (next != '\n') {
            line.write(next);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        figureLast = text.startsWith("figure ");
        if (figureLast && !isOf(bench, text)) {
            wrong.add("no figure of " + bench + ": " + text);
        }
    }

    @Override
    public void flush() throws IOException {
        on.flush();
    }

    /** What was wrong with all that was printed; empty if nothing was. */
    List<String> wrong() {
        List<String> all = new ArrayList<>(wrong);
        if (!figureLast || line.size() > 0) {
            all.add(bench + " does not end with a figure");
        }
        return all;
    }

    private static boolean isOf(String bench, String text) {
        var figure = FIGURE.matcher(text);
        return figure.matches() && figure.group(1).equals(bench);
    }
}
