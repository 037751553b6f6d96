package tutti.model;

/**
 * What a track sends to the room's effects, milli-decibels; {@link #OFF} is silence.
 *
 * @param reverb level, milli-decibels; the least is silence
 * @param delay level, milli-decibels; the least is silence
 * @param chorus level, milli-decibels; the least is silence
 */
public record Sends(int reverb, int delay, int chorus) {
    /** Nothing is sent at this level. */
    public static final int OFF = -60_000;
    /** Dry. */
    public static final Sends BLANK = new Sends(OFF, OFF, OFF);
}
