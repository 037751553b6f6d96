package tutti.music;

import tutti.model.Meter;
import tutti.model.StepValue;
import tutti.model.SwingUnit;

/**
 * The unit of musical time: one quarter note has {@value #PER_QUARTER} ticks.
 *
 * <p>1,008,000 = 2⁷·3²·5³·7 is the least number for which every written moment is a whole tick: steps from 1/4 to 1/32
 * and their triplets, a nudge of one per mille of any of them, a swing of one per mille on 16ths, 8ths and the 32nds
 * between them, a gate of one per cent, and each hit of a ratchet of 1 to 8 in any step. At 20 to 300 BPM a tick lasts
 * 0.2 to 3 µs; at 300 BPM a {@code long} holds 58,000 years, and 53 bits (a client in another language) still hold 56.
 */
public final class Ticks {
    /** Ticks of a quarter note (PPQ). */
    public static final int PER_QUARTER = 1_008_000;

    /** Ticks of a whole note. */
    public static final int PER_WHOLE = 4 * PER_QUARTER;

    /** Ticks of a 16th note. */
    public static final int PER_SIXTEENTH = PER_QUARTER / 4;

    /** Ticks of an 8th note. */
    public static final int PER_EIGHTH = PER_QUARTER / 2;

    private Ticks() {}

    /** Length of a step of that value. */
    public static int of(StepValue value) {
        int plain = PER_WHOLE / value.division();
        return value.triplet() ? plain / 3 * 2 : plain;
    }

    /** Length of a bar of that meter. */
    public static int bar(Meter meter) {
        return PER_WHOLE / meter.unit() * meter.beats();
    }

    /** Length of half a pair of that swing. */
    public static int of(SwingUnit unit) {
        return switch (unit) {
            case EIGHTH -> PER_EIGHTH;
            case SIXTEENTH -> PER_SIXTEENTH;
        };
    }
}
