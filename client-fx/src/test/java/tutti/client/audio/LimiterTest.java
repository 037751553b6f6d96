package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The master limiter: nothing above the ceiling, nothing changed below it, 1.5 ms late, up again in 80 ms. */
class LimiterTest {
    private static final double CEILING = Dsp.gain(-1);
    private static final double RELEASE = Dsp.onePole(0.08);

    private static float[] limited(float[] in) {
        float[] out = in.clone();
        float[] right = new float[in.length];
        new Limiter().process(out, right, in.length, CEILING, RELEASE);
        return out;
    }

    @Test
    void no_sample_leaves_above_the_ceiling() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            float[] in = new float[4_000];
            for (int i = 0; i < in.length; i++) {
                double loud = random.nextInt(50) == 0 ? 20 : random.nextInt(round + 1) / 40.0;
                in[i] = (float) (loud * random.nextGaussian());
            }
            for (float sample : limited(in)) {
                assertTrue(Math.abs(sample) <= CEILING * 1.000001, sample + " in round " + round + " of seed 4");
            }
        }
    }

    @Test
    void what_stays_below_the_ceiling_passes_bit_for_bit_and_72_frames_late() {
        Random random = new Random(5);
        float[] in = new float[4_000];
        for (int i = 0; i < in.length; i++) {
            in[i] = (float) (random.nextDouble() * 1.7 - 0.85);
        }
        float[] out = limited(in);
        assertEquals(72, Limiter.AHEAD);
        for (int i = 72; i < in.length; i++) {
            assertEquals(in[i - 72], out[i]);
        }
    }

    @Test
    void both_sides_are_lowered_alike() {
        float[] left = new float[200];
        float[] right = new float[200];
        left[100] = 2;
        right[100] = 0.5f;
        new Limiter().process(left, right, 200, CEILING, RELEASE);
        assertEquals(4, left[172] / right[172], 1e-5);
        assertEquals(CEILING, left[172], 1e-5);
    }

    @Test
    void the_level_comes_back_with_the_time_constant_of_the_release() {
        float[] in = new float[20_000];
        java.util.Arrays.fill(in, 0.5f);
        in[1_000] = 0.8913f * 4;
        float[] out = limited(in);
        assertEquals(0.25, out[1_000 + 72] / in[1_000], 0.001);
        double later = out[1_000 + 72 + 3_840 + 36] / 0.5;
        assertEquals(1 - 0.75 * Math.exp(-1), later, 0.01);
    }

    @Test
    void the_way_down_has_no_edge() {
        float[] in = new float[2_000];
        java.util.Arrays.fill(in, 0.5f);
        in[1_000] = 3;
        float[] out = limited(in);
        for (int i = 100; i < 1_071; i++) {
            assertTrue(Math.abs(out[i] - out[i - 1]) < 0.006, "an edge at " + i);
        }
    }
}
