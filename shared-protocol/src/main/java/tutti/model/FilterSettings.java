package tutti.model;

import java.util.Optional;

/**
 * A track's filter, after its instrument.
 *
 * @param type what it lets through
 * @param cutoff hertz
 * @param resonance per mille
 */
public record FilterSettings(Type type, int cutoff, int resonance) {
    /** What the filter lets through. */
    public enum Type {
        OFF("off"),
        LOW("low"),
        BAND("band"),
        HIGH("high");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The word in documents. */
        public String code() {
            return code;
        }

        /** The type that {@code code} spells. */
        public static Optional<Type> parse(String code) {
            return Codes.find(values(), Type::code, code);
        }
    }

    /** Off. */
    public static final FilterSettings BLANK = new FilterSettings(Type.OFF, 20_000, 0);
}
