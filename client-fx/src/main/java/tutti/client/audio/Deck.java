package tutti.client.audio;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A score, its timeline, its voices and its bus. The engine has one for what the room plays; a draft or a past moment
 * that is heard beside it is another. Scores come from any thread, the rest is the audio thread's.
 */
final class Deck {
    private final AtomicReference<@Nullable Score> next = new AtomicReference<>();
    private final Scheduler scheduler = new Scheduler();
    private final Voices voices;
    private final Channel[] channels = new Channel[Limits.SLOTS];
    private final Player player = new Player();
    private final float[] scratch = new float[Limits.CHUNK];
    private final Meters meters;
    private @Nullable Score score;
    private Listener listener = Listener.FIRST;

    Deck(Meters meters, Sinc sinc) {
        this.meters = meters;
        this.voices = new Voices(Limits.VOICES, Limits.TAILS, sinc);
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new Channel();
        }
    }

    /** From the next chunk on this score is played. Any thread; never blocks. */
    void play(Score newest) {
        next.set(newest);
    }

    /** The score that sounds now, if any. Audio thread. */
    @Nullable
    Score score() {
        return score;
    }

    Voices voices() {
        return voices;
    }

    /** Adds the frames from {@code frame} on, at most {@link Limits#CHUNK}, to the bus. */
    void advance(long frame, int frames, Listener heardBy, float[] left, float[] right) {
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

    private void adopt(Score now, Listener heardBy, long frame) {
        if (now == score && heardBy == listener) {
            return;
        }
        for (int slot = 0; slot < channels.length; slot++) {
            TrackScore before = score == null ? null : score.track(slot);
            TrackScore after = now.track(slot);
            boolean another = before == null || after == null || !before.id().equals(after.id());
            if (another && before != null) {
                voices.cut(slot, frame);
            }
            boolean heard = after != null && heardBy.hears(after.id());
            if (after != null) {
                channels[slot].adopt(after.strip(), heard, another);
            }
        }
        score = now;
        listener = heardBy;
    }

    private void perform(Score now, int event) {
        int slot = scheduler.slot(event);
        TrackScore track = now.track(slot);
        if (track == null) {
            return;
        }
        LaneScore lane = scheduler.lane(event);
        long k = scheduler.step(event);
        if (lane.continues(k)) {
            voices.hold(slot, k, player.releaseAt(now, scheduler, event), player.heldFor(lane, k));
        } else {
            voices.start(player.note(now, track, scheduler, event));
        }
    }

    /** Everything that is to come comes {@code frames} later. */
    void shift(long frames) {
        voices.shift(frames);
    }
}
