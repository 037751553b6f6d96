package tutti.edit;

import java.util.Locale;

/** What a whole number counts, and how people read it. */
public enum Unit {
    PLAIN(1, 0, ""),
    SEMITONES(1, 0, " st"),
    CENTS(1, 0, " ct"),
    PERCENT(1, 0, " %"),
    PERMILLE(10, 1, " %"),
    CENTI_BPM(100, 2, " BPM"),
    MILLI_DB(1000, 1, " dB"),
    HERTZ(1, 0, " Hz"),
    MILLI_HERTZ(1000, 2, " Hz"),
    MILLISECONDS(1, 0, " ms"),
    MICROSECONDS(1000, 1, " ms"),
    THOUSANDTHS(1000, 2, ""),
    WHOLE_96THS(1, 0, "/96"),
    STEPS(1, 0, " steps"),
    BARS(1, 0, " bars"),
    TIMES(1, 0, "×");

    private final int scale;
    private final int digits;
    private final String suffix;

    Unit(int scale, int digits, String suffix) {
        this.scale = scale;
        this.digits = digits;
        this.suffix = suffix;
    }

    /** How many of this unit make one of what people read (1000 milli-decibels are one decibel). */
    public int scale() {
        return scale;
    }

    /** The value as people read it: {@code -6.0 dB}. */
    public String text(int value) {
        long power = tenToThe(digits);
        long scaled = Math.floorDiv(2L * Math.abs((long) value) * power + scale, 2L * scale);
        String sign = value < 0 && scaled > 0 ? "−" : "";
        String whole = Long.toString(scaled / power);
        String rest = digits == 0 ? "" : String.format(Locale.ROOT, ".%0" + digits + "d", scaled % power);
        return sign + whole + rest + suffix;
    }

    private static long tenToThe(int digits) {
        return digits == 0 ? 1 : 10 * tenToThe(digits - 1);
    }
}
