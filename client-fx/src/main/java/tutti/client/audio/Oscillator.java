package tutti.client.audio;

import tutti.model.Subtractive.Wave;

/**
 * A wave without the folded overtones of a naive one: each jump is rounded by a two-sample polynomial step (polyBLEP),
 * each corner by its integral (polyBLAMP). The phase is a whole number that wraps by itself at the end of a period; its
 * step is 11 µHz fine. The naive wave is made in a loop without branches, and then the few samples around each jump or
 * corner are mended; both look at a sample's own phase only, so blocks can be cut anywhere. Audio thread only.
 */
final class Oscillator {
    private static final double PERIOD = 4_294_967_296.0;
    private static final float FULL = (float) (2 / PERIOD);

    private int phase;
    private int step;
    private float perStep;

    /** Begins at {@code start} of a period, 0 to 1, at {@code hertz}. */
    void start(double start, double hertz) {
        phase = (int) (long) (start * PERIOD);
        step = (int) Math.max(1, Math.round(Math.min(hertz / Limits.RATE, 0.45) * PERIOD));
        perStep = (float) (1 / (double) step);
    }

    /** Adds the next {@code frames} samples of {@code wave}, −{@code level} to {@code level}, to {@code out}. */
    void add(Wave wave, double width, float level, float[] out, int frames) {
        switch (wave) {
            case SAW -> saw(level, out, frames);
            case SQUARE -> square((int) (long) (width * PERIOD), level, out, frames);
            case TRIANGLE -> triangle(level, out, frames);
            case SINE -> sine(level, out, frames);
        }
    }

    private void saw(float level, float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] += rising(phase + i * step) * level;
        }
        jumps(phase, -level, out, frames);
        phase += frames * step;
    }

    private void square(int width, float level, float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] += Integer.compareUnsigned(phase + i * step, width) < 0 ? level : -level;
        }
        jumps(phase, level, out, frames);
        jumps(phase - width, -level, out, frames);
        phase += frames * step;
    }

    /** Rises from −1 at 0 to 1 at a half, and falls. */
    private void triangle(float level, float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] += (1 - 2 * Math.abs(rising(phase + i * step))) * level;
        }
        float bend = 8 * (step * FULL / 2) * level;
        corners(phase, bend, out, frames);
        corners(phase + Integer.MIN_VALUE, -bend, out, frames);
        phase += frames * step;
    }

    /** A parabola of a half period and its correction: the strongest overtone is 60 dB below. */
    private void sine(float level, float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            float x = rising(phase + i * step);
            float bow = -4 * x * (1 - Math.abs(x));
            out[i] += (0.775f * bow + 0.225f * bow * Math.abs(bow)) * level;
        }
        phase += frames * step;
    }

    /** −1 at the beginning of a period, 1 at its end. */
    private static float rising(int at) {
        return (at + Integer.MIN_VALUE) * FULL;
    }

    /** Of samples that begin at phase {@code at}, the first that lies in the first step of a period. */
    private int first(int at) {
        long left = Integer.toUnsignedLong(-at);
        return Integer.compareUnsigned(at, step) < 0 ? 0 : (int) ((left + step - 1) / step);
    }

    /** Adds what jumps of twice {@code half} at phase 0 lack: to the sample before each, and to the one after. */
    private void jumps(int at, float half, float[] out, int frames) {
        for (int i = first(at); i <= frames; i += 1 + first(at + (i + 1) * step)) {
            if (i > 0) {
                float x = (at + (i - 1) * step) * perStep;
                out[i - 1] += (x * x + x + x + 1) * half;
            }
            if (i < frames) {
                float x = (at + i * step) * perStep;
                out[i] += (x + x - x * x - 1) * half;
            }
        }
    }

    /** Adds what corners of this slope change a sample at phase 0 lack. */
    private void corners(int at, float bend, float[] out, int frames) {
        for (int i = first(at); i <= frames; i += 1 + first(at + (i + 1) * step)) {
            if (i > 0) {
                float x = 1 + (at + (i - 1) * step) * perStep;
                out[i - 1] += x * x * x / 6 * bend;
            }
            if (i < frames) {
                float x = 1 - (at + i * step) * perStep;
                out[i] += x * x * x / 6 * bend;
            }
        }
    }
}
