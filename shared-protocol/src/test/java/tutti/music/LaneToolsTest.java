package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Field;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Outcome.Changed;
import tutti.edit.Place.OfLane;
import tutti.edit.Reducer;
import tutti.edit.StepFields;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;
import tutti.model.Track;

@DisplayName("Lane tools")
class LaneToolsTest {
    private static final long SEED = 88;
    private static final NodeId TRACK = new NodeId("t");
    private static final OfLane AT = new OfLane(PatternSlot.A, TRACK);

    private final SplittableRandom dice = new SplittableRandom(SEED);

    @Test
    @DisplayName("rotating left then right is identity")
    void rotateBack() {
        for (int i = 0; i < 15; i++) {
            Lane lane = anyLane();
            int by = dice.nextInt(-200, 200);
            assertEquals(lane, use(use(lane, rotate(by)), rotate(-by)), () -> "seed " + SEED);
        }
    }

    @Test
    @DisplayName("rotating by the length is identity, and changes nothing")
    void rotateRound() {
        Lane lane = anyLane();
        assertEquals(List.of(), LaneTools.rotate(AT, lane, lane.length()));
    }

    @Test
    @DisplayName("rotating by one moves the last step to the front")
    void rotateOne() {
        Lane lane = lane(5, 4);
        assertEquals(lane(5, 0), use(lane, rotate(1)));
        assertEquals(lane(5, 3), use(lane, rotate(-1)));
    }

    @Test
    @DisplayName("reversing twice is identity")
    void reverseTwice() {
        for (int i = 0; i < 15; i++) {
            Lane lane = anyLane();
            assertEquals(lane, use(use(lane, LaneTools::reverse), LaneTools::reverse), () -> "seed " + SEED);
        }
    }

    @Test
    @DisplayName("a mirrored lane is its own reverse, and keeps its first half")
    void mirror() {
        for (int i = 0; i < 15; i++) {
            Lane lane = anyLane();
            Lane mirrored = use(lane, LaneTools::mirror);
            assertEquals(List.of(), LaneTools.reverse(AT, mirrored), () -> "seed " + SEED);
            for (int k = 0; k < (lane.length() + 1) / 2; k++) {
                assertEquals(lane.steps().at(k), mirrored.steps().at(k));
            }
        }
    }

    @Test
    @DisplayName("euclid spreads its hits evenly, from the first step on")
    void euclid() {
        assertEquals("x..x..x.", drawn(use(length(8), euclid(3))));
        assertEquals("x.x.xx.x", drawn(use(length(8), euclid(5))));
        assertEquals("x...x...x...x...", drawn(use(length(16), euclid(4))));
        assertEquals(".....", drawn(use(length(5), euclid(0))));
        assertEquals("xxxxx", drawn(use(length(5), euclid(9))));
    }

    @Test
    @DisplayName("euclid has as many hits as asked for, and distances that differ by one at most")
    void euclidIsEven() {
        for (int length = 1; length <= Limits.STEPS; length += 1 + length / 8) {
            for (int hits = 1; hits <= length; hits += 1 + hits / 8) {
                String drawn = drawn(use(length(length), euclid(hits)));
                int[] gaps = List.of(drawn.substring(1).split("x", -1)).stream()
                        .mapToInt(String::length)
                        .toArray();
                assertEquals(hits, gaps.length);
                for (int gap : gaps) {
                    assertTrue(gap + 1 == length / hits || gap + 1 == (length + hits - 1) / hits, drawn);
                }
            }
        }
    }

    @Test
    @DisplayName("doubling copies the first half, and halving gives the lane back")
    void twiceAndHalf() {
        for (int i = 0; i < 15; i++) {
            Lane lane = anyLane();
            Lane doubled = use(lane, LaneTools::twice);
            if (lane.length() > Limits.STEPS / 2) {
                assertEquals(lane, doubled);
            } else {
                assertEquals(lane.length() * 2, doubled.length());
                assertEquals(List.of(), LaneTools.rotate(AT, doubled, lane.length()), "both halves are equal");
                assertEquals(lane.length(), use(doubled, LaneTools::half).length());
            }
        }
        assertEquals(List.of(), LaneTools.half(AT, length(1)));
    }

    @Test
    @DisplayName("a cleared lane has its length, and no value in it; what lies beyond stays")
    void clear() {
        Lane lane = anyLane().with(127, Step.BLANK);
        Lane shorter = LaneFields.LENGTH.with(lane, 100).with(120, StepFields.ON.with(Step.BLANK, true));
        Lane cleared = use(shorter, LaneTools::clear);
        assertEquals(100, cleared.length());
        for (int i = 0; i < 100; i++) {
            assertEquals(Step.BLANK, cleared.steps().at(i));
        }
        assertTrue(cleared.steps().at(120).on());
    }

    private static BiFunction<OfLane, Lane, List<Mutation>> rotate(int by) {
        return (at, lane) -> LaneTools.rotate(at, lane, by);
    }

    private static BiFunction<OfLane, Lane, List<Mutation>> euclid(int hits) {
        return (at, lane) -> LaneTools.euclid(at, lane, hits);
    }

    private static Lane use(Lane lane, BiFunction<OfLane, Lane, List<Mutation>> tool) {
        Session session = Session.BLANK
                .withTracks(Session.BLANK.tracks().with(TRACK, Track.BLANK))
                .with(PatternSlot.A, Session.BLANK.pattern(PatternSlot.A).with(TRACK, lane));
        Changed changed = assertInstanceOf(Changed.class, Reducer.reduce(session, tool.apply(AT, lane)));
        return changed.next().pattern(PatternSlot.A).lane(TRACK);
    }

    private static Lane length(int length) {
        return LaneFields.LENGTH.with(Lane.BLANK, length);
    }

    private static Lane lane(int length, int on) {
        return length(length).with(on, StepFields.ON.with(Step.BLANK, true));
    }

    private Lane anyLane() {
        Lane lane = length(1 + dice.nextInt(Limits.STEPS));
        for (int i = 0; i < Limits.STEPS; i++) {
            lane = dice.nextInt(3) == 0 ? lane.with(i, anyStep()) : lane;
        }
        return lane;
    }

    private Step anyStep() {
        Step step = StepFields.ON.with(Step.BLANK, true);
        for (Field<Step, ?> field : StepFields.table().all()) {
            boolean lock = StepFields.LOCKS.contains(field);
            if (dice.nextInt(4) == 0 && !(lock && step.locks().all().size() == Limits.LOCKS)) {
                step = field.sample(dice.nextLong()).into(step);
            }
        }
        return step;
    }

    private static String drawn(Lane lane) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < lane.length(); i++) {
            drawn.append(lane.steps().at(i).on() ? 'x' : '.');
        }
        return drawn.toString();
    }
}
