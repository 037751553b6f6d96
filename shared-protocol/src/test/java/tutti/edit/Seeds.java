package tutti.edit;

/** How often a law is tried: in full, or a twelfth of it in the runs of those who are in a hurry. */
public final class Seeds {
    private static final int HURRY = Boolean.getBoolean("tutti.hurry") ? 12 : 1;

    private Seeds() {}

    /** As many of {@code full} as this run takes, and at least one. */
    public static int of(int full) {
        return Math.max(1, full / HURRY);
    }
}
