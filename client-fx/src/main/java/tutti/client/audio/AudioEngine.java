package tutti.client.audio;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Everything that one listener hears: the room's mix, their auditions and click, at their own level. It renders room
 * frames at 48 kHz, wherever blocks are cut; it allocates nothing, takes no lock and logs nothing while it renders.
 * Values are handed to it from any thread and count from the next chunk of at most 256 frames on.
 */
public final class AudioEngine {
    private static final float GLIDE = (float) Dsp.onePole(0.01);

    private final AtomicReference<Listener> listening = new AtomicReference<>(Listener.FIRST);
    private final Meters meters = new Meters();
    private final Metronome metronome = new Metronome();
    private final AuditionDesk auditions;
    private final RoomMix room;
    /** Before the first chunk nothing sounds from which it could glide: it begins at what the listener has set. */
    private float level = Float.NaN;

    /** An engine whose first frame is room frame {@code start}. */
    public AudioEngine(long start) {
        Sinc sinc = new Sinc();
        auditions = new AuditionDesk(sinc);
        room = new RoomMix(start, meters, sinc);
    }

    /** Plays this score from now on. Any thread; realtime-safe, never blocks. */
    public void play(Score score) {
        room.play(score);
    }

    /** Listens like this from now on. Any thread; realtime-safe, never blocks. */
    public void listen(Ears next) {
        listening.set(new Listener(next));
    }

    /** Sounds a note beside the room; false if {@link Limits#AUDITIONS} wait already. One thread, always the same. */
    public boolean audition(Audition note) {
        return auditions.offer(note);
    }

    /** Levels for the screen. Any thread. */
    public Meters meters() {
        return meters;
    }

    /** The room frame that the next call of {@link #render} begins with. Audio thread. */
    public long position() {
        return room.position();
    }

    /**
     * Goes on at {@code frame}; what sounds goes on sounding. Steps that were jumped over stay silent. Audio thread.
     */
    public void moveTo(long frame) {
        room.moveTo(frame);
    }

    /** The next {@code frames} frames, any number. Audio thread; realtime-safe. */
    public void render(float[] left, float[] right, int frames) {
        for (int done = 0; done < frames; ) {
            int chunk = Math.min(Limits.CHUNK, frames - done);
            render(left, right, done, chunk);
            done += chunk;
        }
    }

    /** The next chunk, at most {@link Limits#CHUNK} frames, to index {@code at} on. */
    void render(float[] left, float[] right, int at, int frames) {
        Listener listener = listening.getAcquire();
        if (Float.isNaN(level)) {
            level = listener.level();
        }
        long frame = room.position();
        room.render(frames, listener);
        float[] fromLeft = room.left();
        float[] fromRight = room.right();
        auditions.add(frame, fromLeft, fromRight, frames);
        Score score = room.score();
        if (listener.click() && score != null) {
            metronome.add(score, frame, fromLeft, fromRight, 0, frames);
        }
        for (int i = 0; i < frames; i++) {
            level += (listener.level() - level) * GLIDE;
            left[at + i] = fromLeft[i] * level;
            right[at + i] = fromRight[i] * level;
        }
        meters.mine(left, right, at, frames);
    }
}
