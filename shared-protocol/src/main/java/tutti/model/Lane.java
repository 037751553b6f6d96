package tutti.model;

import java.util.Optional;

/**
 * What one track plays in one pattern. Length is a view: steps beyond it are kept.
 *
 * @param length steps that play, 1 to 128
 * @param value the note value of a step; with a T, three in the time of two
 * @param restart bars after which the lane begins anew; 0 = never
 * @param swingByLane of imported lanes, in place of the track's and the room's: every second step of the lane's own
 *     count is late by this many per mille of half a step; null: those hold
 */
public record Lane(int length, StepValue value, int restart, Optional<Integer> swingByLane, Steps steps) {
    /** All defaults: 16 sixteenths, all off. */
    public static final Lane BLANK = new Lane(16, StepValue.SIXTEENTH, 0, Optional.empty(), Steps.NONE);

    /** This lane with {@code step} at {@code index}, 0 to 127. */
    public Lane with(int index, Step step) {
        return new Lane(length, value, restart, swingByLane, steps.with(index, step));
    }
}
