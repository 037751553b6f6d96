package tutti.model;

/**
 * Parameters of the two-operator voice of legacy sessions.
 *
 * @param ratio modulator to carrier, thousandths
 * @param index modulation index, thousandths
 */
public record Fm(int ratio, int index) {
    /** A soft bell. */
    public static final Fm BLANK = new Fm(3_000, 10_000);
}
