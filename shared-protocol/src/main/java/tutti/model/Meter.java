package tutti.model;

import java.util.Optional;

/**
 * The room's meter.
 *
 * @param beats in a bar, 1 to 16
 * @param unit note value of a beat: 2, 4, 8 or 16
 */
public record Meter(int beats, int unit) {
    /** Common time. */
    public static final Meter COMMON = new Meter(4, 4);

    /** @throws IllegalArgumentException if there is no such meter */
    public Meter {
        if (!exists(beats, unit)) {
            throw new IllegalArgumentException("no such meter");
        }
    }

    /** As it is written: {@code 7/8}. */
    public String code() {
        return beats + "/" + unit;
    }

    /** The meter that {@code code} spells. */
    public static Optional<Meter> parse(String code) {
        return Pair.parse(code, '/').filter(p -> exists(p.a(), p.b())).map(p -> new Meter(p.a(), p.b()));
    }

    private static boolean exists(int beats, int unit) {
        return beats >= 1 && beats <= Limits.BEATS && (unit == 2 || unit == 4 || unit == 8 || unit == 16);
    }
}
