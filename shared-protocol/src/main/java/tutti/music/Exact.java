package tutti.music;

/**
 * Products and quotients of whole numbers without rounding in between and without overflow: {@code x·num/den} is split
 * at whole multiples of {@code den}, so that only {@code den·num} must fit into a {@code long}.
 */
final class Exact {
    private Exact() {}

    /** The greatest whole number that is at most {@code x·num/den}; {@code num}, {@code den} positive. */
    static long floorScale(long x, long num, long den) {
        return Math.floorDiv(x, den) * num + Math.floorDiv(Math.floorMod(x, den) * num, den);
    }

    /** The least whole number that is at least {@code x·num/den}; {@code num}, {@code den} positive. */
    static long ceilScale(long x, long num, long den) {
        return Math.floorDiv(x, den) * num + Math.ceilDiv(Math.floorMod(x, den) * num, den);
    }
}
