package tutti.model;

import java.util.Optional;

/**
 * Parameters of the subtractive voice.
 *
 * @param wave of both oscillators
 * @param width per mille of a period that a square is up
 * @param detune cents between the two oscillators
 * @param mix per mille of the second oscillator
 * @param octave of the second oscillator, −2 to 2
 * @param noise per mille
 * @param cutoff hertz
 * @param resonance per mille
 * @param envelope per mille of five octaves that the envelope moves the cutoff, either way
 * @param attack milliseconds
 * @param decay milliseconds
 * @param sustain per mille
 * @param release milliseconds
 * @param glide milliseconds between notes that slide
 */
public record Subtractive(
        Wave wave,
        int width,
        int detune,
        int mix,
        int octave,
        int noise,
        int cutoff,
        int resonance,
        int envelope,
        int attack,
        int decay,
        int sustain,
        int release,
        int glide) {
    /** The oscillators' wave. */
    public enum Wave {
        SAW("saw"),
        SQUARE("square"),
        TRIANGLE("triangle"),
        SINE("sine");

        private final String code;

        Wave(String code) {
            this.code = code;
        }

        /** The word in documents. */
        public String code() {
            return code;
        }

        /** The wave that {@code code} spells. */
        public static Optional<Wave> parse(String code) {
            return Codes.find(values(), Wave::code, code);
        }
    }

    /** A plain saw through a half open filter. */
    public static final Subtractive BLANK =
            new Subtractive(Wave.SAW, 500, 8, 300, 0, 0, 1_200, 200, 400, 2, 240, 600, 80, 60);
}
