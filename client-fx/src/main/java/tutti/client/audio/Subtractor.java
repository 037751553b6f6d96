package tutti.client.audio;

import java.util.Arrays;
import tutti.model.Subtractive;

/**
 * The subtractive voice: two oscillators and noise, a low-pass that the envelope opens, and the envelope itself. The
 * cutoff follows every {@value #CONTROL} frames of the note's own age, wherever blocks are cut.
 */
final class Subtractor implements Source {
    private static final int CONTROL = 16;
    private static final double HIGHEST = 18_000;
    private static final double A4 = 440;
    private static final int A4_NOTE = 69;

    private final Oscillator first = new Oscillator();
    private final Oscillator second = new Oscillator();
    private final StateFilter filter = new StateFilter();
    private final Envelope envelope = new Envelope();
    private final float[] levels = new float[Limits.CHUNK];
    private final double[] cuts = new double[Limits.CHUNK / CONTROL];
    private SubPatch patch = new SubPatch(Subtractive.BLANK);
    private double sweep;
    private int age;
    private int noise;

    /**
     * Begins a note.
     *
     * @param semitones from middle C
     * @param force 0 to 1: how much of the envelope reaches the filter
     * @param seed of the noise; equal seeds are equal notes
     */
    void start(SubPatch as, double semitones, float force, int seed) {
        patch = as;
        double hertz = A4 * Dsp.exp2((semitones + SubPatch.ROOT - A4_NOTE) / 12);
        first.start(0, hertz);
        second.start(0.25, hertz * as.secondRatio);
        filter.reset();
        envelope.start();
        sweep = as.sweepOctaves * force;
        age = 0;
        noise = seed | 1;
    }

    @Override
    public void render(float[] out, int frames) {
        float before = envelope.level();
        envelope.fill(patch, levels, frames);
        sound(out, frames);
        open(before, frames);
        filter(out, frames);
        for (int i = 0; i < frames; i++) {
            out[i] *= levels[i];
        }
    }

    /** Where the filter is to cut, all at once: none of these waits for another, or for a sample. */
    private void open(float before, int frames) {
        int next = (CONTROL - age % CONTROL) % CONTROL;
        for (int i = 0; next < frames; i++, next += CONTROL) {
            float level = next == 0 ? before : levels[next - 1];
            double hertz = Dsp.exp2(patch.cutoffOctaves + sweep * level);
            cuts[i] = StateFilter.warped(Math.min(HIGHEST, hertz));
        }
    }

    private void filter(float[] out, int frames) {
        int cut = 0;
        for (int done = 0; done < frames; ) {
            int sinceCut = age % CONTROL;
            if (sinceCut == 0) {
                filter.tune(StateFilter.Pass.LOW, cuts[cut++], patch.damping);
            }
            int stretch = Math.min(frames - done, CONTROL - sinceCut);
            filter.run(out, done, stretch);
            done += stretch;
            age += stretch;
        }
    }

    private void sound(float[] out, int frames) {
        Arrays.fill(out, 0, frames, 0);
        first.add(patch.wave, patch.width, patch.firstLevel, out, frames);
        if (patch.secondLevel > 0) {
            second.add(patch.wave, patch.width, patch.secondLevel, out, frames);
        }
        if (patch.noiseLevel > 0) {
            hiss(out, frames);
        }
    }

    /** A linear congruential generator: noise enough, and the same everywhere. */
    private void hiss(float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            noise = noise * 1_664_525 + 1_013_904_223;
            out[i] += patch.noiseLevel * noise * 4.656613e-10f;
        }
    }

    @Override
    public void release() {
        envelope.release(patch);
    }

    @Override
    public boolean ended() {
        return envelope.ended();
    }
}
