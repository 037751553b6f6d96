package tutti.client.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the room sounds like, the same on every machine that listens to everything: the deck, the room's master, the
 * limiter. Hashes, recordings and export are taken here. The deck runs ahead of what comes out by the limiter's
 * look-ahead, so that a note of frame f is heard on frame f. Audio thread only, except {@link #play}.
 */
final class RoomMix {
    private static final float GLIDE = (float) Dsp.onePole(0.004);

    private final Deck deck;
    private final Meters meters;
    private final Limiter limiter = new Limiter();
    private final float[] left = new float[Limits.CHUNK];
    private final float[] right = new float[Limits.CHUNK];
    private long position;
    private boolean primed;
    private float gain = 1;

    RoomMix(long start, Meters meters, Sinc sinc) {
        this.position = start;
        this.meters = meters;
        this.deck = new Deck(meters, sinc);
    }

    /** From the next chunk on this score is played. Any thread; never blocks. */
    void play(Score score) {
        deck.play(score);
    }

    /** The room frame that comes out next. */
    long position() {
        return position;
    }

    /** The score that sounds now, if any. */
    @Nullable
    Score score() {
        return deck.score();
    }

    Voices voices() {
        return deck.voices();
    }

    /** The next chunk of at most {@link Limits#CHUNK} frames into {@link #left} and {@link #right}. */
    void render(int frames, Listener listener) {
        if (!primed) {
            primed = true;
            mix(position, Limiter.AHEAD, listener);
        }
        mix(position + Limiter.AHEAD, frames, listener);
        position += frames;
        meters.master(left, right, frames, limiter.lowest());
    }

    private void mix(long frame, int frames, Listener listener) {
        Arrays.fill(left, 0, frames, 0);
        Arrays.fill(right, 0, frames, 0);
        deck.advance(frame, frames, listener, left, right);
        Score score = deck.score();
        if (score == null) {
            limiter.process(left, right, frames, 1, 1);
            return;
        }
        Score.Master master = score.master();
        for (int i = 0; i < frames; i++) {
            gain += (master.gain() - gain) * GLIDE;
            left[i] *= gain;
            right[i] *= gain;
        }
        limiter.process(left, right, frames, master.ceiling(), master.release());
    }

    float[] left() {
        return left;
    }

    float[] right() {
        return right;
    }

    /**
     * The next frame out is {@code frame}; what sounds goes on sounding, and what is to come comes at its new moment.
     */
    void moveTo(long frame) {
        deck.shift(frame - position);
        position = frame;
    }
}
