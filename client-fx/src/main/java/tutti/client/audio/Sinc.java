package tutti.client.audio;

/**
 * Reads a sound between its samples: a Kaiser-windowed sinc of {@value #TAPS} taps at {@value #PHASES} phases, of
 * which the nearest is taken: an error of −95 dB at 1 kHz and −75 dB at 10 kHz (a straight line between phases was 10 dB
 * better there and took twice the time). Reading faster than the sound was made would fold what lies above the new limit back
 * into what is heard; so there are five banks, each cutting off lower, and {@link Pcm} holds octaves of the sound for what
 * is faster than two. Measured by {@code SincTest}. Immutable, made once, shared by all voices.
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
        for (int bank = 0; bank < BANKS; bank++) {
            banks[bank] = table(CUTOFF * StrictMath.pow(2, -bank / 4.0));
        }
    }

    private static float[] table(double cutoff) {
        float[] table = new float[PHASES * TAPS];
        double[] row = new double[TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double x = tap - (TAPS / 2 - 1) - (phase + 0.5) / PHASES;
                row[tap] = sinc(cutoff * x) * kaiser(x / (TAPS / 2.0));
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

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
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
        int base = (int) (position >> 32) - (TAPS / 2 - 1);
        int row = ((int) position >>> PHASE_SHIFT) * TAPS;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int tap = 0; tap < TAPS; tap += 4) {
            a += data[base + tap] * bank[row + tap];
            b += data[base + tap + 1] * bank[row + tap + 1];
            c += data[base + tap + 2] * bank[row + tap + 2];
            d += data[base + tap + 3] * bank[row + tap + 3];
        }
        return a + b + (c + d);
    }
}
