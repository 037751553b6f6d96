package tutti.server.store;

import java.util.List;
import java.util.Optional;
import tutti.model.SessionId;

/**
 * What a room writes at once: all of it becomes durable, or none.
 *
 * @param version the head's version that the room knows; another one there means that the room was replaced
 * @param before the head's place that the rows follow
 * @param rows may be empty (refusals alone)
 * @param outboxes every outbox state that changed; replaces what is stored
 * @param checkpoint a new snapshot, if one is due
 * @param name the new name for listings, if it changed
 * @param faces authors who are not known yet, or were seen otherwise before
 */
public record Batch(
        SessionId session,
        long version,
        Mark before,
        List<Row> rows,
        List<OutboxState> outboxes,
        Optional<Checkpoint> checkpoint,
        Optional<String> name,
        List<Face> faces) {
    /** @throws IllegalArgumentException if a row does not follow its predecessor, or something is over its limit */
    public Batch {
        rows = List.copyOf(rows);
        outboxes = List.copyOf(outboxes);
        faces = List.copyOf(faces);
        Checks.within(rows.size(), Limits.BATCH_ROWS, "rows");
        Checks.within(outboxes.size(), Limits.BATCH_OUTBOXES, "outbox states");
        Checks.within(bytes(rows), Limits.BATCH_BYTES, "bytes of rows");
        name.ifPresent(Checks::name);
        Mark after = follow(before, rows);
        checkpoint.ifPresent(taken -> Checks.within(taken.at().seq(), after.seq(), "seq of a checkpoint"));
    }

    /** A batch of rows and outbox states, and nothing else. */
    public static Batch of(SessionId session, long version, Mark before, List<Row> rows, List<OutboxState> outboxes) {
        return new Batch(session, version, before, rows, outboxes, Optional.empty(), Optional.empty(), List.of());
    }

    /** The head's place once this batch is durable. */
    public Mark after() {
        return rows.isEmpty() ? before : rows.getLast().at();
    }

    /** Bytes of all rows, of the checkpoint's fresh parts and of the verdicts. */
    long weight() {
        long parts = checkpoint
                .map(taken ->
                        taken.fresh().values().stream().mapToLong(Bytes::size).sum())
                .orElse(0L);
        return bytes(rows)
                + parts
                + outboxes.stream().mapToLong(state -> state.verdicts().size()).sum();
    }

    private static long bytes(List<Row> rows) {
        return rows.stream().mapToLong(row -> row.bytes().size()).sum();
    }

    private static Mark follow(Mark before, List<Row> rows) {
        Mark at = before;
        for (Row row : rows) {
            if (!row.follows(at)) {
                throw new IllegalArgumentException("row " + row.seq() + " does not follow seq " + at.seq());
            }
            at = row.at();
        }
        return at;
    }
}
