package tutti.music;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import tutti.edit.Field;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Place.OfLane;
import tutti.edit.Place.OfStep;
import tutti.edit.StepFields;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.Step;

/**
 * What one click does to a whole lane, as the puts that bring it about: only values that change are put, so that two
 * people's work in one lane meets as little as possible. Steps beyond the lane's length stay as they are, except where
 * {@link #twice} brings them into view.
 */
public final class LaneTools {
    private LaneTools() {}

    /** Every step moved {@code by} places to the right (negative: left), round the lane's length. */
    public static List<Mutation> rotate(OfLane at, Lane lane, int by) {
        return each(at, lane, i -> lane.steps().at(Math.floorMod(i - by, lane.length())));
    }

    /** The last step first. */
    public static List<Mutation> reverse(OfLane at, Lane lane) {
        return each(at, lane, i -> lane.steps().at(lane.length() - 1 - i));
    }

    /** The second half becomes the mirror image of the first, so that the lane reads the same from both ends. */
    public static List<Mutation> mirror(OfLane at, Lane lane) {
        return each(at, lane, i -> lane.steps().at(Math.min(i, lane.length() - 1 - i)));
    }

    /**
     * {@code hits} steps on, spread as evenly as the lane allows and beginning with the first (Bjorklund's rhythms, by
     * Bresenham's line: step i is on where i·hits mod length is less than hits). All other values stay.
     *
     * @param hits 0 or more; from the lane's length on, every step is on
     */
    public static List<Mutation> euclid(OfLane at, Lane lane, int hits) {
        return each(at, lane, i -> StepFields.ON.with(lane.steps().at(i), i * hits % lane.length() < hits));
    }

    /** Twice as long, the second half as the first; nothing if that would be longer than a lane can be. */
    public static List<Mutation> twice(OfLane at, Lane lane) {
        if (lane.length() * 2 > Limits.STEPS) {
            return List.of();
        }
        List<Mutation> puts = new ArrayList<>();
        puts.add(Mutation.put(at, LaneFields.LENGTH, lane.length() * 2));
        for (int i = 0; i < lane.length(); i++) {
            puts.addAll(change(at, lane, lane.length() + i, lane.steps().at(i)));
        }
        return List.copyOf(puts);
    }

    /** Half as long, rounded down, but at least one step; the steps stay and come back with the length. */
    public static List<Mutation> half(OfLane at, Lane lane) {
        int length = Math.max(1, lane.length() / 2);
        return length == lane.length() ? List.of() : List.of(Mutation.put(at, LaneFields.LENGTH, length));
    }

    /** Every step back to its defaults. */
    public static List<Mutation> clear(OfLane at, Lane lane) {
        return each(at, lane, i -> Step.BLANK);
    }

    private static List<Mutation> each(OfLane at, Lane lane, IntFunction<Step> wanted) {
        List<Mutation> puts = new ArrayList<>();
        for (int i = 0; i < lane.length(); i++) {
            puts.addAll(change(at, lane, i, wanted.apply(i)));
        }
        return List.copyOf(puts);
    }

    /** Values that go come before values that come, so that a step never holds more locks than it may. */
    private static List<Mutation> change(OfLane at, Lane lane, int index, Step wanted) {
        Step was = lane.steps().at(index);
        OfStep place = new OfStep(at.slot(), at.track(), index);
        List<Mutation> puts = new ArrayList<>();
        for (Field<Step, ?> field : StepFields.table().all()) {
            if (!field.get(was).equals(field.get(wanted))) {
                puts.add(field.set(wanted) ? puts.size() : 0, put(place, field, wanted));
            }
        }
        return puts;
    }

    private static <T> Mutation put(Place<Step> place, Field<Step, T> field, Step wanted) {
        return Mutation.put(place, field, field.get(wanted));
    }
}
