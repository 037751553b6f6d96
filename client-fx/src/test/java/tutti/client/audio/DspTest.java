package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Our own functions against the library's. */
class DspTest {
    @Test
    void two_to_the_x_is_right_to_a_ten_millionth() {
        for (double x = -20; x < 20; x += 0.0137) {
            assertEquals(1, Dsp.exp2(x) / StrictMath.pow(2, x), 1e-7, "at " + x);
        }
        assertEquals(8, Dsp.exp2(3));
        assertEquals(0.25, Dsp.exp2(-2));
    }

    @Test
    void the_tangent_is_right_to_a_millionth_up_to_20_kilohertz() {
        for (double x = 0.001; x <= Math.PI * 20_000 / 48_000; x += 0.001) {
            assertEquals(1, Dsp.tan(x) / StrictMath.tan(x), 1e-6, "at " + x);
        }
    }

    @Test
    void the_bend_is_straight_in_the_middle_and_flat_at_the_ends() {
        assertEquals(0, Dsp.bend(0));
        assertEquals(0.1, Dsp.bend(0.1), 1e-3);
        assertEquals(1, Dsp.bend(3), 1e-12);
        assertEquals(-1, Dsp.bend(-50), 1e-12);
    }
}
