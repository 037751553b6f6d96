package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A ring")
class RingTest {
    private static Piece piece(long upTo) {
        return new Piece(upTo, Frame.text("12345678"));
    }

    @Test
    @DisplayName("drops its oldest beyond a number of frames, and says where it begins")
    void boundedByFrames() {
        Ring ring = new Ring(10, 2, 1000);
        ring.append(List.of(piece(11), piece(13), piece(14)));
        assertEquals(14, ring.high());
        assertFalse(ring.holds(10));
        assertTrue(ring.holds(11));
        assertFalse(ring.holds(12), "inside a frame");
        assertTrue(ring.holds(14));
        assertEquals(
                List.of(14L), ring.after(13, 1000).stream().map(Piece::upTo).toList());
        assertEquals(List.of(), ring.after(10, 1000));
    }

    @Test
    @DisplayName("drops its oldest beyond a number of bytes, but never its newest")
    void boundedByBytes() {
        Ring ring = new Ring(0, 100, 25);
        ring.append(List.of(piece(1), piece(2), piece(3)));
        assertFalse(ring.holds(0));
        assertTrue(ring.holds(1));
        ring.append(List.of(new Piece(4, Frame.text("x".repeat(100)))));
        assertFalse(ring.holds(2));
        assertTrue(ring.holds(3));
        assertEquals(1, ring.after(3, 1).size());
    }

    @Test
    @DisplayName("gives as many frames as begin within the room there is")
    void givesWhatFits() {
        Ring ring = new Ring(0, 100, 1000);
        ring.append(List.of(piece(1), piece(2), piece(3)));
        assertEquals(1, ring.after(0, 10).size());
        assertEquals(2, ring.after(0, 11).size());
        assertEquals(0, ring.after(0, 0).size());
    }

    @Test
    @DisplayName("takes positions only in rising order")
    void rising() {
        Ring ring = new Ring(5, 100, 1000);
        assertThrows(IllegalArgumentException.class, () -> ring.append(List.of(piece(5))));
        assertThrows(IllegalArgumentException.class, () -> new Ring(Ring.NOTHING, 1, 1));
    }
}
