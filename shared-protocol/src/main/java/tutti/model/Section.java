package tutti.model;

import java.util.List;
import java.util.Optional;

/**
 * One part of the song.
 *
 * @param name what people call it; may be empty
 * @param position key among its siblings
 * @param deleted left out of every view; its content stays
 * @param pattern that plays
 * @param repeats times that the pattern plays
 * @param mutes tracks that are silent meanwhile
 * @param tempo centi-BPM; null: the room's
 */
public record Section(
        String name,
        String position,
        boolean deleted,
        PatternSlot pattern,
        int repeats,
        List<NodeId> mutes,
        Optional<Integer> tempo) {
    /** Pattern A, once. */
    public static final Section BLANK = new Section("", "", false, PatternSlot.A, 1, List.of(), Optional.empty());
}
