package tutti.client.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.model.Lane;
import tutti.model.StepValue;
import tutti.music.Ticks;

@DisplayName("x is time everywhere")
class TimeAxisTest {
    private static final TimeAxis BAR = new TimeAxis(772, Ticks.PER_WHOLE, Ticks.PER_QUARTER);

    private static LaneShape shape(StepValue value, int length, int page) {
        Lane lane = new Lane(length, value, 0, Lane.BLANK.swingByLane(), Lane.BLANK.steps());
        return LaneShape.of(BAR, lane, page);
    }

    @Test
    @DisplayName("4 px between steps, 12 px between beats, and the bar fills its width")
    void gaps() {
        LaneShape sixteenths = shape(StepValue.SIXTEENTH, 16, 0);
        assertEquals(4, sixteenths.x(1) - sixteenths.end(0), 1);
        assertEquals(12, sixteenths.x(4) - sixteenths.end(3), 1);
        assertEquals(0, sixteenths.x(0));
        assertEquals(772, sixteenths.end(15), 1);
    }

    @Test
    @DisplayName("an eighth is two 16ths and their gap wide, a triplet two thirds")
    void widths() {
        double sixteenth = shape(StepValue.SIXTEENTH, 16, 0).width(0);
        assertEquals(2 * sixteenth + 4, shape(StepValue.EIGHTH, 8, 0).width(0), 1);
        assertEquals(
                (sixteenth + 4) * 2 / 3 - 4,
                shape(StepValue.SIXTEENTH_TRIPLET, 24, 0).width(0),
                1);
    }

    @ParameterizedTest
    @DisplayName("cells of any value lie side by side, never over one another, and begin where their moment is")
    @EnumSource(StepValue.class)
    void order(StepValue value) {
        LaneShape shape = shape(value, 128, 0);
        for (int i = shape.first(); i < shape.last() - 1; i++) {
            assertTrue(shape.end(i) > shape.x(i));
            assertTrue(shape.x(i + 1) > shape.end(i));
            assertEquals(i, shape.at((shape.x(i) + shape.end(i)) / 2));
        }
        assertTrue(shape.end(shape.last() - 1) <= 773);
    }

    @Test
    @DisplayName("a lane of 32 sixteenths has two pages, each begins at the left")
    void pages() {
        LaneShape second = shape(StepValue.SIXTEENTH, 32, 1);
        assertEquals(2, second.pages());
        assertEquals(16, second.first());
        assertEquals(0, second.x(16));
        assertEquals(1, second.pageOf(31));
        assertTrue(shape(StepValue.SIXTEENTH, 32, 0).laneEnd() < 0);
    }

    @Test
    @DisplayName("a page beyond the lane is its last page")
    void pageIsBounded() {
        assertEquals(1, shape(StepValue.SIXTEENTH, 32, 9).page());
    }
}
