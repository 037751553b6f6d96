package tutti.music;

/** Linear gains as milli-decibels; {@link StrictMath}, so equal on every machine. */
public final class Level {
    /** What a gain of zero is. */
    public static final int SILENCE = -120_000;

    private static final double MILLION = 1_000_000;

    private Level() {}

    /** 20·log₁₀ of a gain in millionths, in milli-decibels: 0 for 1,000,000, -6,021 for 500,000. */
    public static int milliDb(long millionths) {
        return millionths <= 0 ? SILENCE : (int) StrictMath.round(20_000 * StrictMath.log10(millionths / MILLION));
    }
}
