package tutti.client.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Programme loudness after ITU-R BS.1770-4 at 48 kHz: K-weighting by the two filters of its annex 1, blocks of 400 ms,
 * gates at −70 LUFS and 10 LU under the mean of what passes.
 */
final class LoudnessMeter {
    private static final double[] SHELF = {
        1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
    };
    private static final double[] HIGH_PASS = {1, -2, 1, -1.99004745483398, 0.99007225036621};
    private static final int BLOCK = 19_200;

    private static final int HOP = 4_800;

    private LoudnessMeter() {}

    /** Integrated loudness in LUFS of all channels together. */
    static double integrated(float[]... channels) {
        List<Double> blocks = powers(HOP, channels);
        double gate = Math.max(power(-70), 0.1 * mean(blocks, power(-70)));
        return lufs(mean(blocks, gate));
    }

    /** The highest loudness of any 400 ms, silence around the sound counted in, in LUFS. */
    static double momentary(float[] sound) {
        float[] padded = new float[sound.length + 2 * BLOCK];
        System.arraycopy(sound, 0, padded, BLOCK, sound.length);
        return lufs(powers(480, padded).stream().mapToDouble(x -> x).max().orElse(0));
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double mean(List<Double> blocks, double gate) {
        return blocks.stream()
                .filter(p -> p > gate)
                .mapToDouble(p -> p)
                .average()
                .orElse(0);
    }

    private static List<Double> powers(int hop, float[]... channels) {
        int frames = channels[0].length;
        double[] sums = new double[frames + 1];
        for (float[] channel : channels) {
            double[] weighted = filtered(filtered(widened(channel), SHELF), HIGH_PASS);
            double sum = 0;
            for (int i = 0; i < frames; i++) {
                sum += weighted[i] * weighted[i];
                sums[i + 1] += sum;
            }
        }
        List<Double> blocks = new ArrayList<>();
        for (int at = 0; at + BLOCK <= frames; at += hop) {
            blocks.add((sums[at + BLOCK] - sums[at]) / BLOCK);
        }
        return blocks;
    }

    private static double[] widened(float[] in) {
        double[] out = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = in[i];
        }
        return out;
    }

    /** A biquad: b0 b1 b2 a1 a2. */
    private static double[] filtered(double[] in, double[] c) {
        double[] out = new double[in.length];
        double s1 = 0;
        double s2 = 0;
        for (int i = 0; i < in.length; i++) {
            out[i] = c[0] * in[i] + s1;
            s1 = c[1] * in[i] - c[3] * out[i] + s2;
            s2 = c[2] * in[i] - c[4] * out[i];
        }
        return out;
    }

    /** What is above {@code hertz}: two second-order high-passes of Butterworth's fourth order. */
    static float[] above(double hertz, float[] in) {
        double[] out = filtered(filtered(widened(in), highPass(hertz, 0.54119610)), highPass(hertz, 1.3065630));
        float[] narrow = new float[out.length];
        for (int i = 0; i < out.length; i++) {
            narrow[i] = (float) out[i];
        }
        return narrow;
    }

    private static double[] highPass(double hertz, double q) {
        double w = 2 * Math.PI * hertz / Studio.RATE;
        double alpha = Math.sin(w) / (2 * q);
        double a0 = 1 + alpha;
        double b = (1 + Math.cos(w)) / 2 / a0;
        return new double[] {b, -2 * b, b, -2 * Math.cos(w) / a0, (1 - alpha) / a0};
    }
}
