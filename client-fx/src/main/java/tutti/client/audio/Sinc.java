package tutti.client.audio;

/**
 * Reads a sound between its samples: a Kaiser-windowed sinc of {@value #TAPS} taps at {@value #PHASES} phases, of
 * which the nearest is taken: an error of −87 dB at 1 kHz and −72 dB at 10 kHz (a straight line between phases was 10
 * dB better there and took twice the time). Reading faster than the sound was made would fold what lies above the new
 * limit back into what is heard; so there are five banks, each cutting off lower, and {@link Pcm} holds octaves of the
 * sound for what is faster than two. Measured by {@code PitchTest}. Immutable, made once, shared by all voices.
 */
final class Sinc {
    /** Samples that are weighed for one frame. */
    static final int TAPS = 16;
    /** Positions between two samples for which weights are kept. */
    static final int PHASES = 2_048;
    /** Samples of silence that must lie before and after what is read. */
    static final int MARGIN = TAPS;

    private static final int BANKS = 5;
    private static final double BETA = 8.0;
    private static final double CUTOFF = 0.90;
    private static final int PHASE_SHIFT = 32 - Integer.numberOfTrailingZeros(PHASES);

    private final float[][] banks = new float[BANKS][];

    Sinc() {
        double[] window = window();
        for (int bank = 0; bank < BANKS; bank++) {
            banks[bank] = table(CUTOFF * StrictMath.pow(2, -bank / 4.0), window);
        }
    }

    private static double[] window() {
        double[] window = new double[PHASES * TAPS];
        double middle = bessel(BETA);
        for (int i = 0; i < window.length; i++) {
            double x = place(i / TAPS, i % TAPS) / (TAPS / 2.0);
            window[i] = Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / middle;
        }
        return window;
    }

    /** How far the sample of a tap lies from the position that is read, in samples. */
    private static double place(int phase, int tap) {
        return tap - (TAPS / 2 - 1) - (phase + 0.5) / PHASES;
    }

    private static float[] table(double cutoff, double[] window) {
        float[] table = new float[PHASES * TAPS];
        double[] row = new double[TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                row[tap] = sinc(cutoff * place(phase, tap)) * window[phase * TAPS + tap];
                sum += row[tap];
            }
            for (int tap = 0; tap < TAPS; tap++) {
                table[phase * TAPS + tap] = (float) (row[tap] / sum);
            }
        }
        return table;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    /** The modified Bessel function of order 0 by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    /** The weights to use when a position moves on by {@code increment} (32.32) a frame, at most 2. */
    float[] bankFor(long increment) {
        int bank = 0;
        double rate = increment / 4294967296.0;
        while (bank < BANKS - 1 && rate > BANK_RATES[bank]) {
            bank++;
        }
        return banks[bank];
    }

    private static final double[] BANK_RATES = {1.01, 1.20, 1.43, 1.70};

    /** The value of {@code data} at {@code position} (32.32); {@link #MARGIN} samples must exist on either side. */
    static float read(float[] data, long position, float[] bank) {
        int d = (int) (position >> 32) - (TAPS / 2 - 1);
        int w = ((int) position >>> PHASE_SHIFT) * TAPS;
        // Written out, because a loop of sixteen costs half as much again.
        float a =
                data[d] * bank[w] + data[d + 1] * bank[w + 1] + (data[d + 2] * bank[w + 2] + data[d + 3] * bank[w + 3]);
        float b = data[d + 4] * bank[w + 4]
                + data[d + 5] * bank[w + 5]
                + (data[d + 6] * bank[w + 6] + data[d + 7] * bank[w + 7]);
        float c = data[d + 8] * bank[w + 8]
                + data[d + 9] * bank[w + 9]
                + (data[d + 10] * bank[w + 10] + data[d + 11] * bank[w + 11]);
        float e = data[d + 12] * bank[w + 12]
                + data[d + 13] * bank[w + 13]
                + (data[d + 14] * bank[w + 14] + data[d + 15] * bank[w + 15]);
        return a + b + (c + e);
    }
}
