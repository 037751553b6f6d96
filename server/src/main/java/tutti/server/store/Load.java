package tutti.server.store;

import java.util.List;

/** The answer to reading a session. */
public sealed interface Load {
    /**
     * The session, verified: every row follows its predecessor, every part has its hash, the ends meet.
     *
     * @param snapshot the newest one
     * @param rows without a gap up to the head: all after the snapshot, and those before it that the window asks for
     * @param outboxes all that were ever answered
     */
    record Found(Head head, Snapshot snapshot, List<Row> rows, List<OutboxState> outboxes) implements Load {
        public Found {
            rows = List.copyOf(rows);
            outboxes = List.copyOf(outboxes);
        }
    }

    /** No session of this id was ever made here. */
    record Absent() implements Load {}

    /** It was deleted. Counts as found: nothing else may be made under this id. */
    record Buried() implements Load {}

    /** It is there, but not as it was written. */
    record Damaged(Damage damage) implements Load {}

    /** The store is down or this read failed; nothing is known. Try again when the store is well. */
    record Unavailable(String reason) implements Load {}
}
