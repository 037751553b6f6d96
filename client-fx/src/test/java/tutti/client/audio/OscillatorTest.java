package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.model.Subtractive.Wave;

/** The waves of the subtractive voice: full height, no offset, and hardly anything between their overtones. */
class OscillatorTest {
    private static final int FRAMES = 48_000;
    /** A whole number of periods in a second, and no small share of the rate. */
    private static final int HERTZ = 1_237;

    private static float[] second(Wave wave) {
        Oscillator oscillator = new Oscillator();
        oscillator.start(0.25, HERTZ);
        float[] out = new float[FRAMES];
        oscillator.add(wave, 0.5, 1, out, FRAMES);
        return out;
    }

    private static double power(float[] sound, int hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < FRAMES; i++) {
            double turn = 2 * Math.PI * ((long) i * hertz % FRAMES) / FRAMES;
            re += sound[i] * Math.cos(turn);
            im += sound[i] * Math.sin(turn);
        }
        return 2 * (re * re + im * im) / ((double) FRAMES * FRAMES);
    }

    @ParameterizedTest
    @EnumSource(Wave.class)
    void what_is_not_an_overtone_is_far_below(Wave wave) {
        float[] sound = second(wave);
        double whole = 0;
        for (float sample : sound) {
            whole += sample * sample / (double) FRAMES;
        }
        double overtones = 0;
        for (int overtone = HERTZ; overtone < 24_000; overtone += HERTZ) {
            overtones += power(sound, overtone);
        }
        double folded = 10 * Math.log10(Math.max(1e-12, whole - overtones) / whole);
        double allowed = wave == Wave.SAW || wave == Wave.SQUARE ? -27 : -60;
        assertTrue(folded < allowed, wave + ": " + folded + " dB");
        assertEquals(0, power(sound, 0), 1e-5);
    }

    @ParameterizedTest
    @EnumSource(Wave.class)
    void it_is_as_high_as_it_is_asked_to_be(Wave wave) {
        float most = 0;
        for (float sample : second(wave)) {
            most = Math.max(most, Math.abs(sample));
        }
        assertEquals(1, most, wave == Wave.SQUARE ? 0.01 : 0.06);
    }
}
