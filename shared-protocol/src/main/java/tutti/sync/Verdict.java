package tutti.sync;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tutti.edit.Refusal;

/**
 * The room's answer to an edit that was not simply applied.
 *
 * @param refusal why nothing was done, if nothing was done
 * @param skipped what an undo left alone, the first {@code SKIPS} of it
 * @param more how much more it left alone, if it did
 */
public record Verdict(long n, Optional<Refusal> refusal, List<Skip> skipped, OptionalInt more) {
    /** @throws IllegalArgumentException if it names too many, or counts none */
    public Verdict {
        skipped = List.copyOf(skipped);
        if (skipped.size() > Limits.SKIPS || more.orElse(1) < 1) {
            throw new IllegalArgumentException("at most " + Limits.SKIPS + " are named, and further ones counted");
        }
    }

    /** The verdict on edit {@code n}, of which {@code skipped} is all that was left alone, however much. */
    public static Verdict of(long n, Optional<Refusal> refusal, List<Skip> skipped) {
        int named = Math.min(skipped.size(), Limits.SKIPS);
        int more = skipped.size() - named;
        return new Verdict(
                n, refusal, skipped.subList(0, named), more > 0 ? OptionalInt.of(more) : OptionalInt.empty());
    }
}
