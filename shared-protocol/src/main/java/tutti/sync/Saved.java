package tutti.sync;

import java.util.List;
import tutti.model.Session;

/**
 * What the store has of a room.
 *
 * @param snapshot the document after the row {@code snapshotSeq}
 * @param before the chain before the first of {@code rows}, or at the head if there are none
 * @param rows the window's rows and those after the snapshot, contiguous up to the head
 */
public record Saved(Session snapshot, long snapshotSeq, Chain before, List<Chained> rows, List<OutboxState> outboxes) {
    /** Keeps copies. */
    public Saved {
        rows = List.copyOf(rows);
        outboxes = List.copyOf(outboxes);
    }

    /** A session that was just made: no row yet. */
    public static Saved fresh(Session session, long seq, Chain chain) {
        return new Saved(session, seq, chain, List.of(), List.of());
    }
}
