package tutti.sync;

import tutti.model.PatternSlot;

/**
 * A pattern that plays from a tick on, all its lanes from step 1.
 *
 * @param tick of the run's timeline; the past holds what played, the future what waits
 * @param by who launched it
 */
public record Launch(long tick, PatternSlot pattern, MemberId by) {}
