package tutti.model;

import java.util.List;
import java.util.Optional;

/**
 * One cell of a lane. What was set survives "off".
 *
 * @param on whether it plays
 * @param velocity 1 to 127: 40·log₁₀(velocity / 127) dB
 * @param accent 4 dB louder, and opens the voice's filter all the way
 * @param pitch semitones from the track's root, −24 to 24
 * @param chord further notes beside its own, semitones from {@code pitch}
 * @param gate how long the note lasts, per cent of the step, 1 to 400; null: a drum plays out and a pitched sound
 *     lasts 100 %
 * @param tie holds the note of the step before instead of beginning one
 * @param slide glides to its pitch from the note before, in the voice's glide time
 * @param chance that it plays, per cent, rolled anew each time round
 * @param condition in which rounds it plays: {@code a:b} is the a-th of every b; {@code !} is the opposite
 * @param ratchet even hits in the time of the step, 1 to 8
 * @param ramp how much softer the first of the hits is than the last, per cent of velocity; negative: the last is
 *     softer
 * @param nudge how much later it plays, per mille of a step, −500 to 500
 * @param locks values of the track's controls for this step alone
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
