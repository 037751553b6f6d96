package tutti.client.ui.grid;

import tutti.model.Meter;
import tutti.music.Ticks;

/** How much time the window shows: one bar, or a power of two of it. */
final class Zoom {
    private static final int CLOSEST = -2;
    private static final int WIDEST = 3;

    private int power;

    /** Closer by one, or wider by one. */
    void turn(boolean closer) {
        power = Math.clamp(power + (closer ? -1L : 1L), CLOSEST, WIDEST);
    }

    /** The axis of a window that is {@code width} pixels wide. */
    TimeAxis axis(double width, Meter meter) {
        long beat = (long) Ticks.PER_WHOLE / meter.unit();
        long bar = beat * meter.beats();
        long ticks = power < 0 ? Math.max(beat, bar >> -power) : bar << power;
        return new TimeAxis(Math.max(64, width), ticks, beat);
    }
}
