package tutti.client.audio;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Plays single notes for one listener, beside the room's mix. One thread offers, the audio thread takes; at most
 * {@link Limits#AUDITIONS} wait in between, and who takes takes no lock and makes nothing.
 */
final class AuditionDesk {
    /** Notes of auditions that overlap. */
    private static final int VOICES = 8;
    /** A pitched sound is let go after this many frames. */
    private static final int HELD = Limits.RATE / 2;

    private final Queue<Audition> waiting = new ConcurrentLinkedQueue<>();
    private final Voices voices;
    private final Channel[] channels = new Channel[Limits.SLOTS];
    private final float[] scratch = new float[Limits.CHUNK];
    private final Note note = new Note();
    private int slot;

    AuditionDesk(Sinc sinc) {
        voices = new Voices(VOICES, VOICES, sinc);
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new Channel();
        }
    }

    /** Offers a note; false if too many wait. One thread, always the same. */
    boolean offer(Audition audition) {
        return waiting.size() < Limits.AUDITIONS && waiting.add(audition);
    }

    /** Adds the frames from {@code frame} on, at most {@link Limits#CHUNK}. */
    void add(long frame, float[] left, float[] right, int frames) {
        for (Audition next = waiting.poll(); next != null; next = waiting.poll()) {
            begin(next, frame);
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
