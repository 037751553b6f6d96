package tutti.client.audio;

import tutti.model.Lane;
import tutti.model.Step;
import tutti.music.StepTimes;

/**
 * One lap of a lane in primitive arrays, and the times of its steps; never an expanded pattern. Immutable once made:
 * its arrays are only ever read.
 */
final class LaneScore {
    /** No gate: as long as the sound wants. */
    static final int NO_GATE = 0;

    private static final int ON = 1;
    private static final int TIE = 2;
    private static final int ACCENT = 4;

    private final StepTimes times;
    private final byte[] flags;
    private final byte[] velocities;
    private final byte[] pitches;
    private final short[] gates;
    private final byte[] ratchets;
    private final byte[] ramps;
    private final short[] nudges;

    LaneScore(Lane lane, StepTimes times) {
        this.times = times;
        int length = lane.length();
        flags = new byte[length];
        velocities = new byte[length];
        pitches = new byte[length];
        gates = new short[length];
        ratchets = new byte[length];
        ramps = new byte[length];
        nudges = new short[length];
        for (int i = 0; i < length; i++) {
            set(i, lane.steps().at(i));
        }
    }

    private void set(int i, Step step) {
        flags[i] = (byte) ((step.on() ? ON : 0) | (step.tie() ? TIE : 0) | (step.accent() ? ACCENT : 0));
        velocities[i] = (byte) step.velocity();
        pitches[i] = (byte) step.pitch();
        gates[i] = (short) (int) step.gate().orElse(NO_GATE);
        ratchets[i] = (byte) step.ratchet();
        ramps[i] = (byte) step.ramp();
        nudges[i] = (short) step.nudge();
    }

    StepTimes times() {
        return times;
    }

    /** The place in the lap of step {@code k}. */
    int index(long k) {
        return times.clock().indexOf(k);
    }

    boolean on(int i) {
        return (flags[i] & ON) != 0;
    }

    /** On, and tied to the step before it. */
    boolean tied(int i) {
        return (flags[i] & (ON | TIE)) == (ON | TIE);
    }

    boolean accent(int i) {
        return (flags[i] & ACCENT) != 0;
    }

    int velocity(int i) {
        return velocities[i];
    }

    int pitch(int i) {
        return pitches[i];
    }

    /** Per cent of the step, or {@link #NO_GATE}. */
    int gate(int i) {
        return gates[i];
    }

    int ratchet(int i) {
        return ratchets[i];
    }

    int ramp(int i) {
        return ramps[i];
    }

    int nudge(int i) {
        return nudges[i];
    }

    /**
     * Whether step {@code k} goes on with the note of the step before instead of beginning one: it is tied, and that
     * step is on. A tie with nothing before it, or on the first step of a run, begins a note of its own.
     */
    boolean continues(long k) {
        return k > 0 && tied(index(k)) && on(index(k - 1));
    }

    /**
     * When hit {@code i} of step {@code k} begins, in ticks since the launch; a nudge before the launch plays at it.
     */
    long hit(long k, int i) {
        int at = index(k);
        return Math.max(0, times.hit(k, nudges[at], i, ratchets[at]));
    }

    /** When a note of hit {@code i} of step {@code k} ends that is held for {@code gate} per cent of its hit. */
    long end(long k, int i, int gate) {
        int at = index(k);
        if (ratchets[at] == 1) {
            return times.end(k, nudges[at], gate);
        }
        long begin = times.hit(k, nudges[at], i, ratchets[at]);
        return begin + (times.hit(k, nudges[at], i + 1, ratchets[at]) - begin) * gate / 100;
    }
}
