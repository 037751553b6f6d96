package tutti.client.audio;

import tutti.music.Ratchet;

/** Turns what the scheduler found into notes: how loud, how high, how long. Audio thread only. */
final class Player {
    private static final int WHOLE_STEP = 100;

    private final Note note = new Note();

    /** The note of an event; the same object every time. */
    Note note(Score score, TrackScore track, Scheduler found, int event) {
        LaneScore lane = found.lane(event);
        long k = found.step(event);
        int i = lane.index(k);
        int velocity = Ratchet.velocity(lane.velocity(i), lane.ramp(i), found.hit(event), lane.ratchet(i));
        note.sound = track.patch();
        note.slot = found.slot(event);
        note.choke = track.choke();
        note.frame = found.frame(event);
        note.gain = Loudness.of(velocity, lane.accent(i));
        note.force = Loudness.force(velocity, lane.accent(i));
        note.semitones = lane.pitch(i) + track.transpose();
        note.attack = track.attack();
        note.release = track.release();
        note.heldFor = heldFor(lane, k);
        note.seed = track.seed() + (int) k * 8 + found.hit(event);
        boolean ringsOut = track.patch().ringsOut() && lane.gate(i) == LaneScore.NO_GATE;
        note.releaseAt = ringsOut ? Voice.NEVER : releaseAt(score, found, event);
        return note;
    }

    /** The step that goes on with the note of step {@code k}, or {@link Voice#NEVER}. */
    long heldFor(LaneScore lane, long k) {
        return lane.continues(k + 1) ? k + 1 : Voice.NEVER;
    }

    /** When the key of an event goes up: at its gate's end, or when the tie after it takes over. */
    long releaseAt(Score score, Scheduler found, int event) {
        LaneScore lane = found.lane(event);
        long k = found.step(event);
        int gate = lane.gate(lane.index(k));
        long tick = lane.continues(k + 1)
                ? lane.hit(k + 1, 0)
                : lane.end(k, found.hit(event), gate == LaneScore.NO_GATE ? WHOLE_STEP : gate);
        return score.timeline().frameAt(found.part(event).launch() + tick);
    }
}
