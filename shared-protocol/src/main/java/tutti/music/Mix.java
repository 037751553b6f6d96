package tutti.music;

/**
 * A seeded hash for chance: 64 bits in, 64 well-mixed bits out, the same on every machine. Each round folds the high
 * half onto the low one and multiplies by an odd constant. The constants hide nothing: they are the first 64 binary
 * places of the fractional parts of √2, √3 and √5, with the lowest bit set (a test derives them again). It is not a
 * secret and guards nothing.
 */
final class Mix {
    private static final long SQRT_2 = 0x6A09E667F3BCC909L;
    private static final long SQRT_3 = 0xBB67AE8584CAA73BL;
    private static final long SQRT_5 = 0x3C6EF372FE94F82BL;

    private Mix() {}

    /** The mixed bits of {@code word}; a bijection. */
    static long of(long word) {
        long bits = word + SQRT_2;
        bits = (bits ^ bits >>> 32) * SQRT_3;
        bits = (bits ^ bits >>> 29) * SQRT_5;
        bits = (bits ^ bits >>> 32) * SQRT_2;
        return bits ^ bits >>> 29;
    }

    /** {@code hash} with {@code word} mixed in; the order of words counts. */
    static long with(long hash, long word) {
        return of(hash * SQRT_5 + of(word));
    }

    /** {@code hash} with each UTF-16 unit of {@code text} and its length mixed in. */
    static long with(long hash, String text) {
        long mixed = with(hash, text.length());
        for (int i = 0; i < text.length(); i++) {
            mixed = with(mixed, text.charAt(i));
        }
        return mixed;
    }

    /** {@code hash} brought down to a whole number from 0 up to {@code bound}, {@code bound} left out; even. */
    static int below(long hash, int bound) {
        return (int) Math.unsignedMultiplyHigh(hash, bound);
    }
}
