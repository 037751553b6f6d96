package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.Condition;
import tutti.model.Lane;
import tutti.model.Locks;
import tutti.model.Meter;
import tutti.model.NodeId;
import tutti.model.Step;
import tutti.model.StepValue;
import tutti.model.Steps;

@DisplayName("Whether a step plays")
class ChanceTest {
    private static final Step PLAIN = step(100, Condition.ALWAYS);
    private static final Fill NEVER = Fill.NEVER;

    @Test
    @DisplayName("A:B counts the lane's own laps")
    void laps() {
        Lane lane = lane(3, Step.BLANK, step(100, Condition.lap(2, 3)));
        assertEquals(List.of(4L, 13L, 22L), playing(alone(lane, 0), 1, 27));
        Lane not = lane(3, Step.BLANK, step(100, Condition.lap(2, 3).negated()));
        assertEquals(List.of(1L, 7L, 10L, 16L), playing(alone(not, 0), 1, 18));
    }

    @Test
    @DisplayName("first is the first lap only, and its opposite all others")
    void first() {
        Lane lane = lane(2, step(100, Condition.of(Condition.Test.FIRST)));
        assertEquals(List.of(0L), playing(alone(lane, 0), 0, 8));
        Lane not = lane(2, step(100, Condition.of(Condition.Test.FIRST).negated()));
        assertEquals(List.of(2L, 4L, 6L), playing(alone(not, 0), 0, 8));
    }

    @Test
    @DisplayName("a lane that restarts every bar still comes to its second lap")
    void lapsOverRestart() {
        Lane lane = new Lane(16, StepValue.SIXTEENTH, 1, Optional.empty(), steps(step(100, Condition.lap(2, 2))));
        assertEquals(List.of(16L, 48L), playing(alone(lane, 0), 0, 64));
    }

    @Test
    @DisplayName("previous repeats the verdict before it, over steps that are off or not put to a test")
    void previous() {
        Step previous = step(100, Condition.of(Condition.Test.PREVIOUS));
        Lane lane = lane(5, step(100, Condition.lap(1, 2)), PLAIN, Step.BLANK, previous, previous);
        assertEquals(List.of(0L, 1L, 3L, 4L, 6L, 10L, 11L, 13L, 14L, 16L), playing(alone(lane, 0), 0, 20));
        Step not = step(100, Condition.of(Condition.Test.PREVIOUS).negated());
        assertEquals(List.of(0L, 6L), playing(alone(lane(5, step(100, Condition.lap(1, 2)), not), 0), 0, 10));
    }

    @Test
    @DisplayName("previous looks back over the loop, but not beyond the launch")
    void previousOverTheLoop() {
        Step previous = step(100, Condition.of(Condition.Test.PREVIOUS));
        Lane lane = lane(4, previous, step(100, Condition.lap(1, 2)));
        assertEquals(List.of(1L, 4L, 9L, 12L), playing(alone(lane, 0), 0, 16));
    }

    @Test
    @DisplayName("neighbour repeats the newest verdict of the lane above, also one at the same moment")
    void neighbour() {
        Step neighbour = step(100, Condition.of(Condition.Test.NEIGHBOUR));
        LaneRun above = run(lane(4, step(100, Condition.lap(1, 2))), 0, "a");
        LaneRun lane = run(lane(4, neighbour, Step.BLANK, neighbour), 0, "b");
        Chance chance = new Chance(lane, Optional.of(above), NEVER);
        assertEquals(List.of(0L, 2L, 8L, 10L), playing(chance, 0, 16));
        assertEquals(List.of(), playing(new Chance(lane, Optional.empty(), NEVER), 0, 16), "no lane above");
    }

    @Test
    @DisplayName("neighbour finds the moment in a lane of another step value")
    void neighbourOfAnotherGrid() {
        Step neighbour = step(100, Condition.of(Condition.Test.NEIGHBOUR));
        Lane eighths = new Lane(4, StepValue.EIGHTH, 0, Optional.empty(), steps(step(100, Condition.lap(2, 2))));
        LaneRun lane = run(lane(1, neighbour), 0, "b");
        Chance chance = new Chance(lane, Optional.of(run(eighths, 0, "a")), NEVER);
        assertEquals(LongStream.range(8, 16).boxed().toList(), playing(chance, 0, 16));
    }

    @Test
    @DisplayName("fill plays while somebody holds it, and its opposite while nobody does")
    void fill() {
        Fill second = tick -> tick >= Ticks.PER_SIXTEENTH;
        Step fill = step(100, Condition.of(Condition.Test.FILL));
        Step not = step(100, Condition.of(Condition.Test.FILL).negated());
        LaneRun lane = run(lane(2, fill, fill), 0, "a");
        assertEquals(List.of(1L), playing(new Chance(lane, Optional.empty(), second), 0, 2));
        LaneRun opposite = run(lane(2, not, not), 0, "a");
        assertEquals(List.of(0L), playing(new Chance(opposite, Optional.empty(), second), 0, 2));
    }

    @Test
    @DisplayName("a chance of 0 never plays, 100 always, 30 three times in ten")
    void shares() {
        assertEquals(
                0,
                playing(alone(lane(1, step(0, Condition.ALWAYS)), 7), 0, 10_000).size());
        assertEquals(10_000, playing(alone(lane(1, PLAIN), 7), 0, 10_000).size());
        int some = playing(alone(lane(1, step(30, Condition.ALWAYS)), 7), 0, 10_000)
                .size();
        assertTrue(Math.abs(some - 3_000) < 150, "of 3,000: " + some);
    }

    @Test
    @DisplayName("whoever joins late hears what the others hear; the next run rolls anew")
    void lateJoiner() {
        Lane lane = lane(7, step(50, Condition.ALWAYS), step(100, Condition.of(Condition.Test.PREVIOUS)));
        List<Long> fromTheStart = playing(alone(lane, 3), 0, 5_000);
        List<Long> joined = playing(alone(lane, 3), 4_000, 5_000);
        assertEquals(fromTheStart.stream().filter(k -> k >= 4_000).toList(), joined);
        assertFalse(fromTheStart.equals(playing(alone(lane, 4), 0, 5_000)));
    }

    private static Chance alone(Lane lane, long run) {
        return new Chance(run(lane, run, "a"), Optional.empty(), NEVER);
    }

    private static LaneRun run(Lane lane, long run, String track) {
        return LaneRun.of(lane, Meter.COMMON, 99, run, new NodeId(track));
    }

    private static List<Long> playing(Chance chance, long from, long to) {
        return LongStream.range(from, to).filter(chance::plays).boxed().toList();
    }

    private static Lane lane(int length, Step... cells) {
        return new Lane(length, StepValue.SIXTEENTH, 0, Optional.empty(), steps(cells));
    }

    private static Steps steps(Step... cells) {
        Steps steps = Steps.NONE;
        for (int i = 0; i < cells.length; i++) {
            steps = steps.with(i, cells[i]);
        }
        return steps;
    }

    private static Step step(int chance, Condition condition) {
        return new Step(
                true, 100, false, 0, List.of(), Optional.empty(), false, false, chance, condition, 1, 0, 0, Locks.NONE);
    }
}
