package tutti.client.audio;

/**
 * Functions that sound depends on, made of additions, multiplications and divisions only, so that every JVM and every
 * compiler of it yields the same bits, and nothing is allocated ({@link StrictMath#pow} makes three arrays a call).
 * What is called once a score uses {@link StrictMath} instead.
 */
final class Dsp {
    /** Added at the input of anything that feeds back, so that it never falls into denormal numbers. */
    static final double QUIET = 1e-18;

    private static final double LN_2 = 0.6931471805599453;
    /** One over the factorials, of alternating sign; divided once, here. */
    private static final double C2 = -1 / 2.0;

    private static final double S3 = -1 / 6.0;
    private static final double C4 = 1 / 24.0;
    private static final double S5 = 1 / 120.0;
    private static final double C6 = -1 / 720.0;
    private static final double S7 = -1 / 5_040.0;
    private static final double C8 = 1 / 40_320.0;
    private static final double S9 = 1 / 362_880.0;
    private static final double C10 = -1 / 3_628_800.0;
    private static final double S11 = -1 / 39_916_800.0;
    private static final double C12 = 1 / 479_001_600.0;

    private Dsp() {}

    /** Two to the {@code x}, relative error under 1e-7 (0.0002 cent); x from −1000 to 1000. */
    static double exp2(double x) {
        double whole = Math.floor(x);
        double f = (x - whole) * LN_2;
        double high = -S7 + f * C8;
        double series = 1 + f * (1 + f * (-C2 + f * (-S3 + f * (C4 + f * (S5 + f * (-C6 + f * high))))));
        return series * Double.longBitsToDouble((long) (whole + 1023) << 52);
    }

    /** Tangent of {@code x}, 0 to 1.4, relative error under 1e-6: the sine's and the cosine's series. */
    static double tan(double x) {
        double y = x * x;
        double sin = x * (1 + y * (S3 + y * (S5 + y * (S7 + y * (S9 + y * S11)))));
        double cos = 1 + y * (C2 + y * (C4 + y * (C6 + y * (C8 + y * (C10 + y * C12)))));
        return sin / cos;
    }

    /** A soft bend towards ±1 that is straight at 0: x(27 + x²)/(27 + 9x²), the Padé form of tanh, held from ±3 on. */
    static double bend(double x) {
        double y = Math.clamp(x, -3.0, 3.0);
        double square = y * y;
        return y * (27 + square) / (27 + 9 * square);
    }

    /** The factor of {@code decibels}. Once a score; not for the audio thread. */
    static double gain(double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }

    /** The part of the way that a one-pole smoother goes each frame to cover 63 % of it in {@code seconds}. */
    static double onePole(double seconds) {
        return 1 - StrictMath.exp(-1 / (seconds * Limits.RATE));
    }
}
