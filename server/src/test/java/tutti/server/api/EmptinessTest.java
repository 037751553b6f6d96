package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server that ends when empty")
class EmptinessTest {
    private final Emptiness emptiness = new Emptiness(1_000);

    @Test
    @DisplayName("waits 30 s for the first to come")
    void nobodyCame() {
        assertFalse(emptiness.isOver(false, false, 1_000 + Limits.NOBODY_CAME_MILLIS - 1));
        assertTrue(emptiness.isOver(false, false, 1_000 + Limits.NOBODY_CAME_MILLIS));
    }

    @Test
    @DisplayName("does not end before what the last start left owing is paid")
    void stillPaying() {
        assertFalse(emptiness.isOver(false, true, 1_000 + Limits.NOBODY_CAME_MILLIS));
        assertTrue(emptiness.isOver(false, false, 1_001 + Limits.NOBODY_CAME_MILLIS));
    }

    @Test
    @DisplayName("stays while anybody is there, for hours")
    void somebodyIsThere() {
        assertFalse(emptiness.isOver(true, true, 2_000));
        assertFalse(emptiness.isOver(true, true, 10_000_000));
    }

    @Test
    @DisplayName("ends a moment after the last has left, not while one goes from room to room")
    void everybodyLeft() {
        assertFalse(emptiness.isOver(true, true, 5_000));
        assertFalse(emptiness.isOver(true, false, 5_000 + Limits.EMPTY_MILLIS - 1));
        assertFalse(emptiness.isOver(true, true, 5_000 + Limits.EMPTY_MILLIS));
        assertFalse(emptiness.isOver(true, false, 5_001 + Limits.EMPTY_MILLIS));
        assertTrue(emptiness.isOver(true, false, 5_000 + 2 * Limits.EMPTY_MILLIS));
    }
}
