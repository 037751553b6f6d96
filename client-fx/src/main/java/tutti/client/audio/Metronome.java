package tutti.client.audio;

import tutti.music.Timeline;

/** The click, on every beat of what plays, higher on the first of a bar. Private: it never reaches the room's mix. */
final class Metronome {
    private static final int LENGTH = Limits.RATE / 40;
    private static final float LEVEL = 0.35f;

    private final float[] first = burst(1_760);
    private final float[] other = burst(1_174);
    private float[] now = other;
    private int at = LENGTH;

    private static float[] burst(double hertz) {
        float[] out = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double fade = 1 - (double) i / LENGTH;
            out[i] = (float) (LEVEL * fade * fade * fade * StrictMath.sin(2 * Math.PI * hertz * i / Limits.RATE));
        }
        return out;
    }

    /** Adds the click to the frames from {@code frame} on. */
    void add(Score score, long frame, float[] left, float[] right, int from, int frames) {
        int done = 0;
        Timeline timeline = score.timeline();
        long end = timeline.firstTickFrom(frame + frames);
        for (int p = 0; p < score.parts().size(); p++) {
            Part part = score.parts().get(p);
            long beatTicks = score.master().beatTicks();
            long beat = Math.max(0, Math.ceilDiv(timeline.firstTickFrom(frame) - part.launch(), beatTicks));
            long tick = part.launch() + beat * beatTicks;
            if (tick < end && tick < part.end()) {
                int start = (int) (timeline.frameAt(tick) - frame);
                ring(left, right, from + done, start - done);
                done = start;
                now = beat % score.master().beats() == 0 ? first : other;
                at = 0;
            }
        }
        ring(left, right, from + done, frames - done);
    }

    private void ring(float[] left, float[] right, int from, int frames) {
        for (int i = from; i < from + frames && at < LENGTH; i++) {
            left[i] += now[at];
            right[i] += now[at];
            at++;
        }
    }
}
