package tutti.client.audio;

import tutti.model.PatternSlot;

/**
 * That a pattern plays from one moment to another.
 *
 * @param run numbers the launch within the room's life: chance is rolled by it, and each step of it sounds at most once
 * @param start tick of the timeline on which every lane's first step is written
 * @param end tick on which it ends, or {@link #OPEN}
 */
public record Launch(PatternSlot pattern, long run, long start, long end) {
    /** Until told otherwise. */
    public static final long OPEN = Part.OPEN;
}
