package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tutti.client.ui.Focus.Spot;
import tutti.client.ui.Spans;
import tutti.client.ui.kit.Span;
import tutti.edit.Field;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Place.OfLane;
import tutti.edit.Place.OfStep;
import tutti.edit.StepFields;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;

/** What hands do to steps, as puts. Absolute values, and only what differs from the snapshot that the person saw. */
record StepEdits(Session session, PatternSlot pattern) {
    static final int GHOST = 44;
    /** How far a velocity goes. */
    static final Span VELOCITY = Spans.of(StepFields.VELOCITY);

    /** All on, or all off if every one is on. */
    List<Mutation> toggle(Collection<Spot> spots) {
        boolean on = !spots.stream().allMatch(spot -> step(spot).on());
        return each(spots, StepFields.ON, step -> on);
    }

    List<Mutation> accent(Collection<Spot> spots) {
        boolean accent = !spots.stream()
                .allMatch(spot -> step(spot).accent() && step(spot).on());
        List<Mutation> puts = each(spots, StepFields.ACCENT, step -> accent);
        puts.addAll(accent ? each(spots, StepFields.ON, step -> true) : List.of());
        return puts;
    }

    /** Soft and on; if all are that already, back to the usual velocity. */
    List<Mutation> ghost(Collection<Spot> spots) {
        boolean ghosts = spots.stream()
                .allMatch(spot -> step(spot).velocity() == GHOST && step(spot).on());
        int velocity = ghosts ? Step.BLANK.velocity() : GHOST;
        List<Mutation> puts = each(spots, StepFields.VELOCITY, step -> velocity);
        puts.addAll(each(spots, StepFields.ON, step -> true));
        return puts;
    }

    /** Off; where all are off already, back to defaults. */
    List<Mutation> clear(Collection<Spot> spots) {
        boolean sounding = spots.stream().anyMatch(spot -> step(spot).on());
        if (sounding) {
            return each(spots, StepFields.ON, step -> false);
        }
        List<Mutation> puts = new ArrayList<>();
        spots.forEach(spot -> puts.addAll(become(spot, Step.BLANK)));
        return puts;
    }

    List<Mutation> louder(Collection<Spot> spots, int by) {
        return each(spots, StepFields.VELOCITY, step -> VELOCITY.bound(step.velocity() + (long) by));
    }

    /** Makes a step equal to another. What goes comes before what comes, so that no step holds too many locks. */
    List<Mutation> become(Spot spot, Step other) {
        List<Mutation> puts = new ArrayList<>();
        StepFields.table().all().forEach(field -> put(puts, place(spot), field, step(spot), other));
        return puts;
    }

    /** Makes a lane equal to another as far as that plays. */
    List<Mutation> become(NodeId track, Lane other) {
        List<Mutation> puts = new ArrayList<>();
        for (Field<Lane, ?> field : LaneFields.table().all()) {
            if (!field.get(lane(track)).equals(field.get(other))) {
                puts.add(new Mutation.Put<>(new OfLane(pattern, track), field.in(other)));
            }
        }
        for (int i = 0; i < other.length(); i++) {
            puts.addAll(become(new Spot(track, i), other.steps().at(i)));
        }
        return puts;
    }

    /** The lane's length, content kept. */
    List<Mutation> length(NodeId track, int length) {
        boolean same = lane(track).length() == length;
        return same ? List.of() : List.of(Mutation.put(new OfLane(pattern, track), LaneFields.LENGTH, length));
    }

    <T> List<Mutation> each(Collection<Spot> spots, Field<Step, T> field, Function<Step, T> value) {
        List<Mutation> puts = new ArrayList<>();
        for (Spot spot : spots) {
            T next = value.apply(step(spot));
            if (!field.get(step(spot)).equals(next)) {
                puts.add(Mutation.put(place(spot), field, next));
            }
        }
        return puts;
    }

    Step step(Spot spot) {
        return lane(spot.track()).steps().at(spot.step());
    }

    Lane lane(NodeId track) {
        return session.pattern(pattern).lane(track);
    }

    private OfStep place(Spot spot) {
        return new OfStep(pattern, spot.track(), spot.step());
    }

    private static <T> void put(List<Mutation> puts, OfStep place, Field<Step, T> field, Step now, Step next) {
        if (!field.get(now).equals(field.get(next))) {
            puts.add(field.set(next) ? puts.size() : 0, new Mutation.Put<>(place, field.in(next)));
        }
    }
}
