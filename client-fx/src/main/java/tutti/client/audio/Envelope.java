package tutti.client.audio;

import java.util.Arrays;

/** Attack, decay, sustain, release: straight up, exponential down. Audio thread only. */
final class Envelope {
    /** It ends here, −80 dB. */
    private static final float END = 1e-4f;

    private enum Stage {
        ATTACK,
        DECAY,
        RELEASE,
        ENDED
    }

    private Stage stage = Stage.ENDED;
    private float level;
    private float distance;

    void start() {
        stage = Stage.ATTACK;
        level = 0;
    }

    void release() {
        if (stage != Stage.ENDED) {
            stage = Stage.RELEASE;
            distance = level;
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
                distance = 1 - patch.sustain;
                return i + 1;
            }
        }
        return to;
    }

    /** The distance to the goal shrinks by one multiplication a frame: the shortest chain there is. */
    private int fall(float goal, float part, float[] out, int from, int to) {
        float now = distance;
        float rest = 1 - part;
        float end = goal >= END ? Float.NEGATIVE_INFINITY : END - goal;
        int i = from;
        while (i < to && now >= end) {
            now *= rest;
            out[i] = goal + now;
            i++;
        }
        distance = now;
        level = goal + now;
        stage = now < end ? Stage.ENDED : stage;
        return i;
    }

    private int silence(float[] out, int from, int to) {
        Arrays.fill(out, from, to, 0);
        level = 0;
        return to;
    }
}
