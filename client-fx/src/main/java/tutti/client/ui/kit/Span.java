package tutti.client.ui.kit;

import java.util.OptionalInt;

/**
 * A whole number that a hand may turn.
 *
 * @param low lowest value; {@code high} the highest, both allowed
 * @param fallback what a double click restores
 * @param notch one step of wheel, arrow key or 4 px of a number
 * @param curve where a value stands on a knob's way
 * @param words how it is written and read
 */
public record Span(int low, int high, int fallback, int notch, Curve curve, Words words) {
    /** Text of a value and back. */
    public interface Words {
        /** How {@code value} is shown, with its unit. */
        String write(int value);

        /** The value that a person typed, not yet bounded; empty if it is none. */
        OptionalInt read(String text);
    }

    /** Share of the way, 0 to 1, and back. */
    public interface Curve {
        /** Where {@code value} stands between low and high. */
        double share(int value);

        /** The value at a share of the way. */
        int value(double share);
    }

    /** A span whose values lie evenly. */
    public static Span even(int low, int high, int fallback, int notch, Words words) {
        return new Span(low, high, fallback, notch, line(low, high), words);
    }

    private static Curve line(int low, int high) {
        return new Curve() {
            @Override
            public double share(int value) {
                return high == low ? 0 : (value - low) / (double) (high - low);
            }

            @Override
            public int value(double share) {
                return (int) Math.round(low + share * (high - low));
            }
        };
    }

    /** The nearest value that is allowed. */
    public int bound(long value) {
        return Math.clamp(value, low, high);
    }

    /** Whether the default lies inside, so that a knob's arc grows from there to both sides. */
    public boolean twoSided() {
        return low < 0 && high > 0 && fallback == 0;
    }
}
