package tutti.music;

import java.util.List;
import java.util.Optional;
import tutti.model.Scale;

/** The names of notes. Middle C is MIDI 60 and is called C4. */
public final class Notes {
    /** MIDI number of middle C. */
    public static final int MIDDLE_C = 60;

    /** The highest MIDI note. */
    public static final int MOST = 127;

    /** Semitones of an octave. */
    public static final int OCTAVE = 12;

    private static final List<String> SHARPS = List.of("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B");
    private static final List<String> FLATS = List.of("C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B");

    private Notes() {}

    /** The name of a pitch class (0 = C to 11 = B), spelt with sharps or with flats. */
    public static String pitchClass(int pitchClass, boolean flats) {
        return (flats ? FLATS : SHARPS).get(Math.floorMod(pitchClass, OCTAVE));
    }

    /** The name of a MIDI note with its octave: 60 is {@code C4}, 0 is {@code C-1}. */
    public static String name(int midi, boolean flats) {
        return pitchClass(midi, flats) + (Math.floorDiv(midi, OCTAVE) - 1);
    }

    /** The MIDI note (0 to 127) that {@code name} spells, with {@code ♯ #} or {@code ♭ b}; nothing if there is none. */
    public static Optional<Integer> parse(String name) {
        String plain = name.replace('#', '♯').replace('b', '♭');
        for (int midi = 0; midi <= MOST; midi++) {
            if (plain.equals(name(midi, false)) || plain.equals(name(midi, true))) {
                return Optional.of(midi);
            }
        }
        return Optional.empty();
    }

    /** Whether a key is written with flats, as its relative major is: F, B♭, E♭, A♭, D♭. */
    public static boolean flats(int root, Scale scale) {
        int relativeMajor = switch (scale) {
            case MAJOR, MAJOR_PENTATONIC, WHOLE_TONE, CHROMATIC -> 0;
            case MINOR, MINOR_PENTATONIC, BLUES, HARMONIC_MINOR, MELODIC_MINOR -> 3;
            case DORIAN -> 10;
            case PHRYGIAN -> 8;
            case LYDIAN -> 7;
            case MIXOLYDIAN -> 5;
            case LOCRIAN -> 1;
        };
        return List.of(1, 3, 5, 8, 10).contains((root + relativeMajor) % OCTAVE);
    }
}
