package tutti.sync;

import java.util.List;
import java.util.Optional;
import tutti.edit.Refusal;

/**
 * The room's answer to an edit that was not simply applied.
 *
 * @param refusal why nothing was done, if nothing was done
 * @param skipped what an undo left alone
 */
public record Verdict(long n, Optional<Refusal> refusal, List<Skip> skipped) {
    /** Keeps a copy. */
    public Verdict {
        skipped = List.copyOf(skipped);
    }
}
