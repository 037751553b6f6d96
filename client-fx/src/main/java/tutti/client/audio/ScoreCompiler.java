package tutti.client.audio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tutti.model.Lane;
import tutti.model.Meter;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Track;
import tutti.music.Chance;
import tutti.music.Fill;
import tutti.music.LaneRun;
import tutti.music.StepTimes;
import tutti.music.Ticks;
import tutti.music.Timeline;

/**
 * Turns a session and what plays of it into a score. It keeps what it made: a track or lane that is still the same
 * costs nothing. One thread, whichever owns the session; it may block for as long as a recording takes to decode.
 */
public final class ScoreCompiler {
    private record LaneKey(PatternSlot pattern, NodeId track) {}

    private record LaneMemo(Lane lane, LaneScore score) {}

    private record TrackMemo(Track track, TrackScore score) {}

    private final Instruments instruments;
    private final Slots slots = new Slots();
    private final Map<LaneKey, LaneMemo> lanes = new HashMap<>();
    private final Map<NodeId, TrackMemo> tracks = new HashMap<>();

    /** Compiles with the sounds that those instruments find. */
    public ScoreCompiler(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * The score of a session.
     *
     * @param launches what plays and what comes after it, at most two, in order of time; none is silence
     */
    public Score compile(Session session, Timeline timeline, List<Launch> launches) {
        List<Shelf.Entry<Track>> live = session.liveTracks();
        List<NodeId> ids = live.stream().map(Shelf.Entry::id).toList();
        slots.keep(ids);
        tracks.keySet().retainAll(ids);
        lanes.keySet().removeIf(key -> !ids.contains(key.track()));
        @Nullable TrackScore[] compiled = new TrackScore[Limits.SLOTS];
        for (Shelf.Entry<Track> entry : live) {
            compiled[slots.of(entry.id())] = track(entry.id(), entry.node());
        }
        List<Part> parts = new ArrayList<>();
        for (Launch launch : launches) {
            parts.add(part(session, live, launch));
        }
        return new Score(timeline, compiled, parts, master(session));
    }

    private static Score.Master master(Session session) {
        Meter meter = session.meter();
        return new Score.Master(
                (float) Dsp.gain(session.effects().volume() / 1_000.0),
                Dsp.gain(session.effects().limiter().ceiling() / 1_000.0),
                Dsp.onePole(session.effects().limiter().release() / 1_000.0),
                Ticks.PER_WHOLE / meter.unit(),
                meter.beats());
    }

    private TrackScore track(NodeId id, Track track) {
        TrackMemo memo = tracks.get(id);
        if (memo == null || !memo.track().equals(track)) {
            memo = new TrackMemo(track, compiled(id, track));
            tracks.put(id, memo);
        }
        return memo.score();
    }

    private TrackScore compiled(NodeId id, Track track) {
        Optional<Track> played = instruments.played(track);
        double shift = played.filter(as -> !as.instrument().equals(track.instrument()))
                .map(Track::transpose)
                .orElse(0);
        return new TrackScore(
                id,
                played.map(instruments::patch).orElse(Patch.SILENT),
                new Strip(track),
                track.choke(),
                track.transpose() + shift + track.sampling().tune() / 100.0,
                frames(track.sampling().attack()),
                frames(track.sampling().release()),
                id.text().hashCode());
    }

    private static int frames(int milliseconds) {
        return milliseconds * Limits.RATE / 1_000;
    }

    /** A track on its own, to be auditioned. */
    public Audition audition(Track track, int semitones, int velocity) {
        return new Audition(compiled(new NodeId("audition"), track), semitones, velocity);
    }

    private Part part(Session session, List<Shelf.Entry<Track>> live, Launch launch) {
        @Nullable LaneScore[] scores = new LaneScore[Limits.SLOTS];
        @Nullable Chance[] chances = new Chance[Limits.SLOTS];
        Optional<LaneRun> above = Optional.empty();
        for (Shelf.Entry<Track> entry : live) {
            Lane lane = session.pattern(launch.pattern()).lane(entry.id());
            LaneRun run = LaneRun.of(lane, session.meter(), session.seed(), launch.run(), entry.id());
            if (sounds(lane)) {
                int slot = slots.of(entry.id());
                StepTimes times = StepTimes.of(session, entry.node(), lane);
                scores[slot] = lane(new LaneKey(launch.pattern(), entry.id()), lane, times);
                chances[slot] = new Chance(run, above, Fill.NEVER);
            }
            above = Optional.of(run);
        }
        return new Part(launch.run(), launch.start(), launch.end(), scores, chances);
    }

    private static boolean sounds(Lane lane) {
        for (int i = 0; i < lane.length(); i++) {
            if (lane.steps().at(i).on()) {
                return true;
            }
        }
        return false;
    }

    private LaneScore lane(LaneKey key, Lane lane, StepTimes times) {
        LaneMemo memo = lanes.get(key);
        if (memo == null || !memo.lane().equals(lane) || !memo.score().times().equals(times)) {
            memo = new LaneMemo(lane, new LaneScore(lane, times));
            lanes.put(key, memo);
        }
        return memo.score();
    }
}
