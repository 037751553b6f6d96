package tutti.client.audio;

/**
 * The state-variable filter in its trapezoidal form (Zavalishin, "The Art of VA Filter Design", chapter 4), stable
 * under fast changes. Its update is multiplied out, l' = l(1 − 2a₃) + 2a₂b + 2a₃x and b' = (2a₁ − 1)b + 2a₂(x − l), so
 * that a sample waits for two additions of the one before instead of five. Audio thread only.
 */
final class StateFilter {
    private static final double HIGHEST = 20_000;

    private double damping = 2;
    private double a1;
    private double a2;
    private double a3;
    private double low;
    private double band;

    /** The damping of a resonance from 0 to 1000 per mille: 2 is none, 0 would ring for ever. */
    static double damping(int resonance) {
        return 2 - 1.96 * resonance / 1_000.0;
    }

    /** From now on cuts at {@code hertz}. */
    void tune(double hertz, double damped) {
        damping = damped;
        double g = Dsp.tan(Math.PI * Math.min(HIGHEST, hertz) / Limits.RATE);
        a1 = 1 / (1 + g * (g + damped));
        a2 = g * a1;
        a3 = g * a2;
    }

    /** Forgets what it heard. */
    void reset() {
        low = 0;
        band = 0;
    }

    /** Lets what is below pass; in place, from {@code at} on. */
    void low(float[] sound, int at, int frames) {
        double l = low;
        double b = band;
        for (int i = at; i < at + frames; i++) {
            double x = sound[i] + Dsp.QUIET;
            sound[i] = (float) (l + a2 * b + a3 * (x - l));
            double next = l * (1 - 2 * a3) + (2 * a2 * b + 2 * a3 * x);
            b = (2 * a1 - 1) * b + 2 * a2 * (x - l);
            l = next;
        }
        low = l;
        band = b;
    }

    /** Lets what is around pass, at full level in the middle; in place. */
    void band(float[] sound, int frames) {
        double l = low;
        double b = band;
        for (int i = 0; i < frames; i++) {
            double x = sound[i] + Dsp.QUIET;
            sound[i] = (float) (damping * (a1 * b + a2 * (x - l)));
            double next = l * (1 - 2 * a3) + (2 * a2 * b + 2 * a3 * x);
            b = (2 * a1 - 1) * b + 2 * a2 * (x - l);
            l = next;
        }
        low = l;
        band = b;
    }

    /** Lets what is above pass; in place. */
    void high(float[] sound, int frames) {
        double l = low;
        double b = band;
        for (int i = 0; i < frames; i++) {
            double x = sound[i] + Dsp.QUIET;
            double below = l + a2 * b + a3 * (x - l);
            sound[i] = (float) (x - damping * (a1 * b + a2 * (x - l)) - below);
            double next = l * (1 - 2 * a3) + (2 * a2 * b + 2 * a3 * x);
            b = (2 * a1 - 1) * b + 2 * a2 * (x - l);
            l = next;
        }
        low = l;
        band = b;
    }
}
