package tutti.server.http;

import java.util.List;
import java.util.Optional;

/** A list that may be longer than what is given of it at once. */
public sealed interface Paged<T> {
    /**
     * A part of it, in the order of the whole.
     *
     * @param more what to go on after; nothing if this is the end
     */
    record Page<T>(List<T> items, Optional<String> more) implements Paged<T> {
        /** Keeps a copy. */
        public Page {
            items = List.copyOf(items);
        }
    }

    /** There is no list, in fixed public words; {@code where} as in {@link Answer.Refused}. */
    record Refused<T>(Problem problem, String where) implements Paged<T> {}
}
