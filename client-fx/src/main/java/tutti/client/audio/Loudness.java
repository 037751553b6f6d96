package tutti.client.audio;

import tutti.music.Velocity;

/** The factors of velocity and accent, from a table that is made once. */
final class Loudness {
    private static final float[] PLAIN = table(0);
    private static final float[] ACCENTED = table(Velocity.ACCENT_MILLI_DB);

    private Loudness() {}

    private static float[] table(int more) {
        float[] table = new float[Velocity.MOST + 1];
        for (int v = Velocity.LEAST; v <= Velocity.MOST; v++) {
            table[v] = (float) Dsp.gain((Velocity.milliDb(v) + more) / 1_000.0);
        }
        return table;
    }

    /** The factor of a note's level. */
    static float of(int velocity, boolean accent) {
        return accent ? ACCENTED[velocity] : PLAIN[velocity];
    }

    /** What of the envelope reaches a filter, 0 to 1: all of it with an accent. */
    static float force(int velocity, boolean accent) {
        return accent ? 1 : velocity / (float) Velocity.MOST;
    }
}
