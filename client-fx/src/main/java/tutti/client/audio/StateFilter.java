package tutti.client.audio;

/**
 * The state-variable filter in its trapezoidal form (Zavalishin, "The Art of VA Filter Design", chapter 4), stable
 * under fast changes. Multiplied out, its state (l, b) moves by l' = l(1 − 2a₃) + 2a₂b + 2a₃x and b' = (2a₁ − 1)b +
 * 2a₂(x − l), and what passes is a sum of x, l + l' and b + b'. Frames are taken in pairs: the second state comes
 * straight from the state before the pair, so that a pair waits no longer than a frame would. A pair that a block cuts
 * is finished by the next, with the same bits. Audio thread only.
 */
final class StateFilter {
    /** What passes. */
    enum Pass {
        /** What is below. */
        LOW,
        /** What is around, at full level in the middle. */
        BAND,
        /** What is above. */
        HIGH
    }

    private static final double HIGHEST = 20_000;

    // One frame: l' = ll·l + lb·b + lx·x and b' = bb·b − lb·l + lb·x.
    private double ll;
    private double lb;
    private double lx;
    private double bb;

    // Two frames, x and then y: l'' = ll2·l + lb2·b + lx2·x + lx·y and b'' = bb2·b − lb2·l + bx2·x + lb·y.
    private double ll2;
    private double lb2;
    private double lx2;
    private double bb2;
    private double bx2;

    private Pass pass = Pass.LOW;

    // What passes: ofLow·(l + l') + ofBand·(b + b') + ofInput·x.
    private double ofLow;
    private double ofBand;
    private double ofInput;

    private double low;
    private double band;
    /** The first frame of a pair was taken, and it was {@link #first}. */
    private boolean half;

    private double first;

    /** The damping of a resonance from 0 to 1000 per mille: 2 is none, 0 would ring for ever. */
    static double damping(int resonance) {
        return 2 - 1.96 * resonance / 1_000.0;
    }

    /** What {@link #tune} takes for a cut at {@code hertz}. */
    static double warped(double hertz) {
        return Dsp.tan(Math.PI * Math.min(HIGHEST, hertz) / Limits.RATE);
    }

    /** From now on cuts at {@code g}, which is {@link #warped}. */
    void tune(Pass what, double g, double damping) {
        pass = what;
        double a1 = 1 / (1 + g * (g + damping));
        double a2 = g * a1;
        double a3 = g * a2;
        ll = 1 - 2 * a3;
        lb = 2 * a2;
        lx = 2 * a3;
        bb = 2 * a1 - 1;
        ll2 = ll * ll - lb * lb;
        lb2 = lb * (ll + bb);
        lx2 = ll * lx + lb * lb;
        bb2 = bb * bb - lb * lb;
        bx2 = lb * (bb - lx);
        ofLow = pass == Pass.LOW ? 0.5 : pass == Pass.BAND ? 0 : -0.5;
        ofBand = pass == Pass.LOW ? 0 : pass == Pass.BAND ? damping / 2 : -damping / 2;
        ofInput = pass == Pass.HIGH ? 1 : 0;
    }

    /** Forgets what it heard. */
    void reset() {
        low = 0;
        band = 0;
        half = false;
    }

    /** Filters in place, from {@code at} on. */
    void run(float[] sound, int at, int frames) {
        int end = at + frames;
        int i = at;
        if (half && i < end) {
            sound[i] = finish(sound[i] + Dsp.QUIET);
            i++;
        }
        if (pass == Pass.LOW) {
            lowPairs(sound, i, end - 1);
        } else {
            pairs(sound, i, end - 1);
        }
        if (!half && (end - i) % 2 == 1) {
            sound[end - 1] = begin(sound[end - 1] + Dsp.QUIET);
        }
    }

    /** As {@link #pairs}, with the same bits, for what voices do: the other outputs' terms are all 0. */
    private void lowPairs(float[] sound, int from, int last) {
        double l = low;
        double b = band;
        for (int i = from; i < last; i += 2) {
            double x = sound[i] + Dsp.QUIET;
            double y = sound[i + 1] + Dsp.QUIET;
            double l1 = lx * x + (ll * l + lb * b);
            double l2 = lx2 * x + lx * y + (ll2 * l + lb2 * b);
            double b2 = bx2 * x + lb * y + (bb2 * b - lb2 * l);
            sound[i] = (float) (0.5 * (l + l1));
            sound[i + 1] = (float) (0.5 * (l1 + l2));
            l = l2;
            b = b2;
        }
        low = l;
        band = b;
    }

    private void pairs(float[] sound, int from, int last) {
        double l = low;
        double b = band;
        for (int i = from; i < last; i += 2) {
            double x = sound[i] + Dsp.QUIET;
            double y = sound[i + 1] + Dsp.QUIET;
            double l1 = lx * x + (ll * l + lb * b);
            double b1 = lb * (x - l) + bb * b;
            double l2 = lx2 * x + lx * y + (ll2 * l + lb2 * b);
            double b2 = bx2 * x + lb * y + (bb2 * b - lb2 * l);
            sound[i] = (float) (ofLow * (l + l1) + ofBand * (b + b1) + ofInput * x);
            sound[i + 1] = (float) (ofLow * (l1 + l2) + ofBand * (b1 + b2) + ofInput * y);
            l = l2;
            b = b2;
        }
        low = l;
        band = b;
    }

    /** The first frame of a pair alone. */
    private float begin(double x) {
        first = x;
        half = true;
        double l1 = lx * x + (ll * low + lb * band);
        double b1 = lb * (x - low) + bb * band;
        return (float) (ofLow * (low + l1) + ofBand * (band + b1) + ofInput * x);
    }

    /** The second frame of a pair whose first was taken alone. */
    private float finish(double y) {
        half = false;
        double x = first;
        double l1 = lx * x + (ll * low + lb * band);
        double b1 = lb * (x - low) + bb * band;
        double l2 = lx2 * x + lx * y + (ll2 * low + lb2 * band);
        double b2 = bx2 * x + lb * y + (bb2 * band - lb2 * low);
        low = l2;
        band = b2;
        return (float) (ofLow * (l1 + l2) + ofBand * (b1 + b2) + ofInput * y);
    }
}
