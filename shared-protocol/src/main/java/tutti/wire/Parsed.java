package tutti.wire;

import java.util.function.Function;
import tutti.model.Texts;

/**
 * What reading gave: a value, or why there is none. Reading never throws.
 *
 * @param <T> what was to be read
 */
public sealed interface Parsed<T> {
    /** It was read. */
    record Of<T>(T value) implements Parsed<T> {}

    /**
     * It is not what it should be.
     *
     * @param what in words, without any of the sender's text
     * @param where the place inside, as {@code edit.ask.mutations[2].at}; empty for the whole. Names of members in it
     *     may be the sender's own, so it is cut and made safe to show
     */
    record Malformed<T>(String what, String where) implements Parsed<T> {
        private static final int CHARACTERS = 200;

        /** Makes the place safe to show. */
        public Malformed {
            where = Texts.shown(where, CHARACTERS);
        }

        /** Both in one line, for a close reason or a report. */
        public String text() {
            return where.isEmpty() ? what : where + ": " + what;
        }
    }

    /** What {@code next} reads from the value, or the same fault. */
    default <U> Parsed<U> then(Function<T, Parsed<U>> next) {
        return switch (this) {
            case Of<T>(T value) -> next.apply(value);
            case Malformed<T>(String what, String where) -> new Malformed<>(what, where);
        };
    }
}
