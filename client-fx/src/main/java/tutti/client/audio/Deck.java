package tutti.client.audio;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tutti.music.Ratchet;

/**
 * A score, its timeline, its voices and its bus. The engine has one for what the room plays; a draft or a past moment
 * that is heard beside it is another. Scores come from any thread, the rest is the audio thread's.
 */
final class Deck {
    private static final int OF_A_WHOLE_STEP = 100;

    private final AtomicReference<@Nullable Score> next = new AtomicReference<>();
    private final Scheduler scheduler = new Scheduler();
    private final Voices voices = new Voices(Limits.VOICES, Limits.TAILS);
    private final Channel[] channels = new Channel[Limits.SLOTS];
    private final Note note = new Note();
    private final float[] scratch = new float[Limits.CHUNK];
    private final Meters meters;
    private @Nullable Score score;
    private Ears ears = Ears.FIRST;

    Deck(Meters meters) {
        this.meters = meters;
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new Channel();
        }
    }

    /** From the next chunk on this score is played. Any thread; never blocks. */
    void play(Score newest) {
        next.set(newest);
    }

    /** The score that sounds now, if any. Audio thread. */
    @Nullable Score score() {
        return score;
    }

    Voices voices() {
        return voices;
    }

    /** Adds the frames from {@code frame} on, at most {@link Limits#CHUNK}, to the bus. */
    void advance(long frame, int frames, Ears heardBy, float[] left, float[] right) {
        Score now = next.getAcquire();
        if (now == null) {
            return;
        }
        adopt(now, heardBy, frame);
        scheduler.find(now, frame, frame + frames);
        int done = 0;
        for (int event = 0; event < scheduler.count(); event++) {
            int at = (int) (scheduler.frame(event) - frame);
            voices.render(frame + done, at - done, scratch, channels, done);
            done = at;
            perform(now, event);
        }
        voices.render(frame + done, frames - done, scratch, channels, done);
        for (int slot = 0; slot < channels.length; slot++) {
            channels[slot].mix(left, right, frames);
            meters.track(slot, channels[slot].peak(), channels[slot].square(), frames);
        }
    }

    private void adopt(Score now, Ears heardBy, long frame) {
        if (now == score && heardBy == ears) {
            return;
        }
        for (int slot = 0; slot < channels.length; slot++) {
            TrackScore before = score == null ? null : score.track(slot);
            TrackScore after = now.track(slot);
            boolean another = before == null || after == null || !before.id().equals(after.id());
            if (another && before != null) {
                voices.cut(slot, frame);
            }
            boolean heard = after != null && heardBy.hear(after.id());
            if (after != null) {
                channels[slot].adopt(after.strip(), heard, another);
            }
        }
        score = now;
        ears = heardBy;
    }

    private void perform(Score now, int event) {
        int slot = scheduler.slot(event);
        TrackScore track = now.track(slot);
        Part part = scheduler.part(event);
        LaneScore lane = part == null ? null : part.lane(slot);
        if (track == null || part == null || lane == null) {
            return;
        }
        long k = scheduler.step(event);
        if (lane.continues(k)) {
            long next = lane.continues(k + 1) ? k + 1 : Voice.NEVER;
            voices.hold(slot, k, releaseAt(now, part, lane, k, 0, OF_A_WHOLE_STEP), next);
        } else {
            begin(now, part, track, lane, slot, k, scheduler.hit(event), scheduler.frame(event));
        }
    }

    private void begin(
            Score now, Part part, TrackScore track, LaneScore lane, int slot, long k, int hit, long frame) {
        int i = lane.index(k);
        int velocity = Ratchet.velocity(lane.velocity(i), lane.ramp(i), hit, lane.ratchet(i));
        note.sound = track.patch();
        note.slot = slot;
        note.choke = track.choke();
        note.frame = frame;
        note.gain = Loudness.of(velocity, lane.accent(i));
        note.force = Loudness.force(velocity, lane.accent(i));
        note.semitones = lane.pitch(i) + track.transpose();
        note.attack = track.attack();
        note.release = track.release();
        note.heldFor = lane.continues(k + 1) ? k + 1 : Voice.NEVER;
        note.seed = track.seed() + (int) k * 8 + hit;
        boolean ringsOut = track.patch().ringsOut() && lane.gate(i) == LaneScore.NO_GATE;
        note.releaseAt = ringsOut ? Voice.NEVER : releaseAt(now, part, lane, k, hit, OF_A_WHOLE_STEP);
        voices.start(note);
    }

    /** When the key of step {@code k} goes up: at its gate's end, or when the tie after it takes over. */
    private static long releaseAt(Score now, Part part, LaneScore lane, long k, int hit, int without) {
        int gate = lane.gate(lane.index(k));
        long tick = lane.continues(k + 1)
                ? lane.hit(k + 1, 0)
                : lane.end(k, hit, gate == LaneScore.NO_GATE ? without : gate);
        return now.timeline().frameAt(part.launch() + tick);
    }

    /** Everything that is to come comes {@code frames} later. */
    void shift(long frames) {
        voices.shift(frames);
    }
}
