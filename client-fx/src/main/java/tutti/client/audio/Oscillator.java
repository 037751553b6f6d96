package tutti.client.audio;

import tutti.model.Subtractive.Wave;

/**
 * A wave without the folded overtones of a naive one: each jump is rounded by a two-sample polynomial step (polyBLEP),
 * each corner by its integral (polyBLAMP). One {@code double} of phase.
 */
final class Oscillator {
    private double phase;
    private double step;

    /** Begins at {@code start} of a period, at {@code hertz}. */
    void start(double start, double hertz) {
        phase = start;
        step = Math.min(hertz / Limits.RATE, 0.45);
    }

    /** Adds the next {@code frames} samples of {@code wave}, −{@code level} to {@code level}, to {@code out}. */
    void add(Wave wave, double width, float level, float[] out, int frames) {
        switch (wave) {
            case SAW -> saw(level, out, frames);
            case SQUARE -> square(width, level, out, frames);
            case TRIANGLE -> triangle(level, out, frames);
            case SINE -> sine(level, out, frames);
        }
    }

    private void saw(float level, float[] out, int frames) {
        double now = phase;
        for (int i = 0; i < frames; i++) {
            out[i] += (float) (2 * now - 1 - jump(now)) * level;
            now = next(now);
        }
        phase = now;
    }

    private void square(double width, float level, float[] out, int frames) {
        double now = phase;
        for (int i = 0; i < frames; i++) {
            double other = now - width;
            other += other < 0 ? 1 : 0;
            out[i] += (float) ((now < width ? 1 : -1) + jump(now) - jump(other)) * level;
            now = next(now);
        }
        phase = now;
    }

    private void triangle(float level, float[] out, int frames) {
        double now = phase;
        for (int i = 0; i < frames; i++) {
            out[i] += (float) triangle(now) * level;
            now = next(now);
        }
        phase = now;
    }

    private void sine(float level, float[] out, int frames) {
        double now = phase;
        for (int i = 0; i < frames; i++) {
            out[i] += (float) sine(now) * level;
            now = next(now);
        }
        phase = now;
    }

    private double next(double now) {
        double next = now + step;
        return next >= 1 ? next - 1 : next;
    }

    /** Rises from −1 at 0 to 1 at a half, and falls. */
    private double triangle(double now) {
        double half = now < 0.5 ? now + 0.5 : now - 0.5;
        return 1 - 4 * Math.abs(now - 0.5) + 8 * step * (corner(now) - corner(half));
    }

    /** A parabola of a half period and its correction: an overtone at −60 dB, none above. */
    private static double sine(double now) {
        double x = 2 * now - 1;
        double bow = -4 * x * (1 - Math.abs(x));
        return 0.775 * bow + 0.225 * bow * Math.abs(bow);
    }

    /** What a jump of height 2 at phase 0 lacks, from a sample before to a sample after. */
    private double jump(double at) {
        if (at < step) {
            double x = at / step;
            return x + x - x * x - 1;
        }
        if (at > 1 - step) {
            double x = (at - 1) / step;
            return x * x + x + x + 1;
        }
        return 0;
    }

    /** What a corner of slope change 1 a sample at phase 0 lacks. */
    private double corner(double at) {
        double x = at < step ? 1 - at / step : at > 1 - step ? 1 + (at - 1) / step : 0;
        return x * x * x / 6;
    }
}
