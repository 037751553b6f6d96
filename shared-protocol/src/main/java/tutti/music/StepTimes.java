package tutti.music;

import tutti.model.Lane;
import tutti.model.Session;
import tutti.model.Track;

/**
 * When the steps of a lane are played: the written grid, moved by swing and then by a step's own nudge. All moments are
 * ticks since the launch; a nudge can bring the very first step before 0, where an engine plays it at 0.
 *
 * @param clock the written grid
 * @param swing how written moments are moved
 */
public record StepTimes(LaneClock clock, Swing swing) {
    /** A nudge moves a step by at most this many thousandths of its length, either way. */
    public static final int MOST_NUDGE = 500;

    /** When the steps of {@code lane}, which belongs to {@code track}, are played. */
    public static StepTimes of(Session session, Track track, Lane lane) {
        return new StepTimes(LaneClock.of(lane, session.meter()), Swing.of(session, track, lane));
    }

    /** When step {@code k} begins; {@code nudge} in thousandths of a step, -500 to 500. */
    public long onset(long k, int nudge) {
        return played(k, 0, 1, nudge);
    }

    /**
     * When hit {@code i} of {@code count} of step {@code k} begins. Hits divide the step evenly on the written grid and
     * are swung with it, so that two hits of a 16th fall together with two 32nds of another lane.
     */
    public long hit(long k, int nudge, int i, int count) {
        return played(k, i, count, nudge);
    }

    /** When a note of step {@code k} that is held for {@code gate} per cent of its step ends. */
    public long end(long k, int nudge, int gate) {
        return played(k, gate, 100, nudge);
    }

    /** The first step that can begin at {@code tick} or later, whatever its nudge. */
    public long firstNear(long tick) {
        return clock.firstFrom(tick - swing.mostLate() - mostNudged());
    }

    /** The last step that can begin at {@code tick} or earlier, whatever its nudge. */
    public long lastNear(long tick) {
        return clock.lastUntil(tick + mostNudged());
    }

    private long played(long k, int part, int of, int nudge) {
        long written = clock.tickOf(k) + clock.ticksOf(k) * part / of;
        return swing.played(k, written) + Math.floorDiv((long) clock.stepTicks() * nudge, 1_000);
    }

    private long mostNudged() {
        return (long) clock.stepTicks() * MOST_NUDGE / 1_000;
    }
}
