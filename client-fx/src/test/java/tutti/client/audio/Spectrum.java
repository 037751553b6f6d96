package tutti.client.audio;

/** Looks for tones in a sound: the method by which the roots of the table of sounds were found. */
final class Spectrum {
    private static final double SPAN = 0.5;
    private static final double STEP = 0.02;

    /** Samples that are looked at, 0.8 s. */
    private static final int MOST = 38_400;

    private Spectrum() {}

    /** The MIDI note, with the most energy within half a semitone of {@code note}; Hann-windowed. */
    static double peakNear(float[] sound, double note) {
        int from = Math.min(sound.length / 8, 1_500);
        double best = note;
        double most = -1;
        for (double at = note - SPAN; at <= note + SPAN; at += STEP) {
            double power = power(sound, from, 440 * Math.pow(2, (at - 69) / 12));
            if (power > most) {
                most = power;
                best = at;
            }
        }
        return best;
    }

    private static double power(float[] sound, int from, double hertz) {
        double re = 0;
        double im = 0;
        int length = Math.min(sound.length - from, MOST);
        double turn = 2 * Math.PI * hertz / Studio.RATE;
        double c = Math.cos(turn);
        double s = Math.sin(turn);
        double x = 1;
        double y = 0;
        for (int i = 0; i < length; i++) {
            double weight = sound[from + i] * (1 - Math.cos(2 * Math.PI * i / length));
            re += weight * x;
            im += weight * y;
            double next = x * c - y * s;
            y = x * s + y * c;
            x = next;
        }
        return re * re + im * im;
    }
}
