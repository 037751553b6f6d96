package tutti.sync.sim;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import tutti.sync.Form;

/** The way to all ways for a test, also for one that has loaded these classes again with a fault in them. */
public final class Interleavings {
    private final Form form = new PlainForm();
    private final Tally tally = new Tally();
    private Explorer explorer = new Explorer(Integer.MAX_VALUE);
    private BigInteger schedules = BigInteger.ZERO;

    /** Goes all ways of a plan with so many faults; returns what broke, or nothing. */
    public String verdict(String plan, int failures, int crashes, int reconnects, String fault) {
        return verdict(Plan.named(plan).with(failures, crashes, reconnects), Fault.valueOf(fault), Integer.MAX_VALUE);
    }

    /** The same without a fault in the shells, and so many states of it at most. */
    String verdict(String plan, int failures, int crashes, int reconnects, int most) {
        return verdict(Plan.named(plan).with(failures, crashes, reconnects), Fault.NONE, most);
    }

    private String verdict(Plan plan, Fault fault, int most) {
        explorer = new Explorer(most);
        try {
            schedules = explorer.explore(new Crossroads(plan, fault, form, tally));
            return "";
        } catch (RuntimeException e) {
            StringWriter words = new StringWriter();
            e.printStackTrace(new PrintWriter(words));
            return words + "by " + explorer.path();
        }
    }

    /** Worlds of the last plan that differ from one another. */
    public int states() {
        return explorer.states();
    }

    /** Whether there were more of them than it may look at. */
    boolean cut() {
        return explorer.cut();
    }

    long moves() {
        return explorer.moves();
    }

    /** Orders in which everything can happen, from the beginning to rest. */
    BigInteger schedules() {
        return schedules;
    }

    Tally tally() {
        return tally;
    }
}
