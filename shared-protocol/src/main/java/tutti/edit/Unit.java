package tutti.edit;

import java.util.Locale;

/** What a whole number counts, and how people read it. */
public enum Unit {
    PLAIN(1, 0, "", ""),
    SEMITONES(1, 0, " st", "semitones"),
    CENTS(1, 0, " ct", "cents"),
    PERCENT(1, 0, " %", "per cent"),
    PERMILLE(10, 1, " %", "per mille"),
    CENTI_BPM(100, 2, " BPM", "centi-BPM"),
    MILLI_DB(1000, 1, " dB", "milli-decibels"),
    HERTZ(1, 0, " Hz", "hertz"),
    MILLI_HERTZ(1000, 2, " Hz", "millihertz"),
    MILLISECONDS(1, 0, " ms", "milliseconds"),
    MICROSECONDS(1000, 1, " ms", "microseconds"),
    THOUSANDTHS(1000, 2, "", "thousandths"),
    /** Of half a swinging unit; read as drum machines have it, 50.0 to 75.0 per cent of the pair. */
    SWING(40, 1, " %", "per mille of half a unit", 50),
    WHOLE_96THS(1, 0, "/96", "96ths of a whole note"),
    STEPS(1, 0, " steps", "steps"),
    BARS(1, 0, " bars", "bars"),
    TIMES(1, 0, "×", "times");

    private final int scale;
    private final int digits;
    private final String suffix;
    private final String words;
    private final int zero;

    Unit(int scale, int digits, String suffix, String words) {
        this(scale, digits, suffix, words, 0);
    }

    Unit(int scale, int digits, String suffix, String words, int zero) {
        this.scale = scale;
        this.digits = digits;
        this.suffix = suffix;
        this.words = words;
        this.zero = zero;
    }

    /** What a whole number counts, in words: "per mille"; empty if nothing. */
    public String words() {
        return words;
    }

    /** What people read at 0: for all units but swing that is 0. */
    public int zero() {
        return zero;
    }

    /** How many of this unit make one of what people read (1000 milli-decibels are one decibel). */
    public int scale() {
        return scale;
    }

    /** The value as people read it: {@code -6.0 dB}. */
    public String text(int value) {
        long power = tenToThe(digits);
        long shown = value + (long) zero * scale;
        long scaled = Math.floorDiv(2L * Math.abs(shown) * power + scale, 2L * scale);
        String sign = shown < 0 && scaled > 0 ? "−" : "";
        String whole = Long.toString(scaled / power);
        String rest = digits == 0 ? "" : String.format(Locale.ROOT, ".%0" + digits + "d", scaled % power);
        return sign + whole + rest + suffix;
    }

    private static long tenToThe(int digits) {
        return digits == 0 ? 1 : 10 * tenToThe(digits - 1);
    }
}
