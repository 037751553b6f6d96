package tutti.sync;

import java.util.Optional;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/**
 * Where a person is.
 *
 * @param pattern the pattern in view
 * @param track the row, if one is chosen
 * @param step the cell, 0 to 127, if one is chosen
 */
public record Pointer(PatternSlot pattern, Optional<NodeId> track, Optional<Integer> step) {
    /** @throws IllegalArgumentException if there is no such step */
    public Pointer {
        if (step.isPresent() && (step.get() < 0 || step.get() >= tutti.model.Limits.STEPS)) {
            throw new IllegalArgumentException("no such step: " + step.get());
        }
    }
}
