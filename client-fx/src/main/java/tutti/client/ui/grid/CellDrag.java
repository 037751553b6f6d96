package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.client.ui.Focus.Spot;
import tutti.edit.Mutation;
import tutti.edit.Place.OfStep;
import tutti.edit.StepFields;
import tutti.model.Step;

/**
 * A press on a cell until its release. The first 4 pixels decide: sideways paints what the first cell became, up and
 * down sets velocity; the other button erases.
 */
final class CellDrag {
    private static final double DECIDES = 4;
    private static final double FINE = 0.25;

    /** What the press turned out to be. */
    enum Kind {
        OPEN,
        PAINT,
        ERASE,
        VELOCITY
    }

    private final StepEdits before;
    private final Spot first;
    private final Set<Spot> group;
    private final boolean other;
    private final double startX;
    private final double startY;
    private final Set<Spot> touched = new LinkedHashSet<>();
    private Kind kind = Kind.OPEN;
    private int last;
    private double anchorY;
    private double anchorBy;
    private boolean fine;
    private int by;

    /**
     * @param group spots whose velocities move together with the first; it is one of them or they are ignored
     * @param other whether it is the other (right) button
     */
    CellDrag(StepEdits before, Spot first, Set<Spot> group, boolean other, double x, double y) {
        this.before = before;
        this.first = first;
        this.other = other;
        this.startX = x;
        this.startY = y;
        this.last = first.step();
        this.group = group.contains(first) ? group : Set.of(first);
        this.touched.addAll(this.group);
    }

    Kind kind() {
        return kind;
    }

    Spot first() {
        return first;
    }

    /** The pointer is at x, y over step {@code at} of the first cell's lane. */
    List<Mutation> move(double x, double y, int at, boolean fineNow) {
        if (kind == Kind.OPEN) {
            decide(Math.abs(x - startX), Math.abs(y - startY), y);
        }
        return switch (kind) {
            case OPEN -> List.of();
            case PAINT -> paint(at, !before.step(first).on());
            case ERASE -> paint(at, false);
            case VELOCITY -> velocity(y, at, fineNow);
        };
    }

    /** Let go: a press that never moved is a click. */
    List<Mutation> release() {
        return kind == Kind.OPEN && !other ? before.toggle(Set.of(first)) : List.of();
    }

    /** The step that a click turns on; nothing if it is turned off, or this is no click. */
    Optional<Step> lit() {
        Step was = before.step(first);
        return kind == Kind.OPEN && !other && !was.on() ? Optional.of(was) : Optional.empty();
    }

    private void decide(double dx, double dy, double y) {
        if (Math.max(dx, dy) < DECIDES) {
            return;
        }
        if (dx >= dy || other) {
            kind = other ? Kind.ERASE : Kind.PAINT;
            touched.clear();
        } else {
            kind = Kind.VELOCITY;
            anchorY = y;
        }
    }

    private List<Mutation> paint(int at, boolean on) {
        List<Mutation> puts = new ArrayList<>();
        for (int i = Math.min(last, at); i <= Math.max(last, at); i++) {
            Spot spot = new Spot(first.track(), i);
            boolean fresh = i < before.lane(first.track()).length() && touched.add(spot);
            if (fresh && before.step(spot).on() != on) {
                puts.add(Mutation.put(place(spot), StepFields.ON, on));
            }
        }
        last = at;
        return puts;
    }

    private List<Mutation> velocity(double y, int at, boolean fineNow) {
        if (fine != fineNow) {
            anchorBy = by;
            anchorY = y;
            fine = fineNow;
        }
        int was = by;
        by = (int) Math.round(anchorBy + (anchorY - y) * (fine ? FINE : 1));
        Set<Spot> fresh = neighbours(at);
        List<Mutation> puts = new ArrayList<>();
        for (Spot spot : by == was ? fresh : touched) {
            puts.add(Mutation.put(place(spot), StepFields.VELOCITY, level(spot)));
        }
        if (puts.isEmpty() || before.step(first).on()) {
            return puts;
        }
        puts.add(Mutation.put(place(first), StepFields.ON, true));
        return puts;
    }

    /** Steps that the pointer reached since the last move and that are on. */
    private Set<Spot> neighbours(int at) {
        Set<Spot> fresh = new LinkedHashSet<>();
        for (int i = Math.min(last, at); i <= Math.max(last, at); i++) {
            Spot spot = new Spot(first.track(), i);
            if (before.step(spot).on() && touched.add(spot)) {
                fresh.add(spot);
            }
        }
        last = at;
        return fresh;
    }

    /** Chosen steps keep their distance; neighbours that were swept over take the first one's level. */
    private int level(Spot spot) {
        int own = before.step(group.contains(spot) ? spot : first).velocity();
        return StepEdits.VELOCITY.bound(own + (long) by);
    }

    private OfStep place(Spot spot) {
        return new OfStep(before.pattern(), spot.track(), spot.step());
    }
}
