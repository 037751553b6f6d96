package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A store is rewritten by itself")
class GrowthTest {
    private static final Growth GROWTH = new Growth(100, 4, 1_000);

    @Test
    @DisplayName("not while it is small, however empty")
    void small() {
        assertFalse(GROWTH.due(100, 0));
        assertTrue(GROWTH.due(101, 0));
    }

    @Test
    @DisplayName("when it is so many times as large as what is of use in it")
    void factor() {
        assertFalse(GROWTH.due(800, 200));
        assertTrue(GROWTH.due(801, 200));
        assertEquals(800, GROWTH.next(500, 200), "looks again then");
    }

    @Test
    @DisplayName("when so much of it is of no use, however much else it holds")
    void most() {
        assertFalse(GROWTH.due(11_000, 10_000));
        assertTrue(GROWTH.due(11_001, 10_000));
        assertEquals(11_000, GROWTH.next(10_500, 10_000), "looks again then");
    }

    @Test
    @DisplayName("and is looked at again only when it has grown by some, since a look reads all of it")
    void seldom() {
        assertEquals(1_025, GROWTH.next(1_000, 0));
    }
}
