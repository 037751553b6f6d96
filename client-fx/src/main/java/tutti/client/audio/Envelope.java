package tutti.client.audio;

import java.util.Arrays;

/** Attack, decay, sustain, release: straight up, exponential down. Audio thread only. */
final class Envelope {
    /** It ends here, −80 dB. */
    private static final float END = 1e-4f;
    /** A smaller distance changes no bit of a level of at least {@link #END}; denormal numbers would follow. */
    private static final float UNHEARD = 1e-13f;

    private enum Stage {
        ATTACK,
        DECAY,
        RELEASE,
        ENDED
    }

    private Stage stage = Stage.ENDED;
    private float level;
    /** From the goal, in the next frame and the three after it. */
    private float distance;

    private float second;
    private float third;
    private float fourth;

    void start() {
        stage = Stage.ATTACK;
        level = 0;
    }

    void release(SubPatch patch) {
        if (stage != Stage.ENDED) {
            stage = Stage.RELEASE;
            begin(level, 1 - patch.releasePart);
        }
    }

    boolean ended() {
        return stage == Stage.ENDED;
    }

    /** 0 to 1. */
    float level() {
        return level;
    }

    /** Writes the next levels to {@code out}. */
    void fill(SubPatch patch, float[] out, int frames) {
        int done = 0;
        while (done < frames) {
            done = switch (stage) {
                case ATTACK -> attack(patch, out, done, frames);
                case DECAY -> fall(patch.sustain, patch.decayPart, out, done, frames);
                case RELEASE -> fall(0, patch.releasePart, out, done, frames);
                case ENDED -> silence(out, done, frames);
            };
        }
    }

    private int attack(SubPatch patch, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            level = Math.min(1, level + patch.attackStep);
            out[i] = level;
            if (level >= 1) {
                stage = Stage.DECAY;
                begin(1 - patch.sustain, 1 - patch.decayPart);
                return i + 1;
            }
        }
        return to;
    }

    /** Exactly until the end: where that lies is looked for only once it has been passed. */
    private int fall(float goal, float part, float[] out, int from, int to) {
        shrink(goal, 1 - part, out, from, to);
        if (goal >= END || level >= END) {
            return to;
        }
        stage = Stage.ENDED;
        int last = from;
        while (out[last] >= END) {
            last++;
        }
        return last + 1;
    }

    /**
     * The distance to the goal shrinks by one multiplication a frame. Four in a row are known, and each makes the one
     * four frames on, so that no multiplication waits for the one before.
     */
    private void shrink(float goal, float rest, float[] out, int from, int to) {
        if (distance < UNHEARD && goal >= END) {
            begin(0, rest);
        }
        float four = rest * rest * (rest * rest);
        float a = distance;
        float b = second;
        float c = third;
        float d = fourth;
        for (int i = from; i < to; i++) {
            out[i] = goal + a;
            float fifth = a * four;
            a = b;
            b = c;
            c = d;
            d = fifth;
        }
        distance = a;
        second = b;
        third = c;
        fourth = d;
        level = out[to - 1];
    }

    /** From a distance of {@code full} in the frame before. */
    private void begin(float full, float rest) {
        distance = full * rest;
        second = distance * rest;
        third = second * rest;
        fourth = third * rest;
    }

    private int silence(float[] out, int from, int to) {
        Arrays.fill(out, from, to, 0);
        level = 0;
        return to;
    }
}
