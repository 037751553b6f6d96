package tutti.music;

import java.util.Optional;
import tutti.model.Condition;
import tutti.model.Step;

/**
 * Whether a step plays: its chance, and then its condition. Pure in the document, the run and the step's number, with a
 * look back of at most one lap, so whoever joins late rolls the same. Allocates nothing.
 *
 * <p>Laps are the lane's own and counted from the launch. "Previous" is the verdict on the step before on this lane
 * that was put to a test (see {@link LaneRun#lastVerdict}); "neighbour" the newest such verdict on the lane above, at
 * this step's own written moment included.
 *
 * @param lane the lane that plays
 * @param above the lane of the track above it in the order of positions, if there is one
 * @param fill when somebody holds fill
 */
public record Chance(LaneRun lane, Optional<LaneRun> above, Fill fill) {
    /** Whether step {@code k}, counted from the launch, plays. */
    public boolean plays(long k) {
        Step step = lane.step(k);
        return step.on()
                && lane.rolls(k)
                && test(step.condition(), k) != step.condition().not();
    }

    private boolean test(Condition condition, long k) {
        return switch (condition.test()) {
            case ALWAYS, LAP, FIRST, FILL -> lane.ownTest(k, fill);
            case PREVIOUS -> lane.lastVerdict(k - 1, fill);
            case NEIGHBOUR -> above.isPresent() && neighbour(above.get(), k);
        };
    }

    private boolean neighbour(LaneRun other, long k) {
        return other.lastVerdict(other.clock().lastUntil(lane.clock().tickOf(k)), fill);
    }
}
