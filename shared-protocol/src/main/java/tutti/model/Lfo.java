package tutti.model;

import java.util.Optional;

/**
 * A track's low-frequency oscillator.
 *
 * @param target tag of the control that it moves; empty = none, and one that nobody knows moves nothing
 * @param shape its wave
 * @param rate millihertz
 * @param depth per mille of the control's range, either way
 */
public record Lfo(String target, Shape shape, int rate, int depth) {
    /** The wave. */
    public enum Shape {
        SINE("sine"),
        TRIANGLE("triangle"),
        SAW("saw"),
        SQUARE("square"),
        RANDOM("random");

        private final String code;

        Shape(String code) {
            this.code = code;
        }

        /** The word in documents. */
        public String code() {
            return code;
        }

        /** The shape that {@code code} spells. */
        public static Optional<Shape> parse(String code) {
            return Codes.find(values(), Shape::code, code);
        }
    }

    /** Moves nothing. */
    public static final Lfo BLANK = new Lfo("", Shape.SINE, 1_000, 0);
}
