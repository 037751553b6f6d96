package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.edit.SessionFields;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Limits;
import tutti.music.Segment;
import tutti.music.Ticks;
import tutti.music.Timeline;

/** When things land: pure functions from one transport to the next. All times are room time, microseconds. */
final class Conductor {
    /** A bar that is nearer than this is too near: one retransmit of TCP would miss it. */
    static final long BAR_LEAD = 500_000;
    /** A beat that is nearer than this is too near for a tempo. */
    static final long BEAT_LEAD = 100_000;
    /** Play from stop, while everybody's round trip is short. */
    static final long NEAR_LEAD = 150_000;
    /** A short round trip. */
    static final long NEAR_TRIP = 20_000;

    private static final MemberId NOBODY = new MemberId("nobody");

    private Conductor() {}

    static Transport stopped(Session session) {
        Timeline timeline = Timeline.startingAt(0, session.tempo());
        return new Transport(
                0, timeline, List.of(new Launch(0, PatternSlot.A, NOBODY)), Optional.of(new Halt(0, NOBODY)));
    }

    /**
     * Whether a client's account of the room can be taken over: nothing in it is so large that what is played later
     * could not be said, and what plays has begun.
     */
    static boolean plausible(RoomClock clock) {
        Transport transport = clock.transport();
        List<Launch> launches = transport.launches();
        return clock.now() >= 0
                && within(clock.now(), Limits.MICROS)
                && transport.run() <= tutti.sync.Limits.RUNS
                && transport.timeline().segments().stream().allMatch(Conductor::plausible)
                && launches.stream().allMatch(launch -> within(launch.tick(), Limits.TICKS))
                && transport.halt().stream().allMatch(halt -> within(halt.tick(), Limits.TICKS))
                && launches.getFirst().tick()
                        <= Math.max(0, transport.timeline().tickAt(clock.now()));
    }

    private static boolean plausible(Segment segment) {
        return within(segment.startTick(), Limits.TICKS)
                && within(segment.startMicros(), Limits.MICROS)
                && SessionFields.TEMPO.kind().legal(segment.centiBpm());
    }

    private static boolean within(long value, long bound) {
        return value >= -bound && value <= bound;
    }

    static Transport play(
            Transport old, Optional<PatternSlot> pattern, MemberId by, Session session, long now, boolean near) {
        long tick = old.timeline().tickAt(now);
        if (old.plays(tick)) {
            return old;
        }
        Timeline timeline = Timeline.startingAt(now + (near ? NEAR_LEAD : BAR_LEAD), session.tempo());
        PatternSlot slot = pattern.orElseGet(() -> old.pattern(tick));
        return new Transport(old.run() + 1, timeline, List.of(new Launch(0, slot, by)), Optional.empty());
    }

    static Transport stop(Transport old, MemberId by, Session session, long now, boolean alone) {
        long tick = old.timeline().tickAt(now);
        if (!old.plays(tick) || (old.halt().isPresent() && !alone)) {
            return old;
        }
        long end = alone ? Math.max(0, tick) : nextBar(old.timeline(), session, now);
        return new Transport(old.run(), old.timeline(), old.launches(), Optional.of(new Halt(end, by)));
    }

    static Transport keep(Transport old, long now) {
        boolean ends = old.halt().isPresent() && old.plays(old.timeline().tickAt(now));
        return ends ? new Transport(old.run(), old.timeline(), old.launches(), Optional.empty()) : old;
    }

    static Transport launch(Transport old, PatternSlot pattern, MemberId by, Session session, long now) {
        long tick = old.timeline().tickAt(now);
        if (!old.plays(tick)) {
            return new Transport(old.run(), old.timeline(), List.of(new Launch(0, pattern, by)), old.halt());
        }
        Launch current = old.at(Math.max(0, tick));
        boolean waits = old.next(tick).filter(next -> next.pattern() == pattern).isPresent();
        List<Launch> launches = new ArrayList<>(List.of(current));
        if (!waits && current.pattern() != pattern) {
            launches.add(new Launch(nextBar(old.timeline(), session, now), pattern, by));
        }
        return new Transport(old.run(), old.timeline(), launches, old.halt());
    }

    static Transport tempo(Transport old, Session session, long now) {
        long tick = Math.max(0, old.timeline().tickAt(now + BEAT_LEAD) + 1);
        if (!old.plays(tick) || old.timeline().centiBpmAt(Long.MAX_VALUE / 2) == session.tempo()) {
            return old;
        }
        Timeline timeline = old.timeline().withTempo(roundUp(tick, Ticks.PER_QUARTER), session.tempo());
        return new Transport(old.run(), timeline, old.launches(), old.halt());
    }

    private static long nextBar(Timeline timeline, Session session, long now) {
        long bar = (long) session.meter().beats()
                * Ticks.PER_WHOLE
                / session.meter().unit();
        return roundUp(Math.max(0, timeline.tickAt(now + BAR_LEAD)) + 1, bar);
    }

    private static long roundUp(long tick, long unit) {
        return Math.ceilDiv(tick, unit) * unit;
    }
}
