package tutti.client.audio;

/**
 * Functions that sound depends on, made of additions, multiplications and divisions only, so that every JVM and every
 * compiler of it yields the same bits, and nothing is allocated ({@link StrictMath#pow} makes three arrays a call).
 * What is called once a score uses {@link StrictMath} instead.
 */
final class Dsp {
    /** Added at the input of anything that feeds back, so that it never falls into denormal numbers. */
    static final double QUIET = 1e-18;

    private Dsp() {}

    /** Two to the {@code x}, relative error under 2e-7; x from −1000 to 1000. */
    static double exp2(double x) {
        double whole = Math.floor(x);
        double f = (x - whole) * 0.6931471805599453;
        double series =
                1 + f * (1 + f * (1 / 2.0 + f * (1 / 6.0 + f * (1 / 24.0 + f * (1 / 120.0 + f / 720 * (1 + f / 7))))));
        return series * Double.longBitsToDouble((long) (whole + 1023) << 52);
    }

    /** Tangent of {@code x}, 0 to 1.4, relative error under 1e-6: the sine's and the cosine's series. */
    static double tan(double x) {
        double y = x * x;
        double sin = x * (1 - y / 6 * (1 - y / 20 * (1 - y / 42 * (1 - y / 72 * (1 - y / 110)))));
        double cos = 1 - y / 2 * (1 - y / 12 * (1 - y / 30 * (1 - y / 56 * (1 - y / 90 * (1 - y / 132)))));
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
