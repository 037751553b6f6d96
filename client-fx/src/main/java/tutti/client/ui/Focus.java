package tutti.client.ui;

import java.util.Optional;
import java.util.Set;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/**
 * Where this window looks and stands; nobody else's business but for the cursor.
 *
 * @param pattern that I look at
 * @param following whether that follows what the room plays
 * @param track whose row is selected
 * @param step 0 to 127, where the keyboard stands
 * @param chosen further selected steps; empty: only the one where the keyboard stands
 */
public record Focus(PatternSlot pattern, boolean following, Optional<NodeId> track, int step, Set<Spot> chosen) {
    /** A step of a track. */
    public record Spot(NodeId track, int step) {}

    /** At the first step of pattern A. */
    public static final Focus START = new Focus(PatternSlot.A, true, Optional.empty(), 0, Set.of());

    /** Looking at another pattern by own choice. */
    public Focus looking(PatternSlot at, boolean follows) {
        return new Focus(at, follows, track, step, Set.of());
    }

    /** Standing on that step, nothing else chosen. */
    public Focus on(NodeId at, int index) {
        return new Focus(pattern, following, Optional.of(at), index, Set.of());
    }

    /** With other steps chosen. */
    public Focus choosing(Set<Spot> spots) {
        return new Focus(pattern, following, track, step, Set.copyOf(spots));
    }

    /** The cursor that others see. */
    public Optional<Cursor> cursor() {
        return track.map(at -> new Cursor(pattern, at, step));
    }

    /** What an edit of the selection means: what is chosen, else the step where the keyboard stands. */
    public Set<Spot> spots() {
        return chosen.isEmpty() ? track.map(at -> Set.of(new Spot(at, step))).orElse(Set.of()) : chosen;
    }
}
