package tutti.client.ui.grid;

import tutti.music.Ticks;

/**
 * Where musical time stands on the screen. Time is even but for two gaps: a wide one between beats and a narrow one
 * between 16ths; a cell of any note value begins and ends on the same lines.
 *
 * @param width pixels for the whole window
 * @param ticks of the window
 * @param beat ticks of a beat
 */
record TimeAxis(double width, long ticks, long beat) {
    /** Pixels between steps where there is room for 16ths of about 45 pixels. */
    private static final double STEP_GAP = 4;

    private static final int BEAT_GAPS = 3;

    /** Pixels between two steps. */
    double stepGap() {
        double sixteenth = width * Ticks.PER_SIXTEENTH / ticks;
        return Math.clamp(Math.rint(sixteenth * 0.1), 1, STEP_GAP);
    }

    /** Pixels between two beats. */
    double beatGap() {
        return BEAT_GAPS * stepGap();
    }

    /** Where a cell that begins at {@code tick} of the window begins. */
    double left(long tick) {
        long whole = Math.floorDiv(tick, beat);
        return Math.rint(whole * (beatWidth() + beatGap()) + inBeat(tick - whole * beat));
    }

    /** Where a cell that ends at {@code tick} of the window ends. */
    double right(long tick) {
        long whole = Math.floorDiv(tick - 1, beat);
        return Math.rint(whole * (beatWidth() + beatGap()) + inBeat(tick - whole * beat) - stepGap());
    }

    private double inBeat(long ticksIn) {
        return ticksIn * (beatWidth() + stepGap()) / beat;
    }

    private double beatWidth() {
        long whole = Math.floorDiv(ticks - 1, beat);
        double rest = (ticks - whole * beat) / (double) beat;
        return (width - whole * beatGap() - (rest - 1) * stepGap()) / (whole + rest);
    }
}
