package tutti.model;

import java.util.List;
import java.util.Optional;

/**
 * One cell of a lane. What was set survives "off".
 *
 * @param velocity 1 to 127
 * @param pitch semitones from the track's root, −24 to 24
 * @param chord up to three further notes, semitones from {@code pitch}
 * @param gate per cent of the step, 1 to 400; without one a drum plays out and a pitched sound lasts 100 %
 * @param tie holds the note of the step before
 * @param slide glides from the note before
 * @param chance per cent
 * @param ratchet hits in the step, 1 to 8
 * @param ramp how much softer the first of the hits is than the last, per cent of velocity; negative: the last is
 *     softer
 * @param nudge per mille of a step, −500 to 500
 */
public record Step(
        boolean on,
        int velocity,
        boolean accent,
        int pitch,
        List<Integer> chord,
        Optional<Integer> gate,
        boolean tie,
        boolean slide,
        int chance,
        Condition condition,
        int ratchet,
        int ramp,
        int nudge,
        Locks locks) {
    /** All defaults: off. */
    public static final Step BLANK = new Step(
            false,
            100,
            false,
            0,
            List.of(),
            Optional.empty(),
            false,
            false,
            100,
            Condition.ALWAYS,
            1,
            0,
            0,
            Locks.NONE);
}
