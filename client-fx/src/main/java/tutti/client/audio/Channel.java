package tutti.client.audio;

import java.util.Arrays;

/**
 * The way of one track to the bus: drive, filter, fader and pan, meter. Faders glide sample by sample, so that a change
 * does not crackle and blocks can be cut anywhere. Audio thread only.
 */
final class Channel {
    private static final float GLIDE = (float) Dsp.onePole(0.004);
    /** A fader nearer to its goal than this has arrived. */
    private static final float ARRIVED = 1e-5f;

    private final float[] input = new float[Limits.CHUNK];
    private final StateFilter filter = new StateFilter();
    private Strip strip = Strip.NONE;
    private boolean used;
    private float left;
    private float right;
    private float leftGoal;
    private float rightGoal;
    private float peak;
    private float square;

    /** From now on as {@code next} says; silent if {@code heard} is false. {@code jump}: at once, without a glide. */
    void adopt(Strip next, boolean heard, boolean jump) {
        strip = next;
        switch (next.filter) {
            case OFF -> {}
            case LOW -> filter.tune(StateFilter.Pass.LOW, next.cut, next.damping);
            case BAND -> filter.tune(StateFilter.Pass.BAND, next.cut, next.damping);
            case HIGH -> filter.tune(StateFilter.Pass.HIGH, next.cut, next.damping);
        }
        leftGoal = heard ? next.left : 0;
        rightGoal = heard ? next.right : 0;
        if (jump) {
            left = leftGoal;
            right = rightGoal;
        }
    }

    /** Something sounds from {@code at} on in this chunk: the input is clean. */
    void wake(int at) {
        if (!used) {
            Arrays.fill(input, 0);
            used = true;
        }
    }

    /** Where voices add to. */
    float[] input() {
        return input;
    }

    /** Adds this chunk to the bus. */
    void mix(float[] toLeft, float[] toRight, int frames) {
        peak = 0;
        square = 0;
        boolean filtered = strip.filter != tutti.model.FilterSettings.Type.OFF;
        if (!used && !filtered) {
            glide(frames);
            return;
        }
        wake(0);
        used = false;
        if (strip.driven) {
            drive(frames);
        }
        if (filtered) {
            filter.run(input, 0, frames);
        }
        fade(toLeft, toRight, frames);
    }

    private void glide(int frames) {
        for (int i = 0; i < frames && (left != leftGoal || right != rightGoal); i++) {
            left = nearer(left, leftGoal);
            right = nearer(right, rightGoal);
        }
    }

    private static float nearer(float from, float goal) {
        float next = from + (goal - from) * GLIDE;
        return Math.abs(goal - next) < ARRIVED ? goal : next;
    }

    private void drive(int frames) {
        for (int i = 0; i < frames; i++) {
            input[i] = (float) (Dsp.bend(input[i] * strip.drive) * strip.makeup);
        }
    }

    private void fade(float[] toLeft, float[] toRight, int frames) {
        int at = 0;
        while (at < frames && (left != leftGoal || right != rightGoal)) {
            left = nearer(left, leftGoal);
            right = nearer(right, rightGoal);
            float l = input[at] * left;
            float r = input[at] * right;
            toLeft[at] += l;
            toRight[at] += r;
            peak = Math.max(peak, Math.max(Math.abs(l), Math.abs(r)));
            square += l * l + r * r;
            at++;
        }
        steady(toLeft, toRight, at, frames);
    }

    /** With faders that rest: loops that become vectors, and one measure of the input for both sides. */
    private void steady(float[] toLeft, float[] toRight, int from, int to) {
        float l = left;
        float r = right;
        for (int i = from; i < to; i++) {
            toLeft[i] += input[i] * l;
        }
        for (int i = from; i < to; i++) {
            toRight[i] += input[i] * r;
        }
        peak = Math.max(peak, highest(from, to) * Math.max(Math.abs(l), Math.abs(r)));
        square += energy(from, to) * (l * l + r * r);
    }

    private float highest(int from, int to) {
        float most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(input[i]));
        }
        return most;
    }

    /** Four sums, which do not wait for one another. */
    private float energy(int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += input[i] * input[i];
            b += input[i + 1] * input[i + 1];
            c += input[i + 2] * input[i + 2];
            d += input[i + 3] * input[i + 3];
        }
        for (; i < to; i++) {
            a += input[i] * input[i];
        }
        return a + b + (c + d);
    }

    /** The highest sample of the last chunk, either side, after the fader. */
    float peak() {
        return peak;
    }

    /** The sum of both sides' squares of the last chunk. */
    float square() {
        return square;
    }
}
