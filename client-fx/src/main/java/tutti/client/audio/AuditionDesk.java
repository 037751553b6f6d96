package tutti.client.audio;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Plays single notes for one listener, beside the room's mix. One thread offers, the audio thread takes; a ring of
 * {@link Limits#AUDITIONS} in between, no lock.
 */
final class AuditionDesk {
    /** Notes of auditions that overlap. */
    private static final int VOICES = 8;
    /** A pitched sound is let go after this many frames. */
    private static final int HELD = Limits.RATE / 2;

    private final AtomicReferenceArray<@Nullable Audition> waiting = new AtomicReferenceArray<>(Limits.AUDITIONS);
    private final Voices voices;
    private final Channel[] channels = new Channel[Limits.SLOTS];
    private final float[] scratch = new float[Limits.CHUNK];
    private final Note note = new Note();
    private int offered;
    private int taken;
    private int slot;

    AuditionDesk(Sinc sinc) {
        voices = new Voices(VOICES, VOICES, sinc);
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new Channel();
        }
    }

    /** Offers a note; false if too many wait. One thread, always the same. */
    boolean offer(Audition audition) {
        int at = offered % Limits.AUDITIONS;
        if (waiting.get(at) != null) {
            return false;
        }
        waiting.set(at, audition);
        offered++;
        return true;
    }

    /** Adds the frames from {@code frame} on, at most {@link Limits#CHUNK}. */
    void add(long frame, float[] left, float[] right, int frames) {
        Audition next = waiting.getAndSet(taken % Limits.AUDITIONS, null);
        while (next != null) {
            taken++;
            begin(next, frame);
            next = waiting.getAndSet(taken % Limits.AUDITIONS, null);
        }
        voices.render(frame, frames, scratch, channels, 0);
        for (Channel channel : channels) {
            channel.mix(left, right, frames);
        }
    }

    private void begin(Audition audition, long frame) {
        TrackScore track = audition.track();
        slot = (slot + 1) % channels.length;
        channels[slot].adopt(track.strip(), true, true);
        note.sound = track.patch();
        note.slot = slot;
        note.choke = 1;
        note.frame = frame;
        note.gain = Loudness.of(audition.velocity(), false);
        note.force = Loudness.force(audition.velocity(), false);
        note.semitones = audition.semitones() + track.transpose();
        note.attack = track.attack();
        note.release = track.release();
        note.releaseAt = track.patch().ringsOut() ? Voice.NEVER : frame + HELD;
        note.heldFor = Voice.NEVER;
        note.seed = track.seed();
        voices.start(note);
    }
}
