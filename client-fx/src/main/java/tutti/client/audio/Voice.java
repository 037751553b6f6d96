package tutti.client.audio;

import org.jspecify.annotations.Nullable;

/**
 * One note that sounds. All its moments are absolute room frames, so that it does not matter how blocks are cut. Used
 * again for every note. Audio thread only.
 */
final class Voice {
    /** What the pool knows of a voice. */
    enum State {
        /** Silent, to be had. */
        FREE,
        /** A note at full strength. */
        SOUNDING,
        /** Fading out since it was stolen or choked. */
        TAIL
    }

    /** A moment that does not come. */
    static final long NEVER = Long.MAX_VALUE;

    private final Sampler sampler;
    private final Subtractor subtractor = new Subtractor();
    private @Nullable Source source;
    private State state = State.FREE;
    private int slot;
    private int choke;
    private float gain;
    private long start;
    private long order;
    private int attack;
    private int release;
    private long releaseAt = NEVER;
    private long heldFor = NEVER;
    private boolean letGo;
    private long fadeFrom = NEVER;
    private long cutFrom = NEVER;
    private int cutLength = 1;

    Voice(Sinc sinc) {
        sampler = new Sampler(sinc);
    }

    /** Becomes the note's voice; {@code order} counts the notes of the pool. */
    void start(Note note, long nth) {
        slot = note.slot;
        choke = note.choke;
        gain = note.gain;
        start = note.frame;
        order = nth;
        attack = note.attack;
        release = note.release;
        releaseAt = note.releaseAt;
        heldFor = note.heldFor;
        letGo = false;
        fadeFrom = NEVER;
        cutFrom = NEVER;
        source = note.sound instanceof Patch.Sampled sampled ? sampled(sampled, note) : subtractive(note);
        state = source == null ? State.FREE : State.SOUNDING;
    }

    private Source sampled(Patch.Sampled patch, Note note) {
        sampler.start(patch.pcm(), note.semitones + patch.tuning(), patch.skip(), patch.reverse());
        return sampler;
    }

    private @Nullable Source subtractive(Note note) {
        if (note.sound instanceof Patch.Subtractive patch) {
            subtractor.start(patch.parameters(), note.semitones, note.force, note.seed);
            return subtractor;
        }
        return null;
    }

    State state() {
        return state;
    }

    int slot() {
        return slot;
    }

    int choke() {
        return choke;
    }

    long start() {
        return start;
    }

    long order() {
        return order;
    }

    /** Whether its key is up. */
    boolean leaving() {
        return letGo;
    }

    /** Whether a tie at step {@code k} prolongs this note. */
    boolean isHeldFor(long k) {
        return state == State.SOUNDING && heldFor == k && releaseAt != NEVER && !letGo;
    }

    /** The note goes on until {@code frame}, and on from there if step {@code next} is tied too. */
    void hold(long frame, long next) {
        releaseAt = frame;
        heldFor = next;
    }

    /** Fades out within {@code frames} from {@code frame} on, and counts as a tail. */
    void cut(long frame, int frames) {
        cutFrom = frame;
        cutLength = frames;
        state = State.TAIL;
    }

    /** Everything that is to come comes {@code frames} later. */
    void shift(long frames) {
        start += frames;
        releaseAt += releaseAt == NEVER ? 0 : frames;
        fadeFrom += fadeFrom == NEVER ? 0 : frames;
        cutFrom += cutFrom == NEVER ? 0 : frames;
    }

    /** Adds the frames from {@code frame} on to {@code into}; {@code scratch} is overwritten. */
    void render(long frame, int frames, float[] scratch, float[] into, int at) {
        int held = Math.clamp(releaseAt - frame, 0, frames);
        stretch(frame, held, scratch, into, at);
        if (held < frames) {
            letGo(frame + held);
            stretch(frame + held, frames - held, scratch, into, at + held);
        }
        boolean faded = fadeFrom != NEVER && fadeFrom + release <= frame + frames;
        boolean gone = cutFrom != NEVER && cutFrom + cutLength <= frame + frames;
        if (faded || gone || source == null || source.ended()) {
            state = State.FREE;
        }
    }

    private void letGo(long frame) {
        if (letGo || source == null) {
            return;
        }
        letGo = true;
        source.release();
        fadeFrom = source == sampler ? frame : NEVER;
    }

    private void stretch(long frame, int frames, float[] scratch, float[] into, int at) {
        if (frames == 0 || source == null) {
            return;
        }
        source.render(scratch, frames);
        if (frame >= start + attack && Math.min(fadeFrom, cutFrom) >= frame + frames) {
            for (int i = 0; i < frames; i++) {
                into[at + i] += scratch[i] * gain;
            }
        } else {
            for (int i = 0; i < frames; i++) {
                into[at + i] += scratch[i] * gain * shape(frame + i);
            }
        }
    }

    /** Attack and fades at {@code frame}: straight up, and down without an edge (smoothstep). */
    private float shape(long frame) {
        float up = frame - start >= attack ? 1 : (frame - start) / (float) attack;
        return up * fade(frame, fadeFrom, release) * fade(frame, cutFrom, cutLength);
    }

    private static float fade(long frame, long from, int length) {
        if (frame < from) {
            return 1;
        }
        float x = 1 - Math.min(1f, (frame - from) / (float) length);
        return x * x * (3 - 2 * x);
    }
}
