package tutti.music;

/**
 * How loud a MIDI velocity is: 40·log₁₀(v/127) dB, the curve of the General MIDI recommendation (amplitude grows with
 * the square). Whole milli-decibels, from a table that {@link StrictMath} makes, so equal on every machine.
 */
public final class Velocity {
    /** The softest velocity; 0 would be a note that ends. */
    public static final int LEAST = 1;

    /** The loudest velocity, 0 dB. */
    public static final int MOST = 127;

    /** An accent is this much louder, in milli-decibels. */
    public static final int ACCENT_MILLI_DB = 4_000;

    private static final int[] MILLI_DB = table();

    private Velocity() {}

    /** The gain of {@code velocity} (1 to 127) in milli-decibels: 0 at 127, -4,152 at 100, -84,152 at 1. */
    public static int milliDb(int velocity) {
        return MILLI_DB[velocity - LEAST];
    }

    /** The velocity (1 to 127) whose gain is nearest to {@code milliDb}; of two that are equally near, the louder. */
    public static int nearest(long milliDb) {
        int best = MOST;
        for (int v = MOST; v >= LEAST; v--) {
            if (Math.abs(milliDb(v) - milliDb) < Math.abs(milliDb(best) - milliDb)) {
                best = v;
            }
        }
        return best;
    }

    private static int[] table() {
        int[] table = new int[MOST];
        for (int v = LEAST; v <= MOST; v++) {
            table[v - LEAST] = (int) StrictMath.round(40_000 * StrictMath.log10(v / (double) MOST));
        }
        return table;
    }
}
