package tutti.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The scales, as semitones above the root. */
public enum Scale {
    MAJOR("major", 0, 2, 4, 5, 7, 9, 11),
    MINOR("minor", 0, 2, 3, 5, 7, 8, 10),
    DORIAN("dorian", 0, 2, 3, 5, 7, 9, 10),
    PHRYGIAN("phrygian", 0, 1, 3, 5, 7, 8, 10),
    LYDIAN("lydian", 0, 2, 4, 6, 7, 9, 11),
    MIXOLYDIAN("mixolydian", 0, 2, 4, 5, 7, 9, 10),
    LOCRIAN("locrian", 0, 1, 3, 5, 6, 8, 10),
    HARMONIC_MINOR("harmonic-minor", 0, 2, 3, 5, 7, 8, 11),
    MELODIC_MINOR("melodic-minor", 0, 2, 3, 5, 7, 9, 11),
    MAJOR_PENTATONIC("major-pentatonic", 0, 2, 4, 7, 9),
    MINOR_PENTATONIC("minor-pentatonic", 0, 3, 5, 7, 10),
    BLUES("blues", 0, 3, 5, 6, 7, 10),
    WHOLE_TONE("whole-tone", 0, 2, 4, 6, 8, 10),
    CHROMATIC("chromatic", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    private final String code;
    private final int mask;

    Scale(String code, int... semitones) {
        this.code = code;
        this.mask = Arrays.stream(semitones).map(semitone -> 1 << semitone).sum();
    }

    /** The word in documents. */
    public String code() {
        return code;
    }

    /** Ascending semitones from the root, 0 to 11. */
    public List<Integer> semitones() {
        return IntStream.range(0, 12).filter(i -> (mask >> i & 1) == 1).boxed().toList();
    }

    /** The scale that {@code code} spells. */
    public static Optional<Scale> parse(String code) {
        return Codes.find(values(), Scale::code, code);
    }
}
