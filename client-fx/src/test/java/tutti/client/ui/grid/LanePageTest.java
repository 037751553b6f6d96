package tutti.client.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of a lane")
class LanePageTest {
    private static final long SECOND = 1_000_000_000L;

    private final LanePage page = new LanePage();

    @Test
    @DisplayName("follows the playhead")
    void follows() {
        assertTrue(page.follow(1, false, 0));
        assertEquals(1, page.seen());
        assertFalse(page.follow(1, false, 0));
    }

    @Test
    @DisplayName("never turns under a pointer")
    void pointed() {
        assertFalse(page.follow(1, true, 0));
        assertEquals(0, page.seen());
    }

    @Test
    @DisplayName("stays for four seconds where an edit needed it")
    void needed() {
        page.need(2, 10 * SECOND);
        assertFalse(page.follow(0, false, 13 * SECOND));
        assertTrue(page.follow(0, false, 15 * SECOND));
    }

    @Test
    @DisplayName("stays where a person chose it, until they choose it again")
    void chosen() {
        page.choose(3);
        assertFalse(page.follow(0, false, 100 * SECOND));
        page.choose(3);
        assertTrue(page.follow(0, false, 100 * SECOND));
    }
}
