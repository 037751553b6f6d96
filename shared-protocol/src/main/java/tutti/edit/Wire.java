package tutti.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The few shapes that a value takes on the wire. Immutable. */
public sealed interface Wire {
    /** Bytes of the texts in it, as JSON; what else there is, is short. */
    default int bytes() {
        return 0;
    }

    /** A whole number. */
    record Num(long value) implements Wire {}

    /** True or false. */
    record Bool(boolean value) implements Wire {}

    /** Text. */
    record Str(String value) implements Wire {
        private static final int QUOTES_AND_COMMA = 3;

        @Override
        public int bytes() {
            int escapes = (int) value.chars().filter(c -> c == '"' || c == '\\').count();
            return value.getBytes(StandardCharsets.UTF_8).length + escapes + QUOTES_AND_COMMA;
        }
    }

    /** A list. */
    record Arr(List<Wire> items) implements Wire {
        /** Keeps a copy. */
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public int bytes() {
            return items.stream().mapToInt(Wire::bytes).sum();
        }
    }

    /** Nothing. */
    record Nil() implements Wire {}
}
