package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.Scale;

@DisplayName("Notes and keys")
class NotesTest {
    @Test
    @DisplayName("middle C is MIDI 60 is C4")
    void middleC() {
        assertEquals("C4", Notes.name(Notes.MIDDLE_C, false));
        assertEquals("C-1", Notes.name(0, false));
        assertEquals("G9", Notes.name(127, false));
        assertEquals("B♭3", Notes.name(58, true));
    }

    @Test
    @DisplayName("every name is read back, with signs or letters")
    void names() {
        for (int midi = 0; midi <= Notes.MOST; midi++) {
            assertEquals(Optional.of(midi), Notes.parse(Notes.name(midi, false)));
            assertEquals(Optional.of(midi), Notes.parse(Notes.name(midi, true)));
        }
        assertEquals(Optional.of(61), Notes.parse("C#4"));
        assertEquals(Optional.of(61), Notes.parse("Db4"));
        assertEquals(Optional.empty(), Notes.parse("H4"));
        assertEquals(Optional.empty(), Notes.parse("C11"));
    }

    @Test
    @DisplayName("a key is spelt as its relative major is")
    void spelling() {
        assertEquals("G minor", new Key(7, Scale.MINOR).text());
        assertTrue(Notes.flats(7, Scale.MINOR));
        assertEquals("B♭ major", new Key(10, Scale.MAJOR).text());
        assertEquals("F♯ minor pentatonic", new Key(6, Scale.MINOR_PENTATONIC).text());
        assertEquals("E♭ mixolydian", new Key(3, Scale.MIXOLYDIAN).text());
        assertEquals("A lydian", new Key(9, Scale.LYDIAN).text());
    }

    @Test
    @DisplayName("the nearest note of a key is in it, and a note of it is its own nearest")
    void nearest() {
        for (Scale scale : Scale.values()) {
            for (int root = 0; root < Notes.OCTAVE; root++) {
                Key key = new Key(root, scale);
                for (int midi = 12; midi < 116; midi++) {
                    assertTrue(key.has(key.nearest(midi)));
                    assertEquals(key.has(midi), key.nearest(midi) == midi);
                }
            }
        }
        assertEquals(60, new Key(0, Scale.MAJOR).nearest(61), "the lower of two");
    }

    @Test
    @DisplayName("the hits of a ratchet rise to the step's velocity, or fall from it")
    void ratchets() {
        assertEquals(77, Ratchet.velocity(100, 23, 0, 3));
        assertEquals(89, Ratchet.velocity(100, 23, 1, 3));
        assertEquals(100, Ratchet.velocity(100, 23, 2, 3));
        assertEquals(100, Ratchet.velocity(100, -50, 0, 2));
        assertEquals(50, Ratchet.velocity(100, -50, 1, 2));
        assertEquals(1, Ratchet.velocity(100, 100, 0, 8), "never silent");
        assertEquals(64, Ratchet.velocity(64, 100, 0, 1), "one hit is the step itself");
    }
}
