package tutti.sync.sim;

import java.io.PrintWriter;
import java.io.StringWriter;
import tutti.sync.Form;
import tutti.wire.Codec;

/** The way into a world for a test, also for one that has loaded these classes again with a fault in them. */
public final class Simulation {
    private final Form form = new Codec();
    private final Tally tally = new Tally();

    /** Lives through the world of {@code seed}; returns what broke, or nothing. */
    public String verdict(long seed, String fault) {
        try {
            new World(seed, Fault.valueOf(fault), form, tally).run();
            return "";
        } catch (RuntimeException e) {
            StringWriter words = new StringWriter();
            e.printStackTrace(new PrintWriter(words));
            return words.toString();
        }
    }

    /** What happened in all worlds so far, and how often. */
    Tally tally() {
        return tally;
    }
}
