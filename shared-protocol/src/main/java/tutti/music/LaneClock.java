package tutti.music;

import tutti.model.Lane;
import tutti.model.Meter;

/**
 * Where the steps of a lane stand on the written grid. Steps are numbered by the absolute count {@code k} = 0, 1, 2 …
 * from the launch, so each step of a run has one number for ever; moments are ticks since the launch.
 *
 * <p>A lane that restarts begins again with its first step every {@code restartTicks}, and the step before is cut short
 * if it does not fit. Laps count on over a restart (a lap that was cut off counts), so that "every second lap" keeps
 * its meaning in a lane that restarts every bar.
 *
 * @param stepTicks length of a step, positive
 * @param length steps of a lap, positive
 * @param restartTicks ticks from one restart to the next, or 0 for never
 */
public record LaneClock(int stepTicks, int length, long restartTicks) {
    /** @throws IllegalArgumentException if a length is not positive, or the restart negative */
    public LaneClock {
        if (stepTicks <= 0 || length <= 0 || restartTicks < 0) {
            throw new IllegalArgumentException(stepTicks + " ticks × " + length + " every " + restartTicks);
        }
    }

    /** The clock of {@code lane} in a room of that meter. */
    public static LaneClock of(Lane lane, Meter meter) {
        return new LaneClock(Ticks.of(lane.value()), lane.length(), (long) lane.restart() * Ticks.bar(meter));
    }

    /** The written moment of step {@code k}, in ticks since the launch. */
    public long tickOf(long k) {
        if (restartTicks == 0) {
            return k * stepTicks;
        }
        long window = Math.floorDiv(k, stepsPerWindow());
        return window * restartTicks + Math.floorMod(k, stepsPerWindow()) * stepTicks;
    }

    /** How long step {@code k} is written: {@code stepTicks}, or less where a restart cuts it off. */
    public long ticksOf(long k) {
        return tickOf(k + 1) - tickOf(k);
    }

    /** The place of step {@code k} in the lane, 0 to {@code length - 1}. */
    public int indexOf(long k) {
        return (int) Math.floorMod(restartTicks == 0 ? k : Math.floorMod(k, stepsPerWindow()), (long) length);
    }

    /** How many laps began before the one of step {@code k}: 0 in the first. */
    public long lapOf(long k) {
        if (restartTicks == 0) {
            return Math.floorDiv(k, length);
        }
        long lapsPerWindow = Math.ceilDiv(stepsPerWindow(), length);
        long window = Math.floorDiv(k, stepsPerWindow());
        return window * lapsPerWindow + Math.floorMod(k, stepsPerWindow()) / length;
    }

    /** The first step whose written moment is {@code tick} or later. */
    public long firstFrom(long tick) {
        if (restartTicks == 0) {
            return Math.ceilDiv(tick, stepTicks);
        }
        long window = Math.floorDiv(tick, restartTicks);
        long inWindow = Math.ceilDiv(Math.floorMod(tick, restartTicks), stepTicks);
        return window * stepsPerWindow() + inWindow;
    }

    /** The last step whose written moment is {@code tick} or earlier: the step that a playhead stands on. */
    public long lastUntil(long tick) {
        return firstFrom(tick + 1) - 1;
    }

    private long stepsPerWindow() {
        return Math.ceilDiv(restartTicks, stepTicks);
    }
}
