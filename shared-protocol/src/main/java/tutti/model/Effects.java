package tutti.model;

/**
 * The room's effects.
 *
 * @param bypass switches reverb, delay, chorus and distortion off
 * @param volume the room's master, milli-decibels
 */
public record Effects(
        boolean bypass,
        int volume,
        Reverb reverb,
        Delay delay,
        Chorus chorus,
        Distortion distortion,
        Compressor compressor,
        Limiter limiter) {
    /**
     * The reverb that sends go to.
     *
     * @param decay milliseconds to −60 dB
     * @param tone hertz above which it is dull
     * @param predelay milliseconds
     * @param wet return level, milli-decibels
     */
    public record Reverb(int decay, int tone, int predelay, int wet) {
        static final Reverb BLANK = new Reverb(2_000, 6_000, 20, 0);
    }

    /**
     * The echo that sends go to.
     *
     * @param time of an echo in 96ths of a whole note (12 = an eighth, 18 = a dotted eighth)
     * @param feedback per mille
     * @param tone hertz above which echoes are dull
     * @param wet return level, milli-decibels
     */
    public record Delay(int time, int feedback, int tone, int wet) {
        static final Delay BLANK = new Delay(18, 300, 5_000, 0);
    }

    /**
     * The chorus that sends go to.
     *
     * @param rate millihertz
     * @param depth per mille
     * @param wet return level, milli-decibels
     */
    public record Chorus(int rate, int depth, int wet) {
        static final Chorus BLANK = new Chorus(1_500, 500, 0);
    }

    /**
     * Distortion of the whole mix.
     *
     * @param amount per mille
     * @param wet per mille of the whole mix that goes through it
     */
    public record Distortion(int amount, int wet) {
        static final Distortion BLANK = new Distortion(400, 0);
    }

    /**
     * Compression of the whole mix.
     *
     * @param on whether it works at all
     * @param threshold milli-decibels
     * @param ratio thousandths to one
     * @param attack microseconds
     * @param release milliseconds
     * @param makeup milli-decibels
     */
    public record Compressor(boolean on, int threshold, int ratio, int attack, int release, int makeup) {
        static final Compressor BLANK = new Compressor(false, -18_000, 2_000, 10_000, 120, 0);
    }

    /**
     * The last stage.
     *
     * @param ceiling milli-decibels below full scale
     * @param release milliseconds
     */
    public record Limiter(int ceiling, int release) {
        static final Limiter BLANK = new Limiter(-1_000, 80);
    }

    /** Dry, limited at −1 dB. */
    public static final Effects BLANK = new Effects(
            false, 0, Reverb.BLANK, Delay.BLANK, Chorus.BLANK, Distortion.BLANK, Compressor.BLANK, Limiter.BLANK);
}
