package tutti.music;

import tutti.model.Lane;
import tutti.model.Session;
import tutti.model.Track;

/**
 * How written moments are moved to played ones.
 *
 * <p>On the bar grid, the second unit (16th or 8th) of each pair falls at 50 + {@code perMille}/40 per cent of the
 * pair, and what is written between stretches in proportion. Pairs are counted from each bar, so what is written at one
 * moment sounds at one moment in every lane; a unit at the end of a bar that has no partner stays straight. Amounts are
 * per mille of half a unit, 0 to {@value #MOST}. Nothing is ever moved before its written moment or over another.
 */
public sealed interface Swing {
    /** The most that can be asked for: the second unit falls at 75 % of the pair. */
    int MOST = 1_000;

    /** No swing: triplet lanes, and an amount of 0. */
    Swing STRAIGHT = new Straight();

    /** The played moment, in ticks since the launch, of what is written at {@code tick} in step {@code k}. */
    long played(long k, long tick);

    /** No played moment is later than the written one by more than this many ticks. */
    long mostLate();

    /**
     * How {@code lane} of {@code track} swings: by its own count if it was imported so, straight if its steps are
     * triplets, else on the bar grid by the track's amount or the room's.
     */
    static Swing of(Session session, Track track, Lane lane) {
        if (lane.swingByLane().isPresent()) {
            return byLane(lane.swingByLane().get(), LaneClock.of(lane, session.meter()));
        }
        int amount = lane.value().triplet() ? 0 : track.swing().orElse(session.swing());
        return onGrid(amount, Ticks.of(session.swingUnit()), Ticks.bar(session.meter()));
    }

    /**
     * Swing of the room's bar grid.
     *
     * @param unitTicks {@link Ticks#PER_SIXTEENTH} or {@link Ticks#PER_EIGHTH}
     * @param barTicks length of a bar, from which pairs are counted
     */
    static Swing onGrid(int perMille, int unitTicks, int barTicks) {
        return perMille == 0 ? STRAIGHT : new OnGrid(perMille, unitTicks, barTicks);
    }

    /** The old meaning, for imported lanes: every odd place of the lane is late by a share of half a step. */
    static Swing byLane(int perMille, LaneClock clock) {
        return perMille == 0 ? STRAIGHT : new ByLane(perMille, clock);
    }

    /** Played as written. */
    record Straight() implements Swing {
        @Override
        public long played(long k, long tick) {
            return tick;
        }

        @Override
        public long mostLate() {
            return 0;
        }
    }

    /** See {@link Swing#onGrid}. */
    record OnGrid(int perMille, int unitTicks, int barTicks) implements Swing {
        @Override
        public long played(long k, long tick) {
            long inBar = Math.floorMod(tick, (long) barTicks);
            long inPair = inBar % (2L * unitTicks);
            if (inBar - inPair + 2L * unitTicks > barTicks) {
                return tick;
            }
            return tick + Math.min(inPair, 2L * unitTicks - inPair) * perMille / (2L * MOST);
        }

        @Override
        public long mostLate() {
            return (long) unitTicks * perMille / (2L * MOST);
        }
    }

    /** See {@link Swing#byLane}. */
    record ByLane(int perMille, LaneClock clock) implements Swing {
        @Override
        public long played(long k, long tick) {
            return clock.indexOf(k) % 2 == 0 ? tick : tick + mostLate();
        }

        @Override
        public long mostLate() {
            return (long) clock.stepTicks() * perMille / (2L * MOST);
        }
    }
}
