package tutti.server.store;

import java.util.List;

/** The answer to reading some rows of a session. */
public sealed interface Stretch {
    /**
     * Rows without a gap, verified. Empty when the reader is at the head.
     *
     * @param from the place that the first row follows: its chain tells whether the reader is on this history
     * @param head the newest durable place when this was read
     */
    record Rows(Mark from, List<Row> rows, Mark head) implements Stretch {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** There is no such place: no such session, seq ahead of the head, or before its birth. */
    record Nowhere() implements Stretch {}

    /** It is there, but not as it was written. */
    record Damaged(Damage damage) implements Stretch {}

    /** The store is down or this read failed; nothing is known. */
    record Unavailable(String reason) implements Stretch {}
}
