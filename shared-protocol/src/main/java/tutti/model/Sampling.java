package tutti.model;

/**
 * How a track's sampler plays its sound.
 *
 * @param tune cents
 * @param start per mille of the sound that is skipped
 * @param attack milliseconds
 * @param release milliseconds after the gate closes
 * @param reverse plays from the end
 */
public record Sampling(int tune, int start, int attack, int release, boolean reverse) {
    /** As recorded. */
    public static final Sampling BLANK = new Sampling(0, 0, 0, 20, false);
}
