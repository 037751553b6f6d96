package tutti.client.ui;

import java.util.Optional;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/** Who did what last. Pure lookups in a snapshot. */
public interface Marks {
    /** Who muted that track for the room. */
    Optional<String> mutedBy(NodeId track);

    /** Who changed that step last. */
    Optional<String> changedBy(PatternSlot pattern, NodeId track, int step);
}
