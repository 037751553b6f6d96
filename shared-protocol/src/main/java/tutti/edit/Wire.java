package tutti.edit;

import java.util.List;

/** The few shapes that a value takes on the wire. Immutable. */
public sealed interface Wire {
    /** A whole number. */
    record Num(long value) implements Wire {}

    /** True or false. */
    record Bool(boolean value) implements Wire {}

    /** Text. */
    record Str(String value) implements Wire {}

    /** A list. */
    record Arr(List<Wire> items) implements Wire {
        /** Keeps a copy. */
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** Nothing. */
    record Nil() implements Wire {}
}
