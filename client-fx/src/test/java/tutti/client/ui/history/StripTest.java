package tutti.client.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Past.Author;
import tutti.client.ui.Past.Deed;

@DisplayName("The strip of a room's life")
class StripTest {
    private static final int ANN = 0x112233;
    private static final int BOB = 0x445566;

    private static Deed deed(long seq, long second, int rgb, int weight) {
        return new Deed(
                seq, seq, second * 1_000, new Author("x", rgb), "did", 1, weight, Set.of(), Set.of(), List.of());
    }

    @Test
    @DisplayName("is empty before anything was done")
    void empty() {
        Strip strip = Strip.of(List.of(), 4);
        assertEquals(4, strip.columns().size());
        assertEquals(-1, strip.nearest(0.5));
        assertTrue(strip.columns().stream()
                .allMatch(c -> c.height() == 0 && c.shares().isEmpty()));
    }

    @Test
    @DisplayName("goes from the oldest on the left to the newest on the right, each column in its authors' colours")
    void order() {
        Strip strip = Strip.of(List.of(deed(3, 60, BOB, 1), deed(2, 0, BOB, 1), deed(1, 0, ANN, 3)), 2);
        assertEquals(Map.of(ANN, 0.75, BOB, 0.25), strip.columns().getFirst().shares());
        assertEquals(Map.of(BOB, 1.0), strip.columns().getLast().shares());
        assertEquals(1, strip.columns().getFirst().height());
        assertTrue(strip.columns().getLast().height() < 1);
    }

    @Test
    @DisplayName("makes long pauses short, and shows them")
    void pauses() {
        Strip strip = Strip.of(List.of(deed(3, 86_500, ANN, 1), deed(2, 90, ANN, 1), deed(1, 0, ANN, 1)), 10);
        assertEquals(0.5, strip.moments().get(1).at(), 1e-9);
        assertFalse(strip.columns().get(5).pause());
        assertTrue(strip.columns().getLast().pause());
    }

    @Test
    @DisplayName("marks where much changed")
    void much() {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            deeds.addFirst(deed(i, i * 60L, ANN, i == 10 ? 200 : 2));
        }
        Strip strip = Strip.of(deeds, 40);
        assertEquals(1, strip.columns().stream().filter(Strip.Column::much).count());
        assertTrue(strip.columns().get((int) (strip.at(deeds.get(10)) * 40)).much());
    }

    @Test
    @DisplayName("finds the moment that is pointed at, of those at one place the last")
    void scrubbing() {
        List<Deed> deeds = List.of(deed(3, 300, ANN, 1), deed(2, 30, ANN, 1), deed(1, 0, ANN, 1));
        Strip strip = Strip.of(deeds, 10);
        assertEquals(0, strip.nearest(0));
        assertEquals(1, strip.nearest(strip.at(deeds.get(1)) + 0.05));
        assertEquals(2, strip.nearest(1));
    }
}
