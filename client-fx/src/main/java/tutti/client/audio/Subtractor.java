package tutti.client.audio;

/**
 * The subtractive voice: two oscillators and noise, an envelope, and a low-pass that the envelope opens. The filter is
 * the state-variable one in the trapezoidal form (Zavalishin, "The Art of VA Filter Design", chapter 4), stable under
 * fast changes; its coefficients follow every {@value #CONTROL} frames of the note's own age.
 */
final class Subtractor implements Source {
    private static final int CONTROL = 16;
    private static final double HIGHEST = 18_000;
    /** The envelope ends here, −80 dB. */
    private static final float END = 1e-4f;

    private static final SubPatch PLAIN = new SubPatch(tutti.model.Subtractive.BLANK);

    private enum Stage {
        ATTACK,
        DECAY,
        RELEASE,
        ENDED
    }

    private final Oscillator first = new Oscillator();
    private final Oscillator second = new Oscillator();
    private SubPatch patch = PLAIN;
    private Stage stage = Stage.ENDED;
    private float envelope;
    private double sweep;
    private int age;
    private int noise;
    private double low;
    private double band;
    private double a1;
    private double a2;
    private double a3;

    /**
     * Begins a note.
     *
     * @param semitones from middle C
     * @param force 0 to 1: how much of the envelope reaches the filter
     * @param seed of the noise; equal seeds are equal notes
     */
    void start(SubPatch as, double semitones, float force, int seed) {
        patch = as;
        double hertz = 440 * StrictMath.pow(2, (semitones + SubPatch.ROOT - 69) / 12);
        first.start(0, hertz);
        second.start(0.25, hertz * as.secondRatio);
        sweep = as.sweepOctaves * force;
        stage = Stage.ATTACK;
        envelope = 0;
        age = 0;
        noise = seed | 1;
        low = 0;
        band = 0;
    }

    @Override
    public void render(float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            if (age++ % CONTROL == 0) {
                control();
            }
            out[i] = filtered(oscillators()) * envelope();
        }
    }

    private float oscillators() {
        float sum = patch.firstLevel * first.next(patch.wave, patch.width)
                + patch.secondLevel * second.next(patch.wave, patch.width);
        if (patch.noiseLevel > 0) {
            noise = noise * 1_664_525 + 1_013_904_223;
            sum += patch.noiseLevel * noise * 4.656613e-10f;
        }
        return sum;
    }

    private float filtered(float in) {
        double high = in + Dsp.QUIET - low;
        double nextBand = a1 * band + a2 * high;
        double nextLow = low + a2 * band + a3 * high;
        band = 2 * nextBand - band;
        low = 2 * nextLow - low;
        return (float) nextLow;
    }

    private void control() {
        double hertz = Math.min(HIGHEST, Dsp.exp2(patch.cutoffOctaves + sweep * envelope));
        double g = Dsp.tan(Math.PI * hertz / Limits.RATE);
        a1 = 1 / (1 + g * (g + patch.damping));
        a2 = g * a1;
        a3 = g * a2;
    }

    private float envelope() {
        switch (stage) {
            case ATTACK -> {
                envelope = Math.min(1, envelope + patch.attackStep);
                stage = envelope >= 1 ? Stage.DECAY : stage;
            }
            case DECAY -> envelope += (patch.sustain - envelope) * patch.decayPart;
            case RELEASE -> envelope -= envelope * patch.releasePart;
            case ENDED -> envelope = 0;
        }
        boolean over = envelope < END && (stage == Stage.RELEASE || (stage == Stage.DECAY && patch.sustain < END));
        stage = over ? Stage.ENDED : stage;
        return envelope;
    }

    @Override
    public void release() {
        stage = stage == Stage.ENDED ? stage : Stage.RELEASE;
    }

    @Override
    public boolean ended() {
        return stage == Stage.ENDED;
    }
}
