package tutti.client.audio;

import tutti.model.Subtractive;
import tutti.model.Subtractive.Wave;

/** The parameters of a subtractive voice in the units of its loop. Immutable; made by the compiler. */
final class SubPatch {
    /** Pitch 0 is middle C. */
    static final int ROOT = 60;
    /** Octaves by which a full envelope moves the cutoff. */
    private static final int SWEEP = 5;
    /** Shortest stage, so that no edge clicks. */
    private static final double LEAST_SECONDS = 0.001;
    /** A stage of given length is an exponential that has covered 99.3 % of its way by then. */
    private static final double CONSTANTS = 5;

    final Wave wave;
    final double width;
    final double secondRatio;
    final float firstLevel;
    final float secondLevel;
    final float noiseLevel;
    final double cutoffOctaves;
    final double sweepOctaves;
    final double damping;
    final float attackStep;
    final float decayPart;
    final float sustain;
    final float releasePart;

    SubPatch(Subtractive of) {
        wave = of.wave();
        width = of.width() / 1_000.0;
        secondRatio = StrictMath.pow(2, of.octave() + of.detune() / 1_200.0);
        float second = of.mix() / 1_000f;
        noiseLevel = of.noise() / 1_000f * LEVEL;
        firstLevel = (1 - second) * LEVEL;
        secondLevel = second * LEVEL;
        cutoffOctaves = StrictMath.log(of.cutoff()) / StrictMath.log(2);
        sweepOctaves = SWEEP * of.envelope() / 1_000.0;
        damping = StateFilter.damping(of.resonance());
        attackStep = (float) (1 / (seconds(of.attack()) * Limits.RATE));
        decayPart = (float) Dsp.onePole(seconds(of.decay()) / CONSTANTS);
        sustain = of.sustain() / 1_000f;
        releasePart = (float) Dsp.onePole(seconds(of.release()) / CONSTANTS);
    }

    /** A full saw at this level is about as loud as a recording of the catalogue. */
    private static final float LEVEL = 0.6f;

    private static double seconds(int milliseconds) {
        return Math.max(LEAST_SECONDS, milliseconds / 1_000.0);
    }
}
