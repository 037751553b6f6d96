package tutti.client.audio;

import tutti.model.Subtractive.Wave;

/**
 * A wave without the folded overtones of a naive one: each jump is rounded by a two-sample polynomial step (polyBLEP),
 * each corner by its integral (polyBLAMP). The phase is a whole number that wraps by itself at the end of a period; its
 * step is 11 µHz fine. Audio thread only.
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
        step = (int) Math.round(Math.min(hertz / Limits.RATE, 0.45) * PERIOD);
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
        int now = phase;
        for (int i = 0; i < frames; i++) {
            out[i] += (rising(now) - jump(now)) * level;
            now += step;
        }
        phase = now;
    }

    private void square(int width, float level, float[] out, int frames) {
        int now = phase;
        for (int i = 0; i < frames; i++) {
            int other = now - width;
            float plain = Integer.compareUnsigned(now, width) < 0 ? 1 : -1;
            out[i] += (plain + jump(now) - jump(other)) * level;
            now += step;
        }
        phase = now;
    }

    /** Rises from −1 at 0 to 1 at a half, and falls. */
    private void triangle(float level, float[] out, int frames) {
        float bend = 8 * (step * FULL / 2);
        int now = phase;
        for (int i = 0; i < frames; i++) {
            float plain = 1 - 2 * Math.abs(rising(now));
            out[i] += (plain + bend * (corner(now) - corner(now + Integer.MIN_VALUE))) * level;
            now += step;
        }
        phase = now;
    }

    /** A parabola of a half period and its correction: the strongest overtone is 60 dB below. */
    private void sine(float level, float[] out, int frames) {
        int now = phase;
        for (int i = 0; i < frames; i++) {
            float x = rising(now);
            float bow = -4 * x * (1 - Math.abs(x));
            out[i] += (0.775f * bow + 0.225f * bow * Math.abs(bow)) * level;
            now += step;
        }
        phase = now;
    }

    /** −1 at the beginning of a period, 1 at its end. */
    private static float rising(int at) {
        return (at + Integer.MIN_VALUE) * FULL;
    }

    /** What a jump of height 2 at phase 0 lacks, from a sample before to a sample after. */
    private float jump(int at) {
        if (Integer.compareUnsigned(at, step) < 0) {
            float x = at * perStep;
            return x + x - x * x - 1;
        }
        if (Integer.compareUnsigned(-at, step) < 0) {
            float x = at * perStep;
            return x * x + x + x + 1;
        }
        return 0;
    }

    /** What a corner of slope change 1 a sample at phase 0 lacks. */
    private float corner(int at) {
        boolean after = Integer.compareUnsigned(at, step) < 0;
        boolean before = Integer.compareUnsigned(-at, step) < 0;
        float x = after ? 1 - at * perStep : before ? 1 + at * perStep : 0;
        return x * x * x / 6;
    }
}
