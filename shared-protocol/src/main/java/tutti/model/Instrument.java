package tutti.model;

import java.util.Optional;

/**
 * What makes a track's sound: {@code none}, {@code sub}, {@code fm}, {@code sample:<sound>}, {@code legacy:<id>}.
 * A reference that nobody here knows is kept, shown as missing, and silent.
 *
 * @param code 1 to 100 characters without spaces
 */
public record Instrument(String code) {
    /** No sound chosen. */
    public static final Instrument NONE = new Instrument("none");
    /** The subtractive voice. */
    public static final Instrument SUB = new Instrument("sub");

    /** @throws IllegalArgumentException if the code is no reference */
    public Instrument {
        if (!spelt(code)) {
            throw new IllegalArgumentException("no instrument reference");
        }
    }

    /** A sound of the catalogue. */
    public static Instrument sample(String sound) {
        return new Instrument("sample:" + sound);
    }

    /** The reference that {@code code} spells, or nothing. */
    public static Optional<Instrument> parse(String code) {
        return spelt(code) ? Optional.of(new Instrument(code)) : Optional.empty();
    }

    private static boolean spelt(String code) {
        return !code.isEmpty() && Texts.clean(code, Limits.NAME) && code.indexOf(' ') < 0;
    }
}
