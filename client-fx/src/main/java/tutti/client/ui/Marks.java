package tutti.client.ui;

import java.util.Optional;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/** Who did what last. Pure lookups in a snapshot. */
public interface Marks {
    /** Of a room in which nobody did anything yet. */
    Marks NOBODY = new Marks() {
        @Override
        public Optional<String> mutedBy(NodeId track) {
            return Optional.empty();
        }

        @Override
        public Optional<String> changedBy(PatternSlot pattern, NodeId track, int step) {
            return Optional.empty();
        }
    };

    /** Who muted that track for the room. */
    Optional<String> mutedBy(NodeId track);

    /** Who changed that step last. */
    Optional<String> changedBy(PatternSlot pattern, NodeId track, int step);
}
