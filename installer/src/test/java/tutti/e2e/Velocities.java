package tutti.e2e;

import java.util.OptionalInt;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;

/** The edits of a client that edits for ever: lap after lap over the steps of its track. */
final class Velocities {
    private static final int STEPS = 128;
    /** Below what a step has that nobody touched, so that an edit which shows cannot be taken for none. */
    private static final int MOST = Step.BLANK.velocity() - 1;

    private Velocities() {}

    /** The step that edit {@code i} changes. */
    static Place.OfStep step(NodeId track, int i) {
        return new Place.OfStep(PatternSlot.A, track, i % STEPS);
    }

    /** What it puts there: never what stood there one lap before, or before all. */
    static int value(int i) {
        return 1 + (i + i / STEPS) % MOST;
    }

    /** What stands there; nothing if the track is not there. */
    static OptionalInt shown(Session session, NodeId track, int i) {
        return step(track, i)
                .get(session)
                .map(step -> OptionalInt.of(StepFields.VELOCITY.get(step)))
                .orElse(OptionalInt.empty());
    }
}
