package tutti.model;

import java.util.Locale;
import java.util.Optional;

/**
 * When a step that is on really plays. {@code LAP} is A:B: lap A of every B laps of the lane itself.
 *
 * @param test what is asked
 * @param a the lap, 1 to b; 1 unless {@code LAP}
 * @param b how many laps make a round, 1 to 8; 1 unless {@code LAP}
 * @param not plays when the test fails
 */
public record Condition(Test test, int a, int b, boolean not) {
    /** What a condition asks. */
    public enum Test {
        ALWAYS,
        LAP,
        FIRST,
        PREVIOUS,
        NEIGHBOUR,
        FILL
    }

    /** Longest round of an A:B condition. */
    public static final int ROUND = 8;
    /** Plays every time. */
    public static final Condition ALWAYS = new Condition(Test.ALWAYS, 1, 1, false);

    /** @throws IllegalArgumentException if the numbers do not fit the test */
    public Condition {
        boolean lap = test == Test.LAP;
        boolean fits = lap ? b >= 2 && b <= ROUND && a >= 1 && a <= b : a == 1 && b == 1;
        if (!fits || (test == Test.ALWAYS && not)) {
            throw new IllegalArgumentException("no such condition: " + test + " " + a + ":" + b);
        }
    }

    /** Lap {@code a} of every {@code b}. */
    public static Condition lap(int a, int b) {
        return new Condition(Test.LAP, a, b, false);
    }

    /** The condition of that test with no numbers. */
    public static Condition of(Test test) {
        return new Condition(test, 1, 1, false);
    }

    /** The opposite; {@code ALWAYS} has none and stays. */
    public Condition negated() {
        return test == Test.ALWAYS ? this : new Condition(test, a, b, !not);
    }

    /** The code in documents and on cells: {@code always}, {@code 2:4}, {@code !first} and so on. */
    public String code() {
        return (not ? "!" : "") + (test == Test.LAP ? a + ":" + b : test.name().toLowerCase(Locale.ROOT));
    }

    /** The condition that {@code code} spells, or nothing. */
    public static Optional<Condition> parse(String code) {
        boolean not = code.startsWith("!");
        String bare = not ? code.substring(1) : code;
        Optional<Condition> plain = bare.length() == 3 && bare.charAt(1) == ':' ? round(bare) : named(bare);
        return plain.map(c -> not ? c.negated() : c).filter(c -> c.code().equals(code));
    }

    private static Optional<Condition> round(String bare) {
        int a = bare.charAt(0) - '0';
        int b = bare.charAt(2) - '0';
        return b >= 2 && b <= ROUND && a >= 1 && a <= b ? Optional.of(lap(a, b)) : Optional.empty();
    }

    private static Optional<Condition> named(String bare) {
        for (Test test : Test.values()) {
            if (test != Test.LAP && test.name().toLowerCase(Locale.ROOT).equals(bare)) {
                return Optional.of(of(test));
            }
        }
        return Optional.empty();
    }
}
