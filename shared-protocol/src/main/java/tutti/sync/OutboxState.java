package tutti.sync;

import java.util.List;

/**
 * What the room remembers of an outbox, stored in the transaction of the rows.
 *
 * @param settled the highest number that was answered; all below are answered too
 * @param verdicts the last {@link Limits#VERDICTS} refusals and skips, in order of number
 */
public record OutboxState(MemberId member, OutboxId outbox, long settled, List<Verdict> verdicts) {
    /** Keeps a copy. */
    public OutboxState {
        verdicts = List.copyOf(verdicts);
    }
}
