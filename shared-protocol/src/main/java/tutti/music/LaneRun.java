package tutti.music;

import tutti.model.Condition;
import tutti.model.Lane;
import tutti.model.Meter;
import tutti.model.NodeId;
import tutti.model.Step;

/**
 * A lane in one run (from play to stop), as chance sees it.
 *
 * @param lane the steps
 * @param clock where they stand
 * @param seed the lane's dice in this run
 */
public record LaneRun(Lane lane, LaneClock clock, long seed) {
    private static final int CERTAIN = 100;

    /** The lane of {@code track} in a room of that meter; the dice come from the session's seed, run and track. */
    public static LaneRun of(Lane lane, Meter meter, int sessionSeed, long run, NodeId track) {
        long seed = Mix.with(Mix.with(Mix.of(sessionSeed), run), track.text());
        return new LaneRun(lane, LaneClock.of(lane, meter), seed);
    }

    /** The step that plays as number {@code k}. */
    public Step step(long k) {
        return lane.steps().at(clock.indexOf(k));
    }

    /** Whether the dice let step {@code k} play: the same answer whenever it is asked, {@code chance} times in 100. */
    boolean rolls(long k) {
        return Mix.below(Mix.with(seed, k), CERTAIN) < step(k).chance();
    }

    /** What the condition of step {@code k} says by itself, before it is negated; true if it repeats a verdict. */
    boolean ownTest(long k, Fill fill) {
        Condition condition = step(k).condition();
        return switch (condition.test()) {
            case LAP -> Math.floorMod(clock.lapOf(k), condition.b()) == condition.a() - 1;
            case FIRST -> clock.lapOf(k) == 0;
            case FILL -> fill.at(clock.tickOf(k));
            case ALWAYS, PREVIOUS, NEIGHBOUR -> true;
        };
    }

    /**
     * Whether the last step at or before {@code k} that was put to a test of its own passed it: a condition, or a
     * chance below 100 %. Steps that are off or repeat another's verdict are passed over. The look back is one lap, and
     * never beyond the launch; false if there was no such step.
     */
    boolean lastVerdict(long k, Fill fill) {
        long oldest = Math.max(0, k - clock.length() + 1);
        for (long at = k; at >= oldest; at--) {
            if (isTested(step(at))) {
                return rolls(at) && ownTest(at, fill) != step(at).condition().not();
            }
        }
        return false;
    }

    private static boolean isTested(Step step) {
        return step.on()
                && switch (step.condition().test()) {
                    case LAP, FIRST, FILL -> true;
                    case ALWAYS -> step.chance() < CERTAIN;
                    case PREVIOUS, NEIGHBOUR -> false;
                };
    }
}
