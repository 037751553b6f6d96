package tutti.client.audio;

/**
 * A sound ready to play: mono, 48 kHz, with silence around it, and octaves of it for playing it much faster. Immutable
 * once made; its arrays are only ever read.
 */
final class Pcm {
    /** Half as many samples each; five octaves up is the most that a pitch can ask for. */
    private static final int OCTAVES = 5;

    private static final int HALVING_TAPS = 63;

    private final float[][] octaves = new float[OCTAVES][];
    private final int frames;

    Pcm(float[] mono) {
        this.frames = mono.length;
        float[] now = mono;
        double[] halving = halving();
        for (int i = 0; i < OCTAVES; i++) {
            float[] padded = new float[now.length + 2 * Sinc.MARGIN];
            System.arraycopy(now, 0, padded, Sinc.MARGIN, now.length);
            octaves[i] = padded;
            now = i < OCTAVES - 1 ? halved(now, halving) : now;
        }
    }

    /** A low-pass at a quarter of the rate, Blackman-windowed. */
    private static double[] halving() {
        double[] taps = new double[HALVING_TAPS];
        double sum = 0;
        for (int i = 0; i < HALVING_TAPS; i++) {
            int x = i - HALVING_TAPS / 2;
            double turn = 2 * Math.PI * (i + 1) / (HALVING_TAPS + 1);
            double window = 0.42 - 0.5 * StrictMath.cos(turn) + 0.08 * StrictMath.cos(2 * turn);
            taps[i] = window * (x == 0 ? 0.47 : StrictMath.sin(Math.PI * 0.47 * x) / (Math.PI * x));
            sum += taps[i];
        }
        for (int i = 0; i < HALVING_TAPS; i++) {
            taps[i] /= sum;
        }
        return taps;
    }

    private static float[] halved(float[] in, double[] taps) {
        float[] out = new float[(in.length + 1) / 2];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int t = 0; t < taps.length; t++) {
                int at = 2 * i + t - taps.length / 2;
                sum += at < 0 || at >= in.length ? 0 : in[at] * taps[t];
            }
            out[i] = (float) sum;
        }
        return out;
    }

    /** Frames of the sound itself. */
    int frames() {
        return frames;
    }

    /** Samples of octave {@code n}, 0 to 4, {@link Sinc#MARGIN} zeros on either side. */
    float[] octave(int n) {
        return octaves[n];
    }

    /** The octave in which a speed of {@code rate} becomes two or less. */
    static int octaveFor(double rate) {
        int octave = 0;
        while (octave < OCTAVES - 1 && rate > 2 << octave) {
            octave++;
        }
        return octave;
    }
}
