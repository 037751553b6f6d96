package tutti.client.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tutti.client.ui.Focus;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.sync.Trail;

/**
 * Goes to what an undo or redo did, if none of it is in sight.
 *
 * @param sight whether a row can be seen now
 */
record Revisit(Bench bench, Rows rows, Predicate<LaneRow> sight) {
    /** Somewhere in the grid; without a step a whole row. */
    private record Spot(PatternSlot pattern, NodeId track, OptionalInt step) {}

    void go(Trail trail) {
        List<Spot> spots = trail.places().stream()
                .flatMap(place -> spot(place).stream())
                .filter(spot -> bench.order().contains(spot.track()))
                .toList();
        if (!spots.isEmpty() && spots.stream().noneMatch(this::seen)) {
            look(spots.getFirst());
        }
    }

    private Optional<Spot> spot(Place<?> place) {
        return switch (place) {
            case Place.OfStep of -> Optional.of(new Spot(of.slot(), of.track(), OptionalInt.of(of.index())));
            case Place.OfLane of -> Optional.of(new Spot(of.slot(), of.track(), OptionalInt.empty()));
            case Root.OfTrack of -> Optional.of(new Spot(bench.focus().pattern(), of.id(), OptionalInt.empty()));
            case Place.OfSession _, Place.OfEffects _, Place.OfPattern _ -> Optional.empty();
            case Root.OfSection _, Root.OfMuteSet _, Root.OfMoment _ -> Optional.empty();
        };
    }

    private boolean seen(Spot spot) {
        return spot.pattern() == bench.focus().pattern()
                && rows.row(spot.track())
                        .filter(sight)
                        .filter(row -> spot.step().isEmpty()
                                || row.shape().shows(spot.step().getAsInt()))
                        .isPresent();
    }

    private void look(Spot spot) {
        Focus focus = bench.focus();
        boolean plays = spot.pattern() == bench.view().shared().transport().pattern();
        Focus there = spot.pattern() == focus.pattern() ? focus : focus.looking(spot.pattern(), plays);
        bench.look(there.on(spot.track(), spot.step().orElse(0)));
    }
}
