package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.Session;

/** A client takes an edit for acknowledged when it shows and nothing waits: it may not show before it was made. */
@DisplayName("What the clients of the stories put")
class VelocitiesTest {
    private static final NodeId TRACK = new NodeId("track");

    @Test
    @DisplayName("shows after the edit and never before")
    void shows() {
        Mutation insert = new Mutation.Insert<>(
                new Root.OfTrack(TRACK), List.of(TrackFields.POSITION.of(Order.spread(TRACK, 0, 1))));
        Session session = after(Session.BLANK, insert);
        for (int i = 0; i < 30_000; i++) {
            OptionalInt wanted = OptionalInt.of(Velocities.value(i));
            assertNotEquals(wanted, Velocities.shown(session, TRACK, i), "before edit " + i);
            session = after(session, Mutation.put(Velocities.step(TRACK, i), StepFields.VELOCITY, Velocities.value(i)));
            assertEquals(wanted, Velocities.shown(session, TRACK, i), "after edit " + i);
        }
    }

    private static Session after(Session session, Mutation mutation) {
        return ((Outcome.Changed) Reducer.reduce(session, List.of(mutation))).next();
    }
}
