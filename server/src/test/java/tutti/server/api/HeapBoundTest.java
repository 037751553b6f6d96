package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("All of the heap is collected")
class HeapBoundTest {
    private static final long MEBI = 1 << 20;
    private static final long READY = 1_000;
    private static final long DUE = READY + Limits.COLLECT_MILLIS;

    private final HeapBound bound = new HeapBound(READY);

    @Test
    @DisplayName("when old objects are more than twice what lived, and never while they are few")
    void twice() {
        assertFalse(bound.isOver(Limits.OLD_BYTES, 0, DUE));
        assertFalse(bound.isOver(Limits.OLD_BYTES, MEBI, DUE));
        assertFalse(bound.isOver(200 * MEBI, 100 * MEBI, DUE));
        assertTrue(bound.isOver(200 * MEBI + 1, 100 * MEBI, DUE));
    }

    @Test
    @DisplayName("at most once in half a minute, however fast they pile up: each time everybody waits")
    void seldom() {
        assertFalse(bound.isOver(500 * MEBI, MEBI, DUE - 1));
        assertTrue(bound.isOver(500 * MEBI, MEBI, DUE));
        assertFalse(bound.isOver(500 * MEBI, MEBI, DUE + Limits.COLLECT_MILLIS - 1));
        assertTrue(bound.isOver(500 * MEBI, MEBI, DUE + Limits.COLLECT_MILLIS));
    }
}
