package tutti.model;

import java.util.Optional;

/**
 * Makes a track give way to another.
 *
 * @param from the track that pushes it down; null: none
 * @param amount milli-decibels at most
 */
public record Duck(Optional<NodeId> from, int amount) {
    /** Gives way to nobody. */
    public static final Duck BLANK = new Duck(Optional.empty(), 6_000);
}
