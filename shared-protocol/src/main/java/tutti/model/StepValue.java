package tutti.model;

import java.util.Optional;

/** The note value of one step of a lane. */
public enum StepValue {
    QUARTER("1/4", 4, false),
    QUARTER_TRIPLET("1/4T", 4, true),
    EIGHTH("1/8", 8, false),
    EIGHTH_TRIPLET("1/8T", 8, true),
    SIXTEENTH("1/16", 16, false),
    SIXTEENTH_TRIPLET("1/16T", 16, true),
    THIRTY_SECOND("1/32", 32, false),
    THIRTY_SECOND_TRIPLET("1/32T", 32, true);

    private final String code;
    private final int division;
    private final boolean triplet;

    StepValue(String code, int division, boolean triplet) {
        this.code = code;
        this.division = division;
        this.triplet = triplet;
    }

    /** As it is written: {@code 1/16}, {@code 1/8T}. */
    public String code() {
        return code;
    }

    /** How many of the plain value make a whole note: 4, 8, 16 or 32. */
    public int division() {
        return division;
    }

    /** Whether three take the time of two. */
    public boolean triplet() {
        return triplet;
    }

    /** The value that {@code code} spells. */
    public static Optional<StepValue> parse(String code) {
        return Codes.find(values(), StepValue::code, code);
    }
}
