package tutti.client.ui.kit;

/**
 * A wheel's turns as whole notches: what a trackpad says in small pieces is gathered until it is one.
 */
public final class Notches {
    /** What one notch of a mouse wheel says. */
    private static final double NOTCH = 40;

    private double rest;

    /** Whole notches that are complete with {@code delta} more; negative: down or to the right. */
    public int take(double delta) {
        rest = delta * rest < 0 ? delta : rest + delta;
        int whole = (int) (rest / NOTCH);
        rest -= whole * NOTCH;
        return whole;
    }
}
