package tutti.client.audio;

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

    void start() {
        stage = Stage.ATTACK;
        level = 0;
    }

    void release() {
        stage = stage == Stage.ENDED ? stage : Stage.RELEASE;
    }

    boolean ended() {
        return stage == Stage.ENDED;
    }

    /** 0 to 1. */
    float level() {
        return level;
    }

    /** Multiplies {@code sound} from {@code at} on. */
    void apply(SubPatch patch, float[] sound, int at, int frames) {
        int done = 0;
        while (done < frames) {
            done = switch (stage) {
                case ATTACK -> attack(patch.attackStep, sound, at, done, frames);
                case DECAY -> fall(patch.sustain, patch.decayPart, sound, at, done, frames);
                case RELEASE -> fall(0, patch.releasePart, sound, at, done, frames);
                case ENDED -> silence(sound, at, done, frames);
            };
        }
    }

    private int attack(float step, float[] sound, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            level = Math.min(1, level + step);
            sound[at + i] *= level;
            if (level >= 1) {
                stage = Stage.DECAY;
                return i + 1;
            }
        }
        return to;
    }

    private int fall(float goal, float part, float[] sound, int at, int from, int to) {
        float now = level;
        int i = from;
        while (i < to && (now >= END || goal >= END)) {
            now += (goal - now) * part;
            sound[at + i] *= now;
            i++;
        }
        level = now;
        stage = now < END && goal < END ? Stage.ENDED : stage;
        return i;
    }

    private int silence(float[] sound, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            sound[at + i] = 0;
        }
        level = 0;
        return to;
    }
}
