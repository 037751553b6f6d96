package tutti.model;

import java.util.Optional;

/** Which notes of a pair swing moves. */
public enum SwingUnit {
    EIGHTH("1/8"),
    SIXTEENTH("1/16");

    private final String code;

    SwingUnit(String code) {
        this.code = code;
    }

    /** As it is written. */
    public String code() {
        return code;
    }

    /** The unit that {@code code} spells. */
    public static Optional<SwingUnit> parse(String code) {
        return Codes.find(values(), SwingUnit::code, code);
    }
}
