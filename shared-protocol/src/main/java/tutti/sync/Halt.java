package tutti.sync;

/**
 * The end of a run.
 *
 * @param tick from which nothing begins to sound
 * @param by who stopped it
 */
public record Halt(long tick, MemberId by) {}
