package tutti.client.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Timeline;

/**
 * Renders the room's mix as fast as it can, without a device: the same samples that everybody in the room hears, bit
 * for bit. Any thread; blocks.
 */
public final class OfflineRenderer {
    private final ScoreCompiler compiler;
    private final Sinc sinc = new Sinc();

    /** Renders with the sounds that those instruments find. */
    public OfflineRenderer(Instruments instruments) {
        compiler = new ScoreCompiler(instruments);
    }

    /** A pattern from its launch on, for {@code frames} frames at 48 kHz: left and right. */
    public float[][] render(Session session, PatternSlot pattern, int frames) {
        Timeline timeline = Timeline.startingAt(0, session.tempo());
        List<Launch> launches = List.of(new Launch(pattern, 0, 0, Launch.OPEN));
        return render(compiler.compile(session, timeline, launches), 0, frames, Limits.CHUNK, sinc);
    }

    /** A score from {@code start} on, asked for in blocks of {@code block} frames. */
    static float[][] render(Score score, long start, int frames, int block, Sinc sinc) {
        RoomMix mix = new RoomMix(start, new Meters(), sinc);
        mix.play(score);
        float[][] out = new float[2][frames];
        for (int done = 0; done < frames; ) {
            int chunk = Math.min(Math.min(block, Limits.CHUNK), frames - done);
            mix.render(chunk, Listener.FIRST);
            System.arraycopy(mix.left(), 0, out[0], done, chunk);
            System.arraycopy(mix.right(), 0, out[1], done, chunk);
            done += chunk;
        }
        return out;
    }

    /** A pattern as a WAV file of 16 or 24 bits. */
    public void write(Session session, PatternSlot pattern, int frames, int bits, OutputStream out) throws IOException {
        new Wav(Limits.RATE, render(session, pattern, frames)).write(out, bits);
    }
}
