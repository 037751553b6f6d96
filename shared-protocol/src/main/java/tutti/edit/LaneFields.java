package tutti.edit;

import java.util.List;
import java.util.Optional;
import tutti.edit.Fields.Part;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.StepValue;

/** The fields of a lane. */
public final class LaneFields {
    private static final Fields<Lane> TABLE = Fields.of("lane", Lane.BLANK);
    private static final Part<Lane, Lane> LANE = Part.whole(TABLE, Lane.class);

    public static final Field<Lane, Integer> LENGTH =
            LANE.add("length", Kinds.whole(Unit.STEPS, 1, Limits.STEPS), Lane::length);
    public static final Field<Lane, StepValue> VALUE = LANE.add(
            "value", Kinds.choice(StepValue::code, StepValue::parse, List.of(StepValue.values())), Lane::value);
    public static final Field<Lane, Integer> RESTART =
            LANE.add("restart", Kinds.whole(Unit.BARS, 0, Limits.BARS), Lane::restart);
    public static final Field<Lane, Optional<Integer>> SWING_BY_LANE =
            LANE.add("swingByLane", Kinds.maybe(Kinds.SWING), Lane::swingByLane);

    private LaneFields() {}

    /** The whole table. */
    public static Fields<Lane> table() {
        return TABLE;
    }
}
