package tutti.edit;

/** Seeds to numbers, for sample values. */
final class Samples {
    private Samples() {}

    /** A well-mixed 64-bit number: the finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable PRNGs, 2014). */
    static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
