package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are in tune to a twentieth of a cent, and what a pitch adds that is not there is measured. */
class PitchTest {
    private static final double FRAMES_PER_RADIAN = Studio.RATE / (2 * Math.PI);

    /** Hertz of a steady tone near {@code near}: the turn of its phase between two windows. */
    private static double hertz(float[] sound, int from, int window, int apart, double near) {
        double first = phase(sound, from, window, near);
        double second = phase(sound, from + apart, window, near);
        double turns = (second - first) / (2 * Math.PI);
        return near + (turns - Math.rint(turns)) * Studio.RATE / apart;
    }

    private static double phase(float[] sound, int from, int window, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < window; i++) {
            double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / window);
            double turn = (from + i) / FRAMES_PER_RADIAN * hertz;
            re += weight * sound[from + i] * Math.cos(turn);
            im -= weight * sound[from + i] * Math.sin(turn);
        }
        return Math.atan2(im, re);
    }

    private static double cents(double hertz, double wanted) {
        return 1_200 * Math.log(hertz / wanted) / Math.log(2);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(ints = {-24, -13, -7, -1, 0, 1, 5, 7, 11, 12, 19, 24})
    void a_recording_is_in_tune_at_every_pitch(int semitones) {
        float[] sound = Studio.left(Studio.track("sine", "steps x" + "-".repeat(63), "1 pitch " + semitones), 48_000);
        double wanted = Studio.SINE_HERTZ * Math.pow(2, semitones / 12.0);
        assertEquals(0, cents(hertz(sound, 2_000, 8_000, 8_000, wanted), wanted), 0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {-24, -12, 0, 7, 24})
    void the_subtractive_voice_is_in_tune(int semitones) {
        float[] sound = Studio.left(
                Studio.session(
                        "track a sub A",
                        "set volume 0 sub.mix 0 sub.wave saw sub.cutoff 20000 sub.sustain 1000",
                        "steps x" + "-".repeat(31),
                        "1 gate 400 pitch " + semitones),
                24_000);
        double wanted = 440 * Math.pow(2, (60 - 69 + semitones) / 12.0);
        assertEquals(0, cents(hertz(sound, 4_000, 8_000, 8_000, wanted), wanted), 0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0594630943592953, 1.2599, 1.4983, 1.9})
    void reading_between_samples_adds_less_than_the_table_promises(double rate) {
        Sinc sinc = new Sinc();
        long step = Math.round(rate * 4_294_967_296.0);
        assertTrue(error(sinc, step, 1_000) < -87, "at 1 kHz: " + error(sinc, step, 1_000));
        assertTrue(error(sinc, step, 10_000) < -72, "at 10 kHz: " + error(sinc, step, 10_000));
    }

    /** What is left of a sine, read at a speed, when the sine that it should be is taken away; dB. */
    private static double error(Sinc sinc, long step, double hertz) {
        float[] data = new float[40_000];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) Math.sin(i / FRAMES_PER_RADIAN * hertz);
        }
        float[] bank = sinc.bankFor(step);
        double turn = step / 4_294_967_296.0 / FRAMES_PER_RADIAN * hertz;
        Fit fit = new Fit();
        for (int i = 0; i < 16_000; i++) {
            fit.add(Sinc.read(data, (32L << 32) + i * step, bank), i * turn);
        }
        return 10 * Math.log10(fit.rest() / fit.whole());
    }

    /** Least squares of one sine and one cosine. */
    private static final class Fit {
        private double ss;
        private double cc;
        private double sc;
        private double sy;
        private double cy;
        private double yy;

        void add(double y, double angle) {
            double s = Math.sin(angle);
            double c = Math.cos(angle);
            ss += s * s;
            cc += c * c;
            sc += s * c;
            sy += s * y;
            cy += c * y;
            yy += y * y;
        }

        double whole() {
            return yy;
        }

        double rest() {
            double det = ss * cc - sc * sc;
            double a = (sy * cc - cy * sc) / det;
            double b = (cy * ss - sy * sc) / det;
            return Math.max(1e-30, yy - a * sy - b * cy);
        }
    }
}
