package tutti.server.store;

/** The answer to where the past of a session can be built from. */
public sealed interface Footing {
    /**
     * A whole document at or before the place that was asked for, verified; rows lead on from its mark, which is the
     * beginning of another chain where one began there.
     */
    record At(Snapshot snapshot) implements Footing {}

    /** There is no such place: no such session, seq ahead of the head, or before all that is kept of it. */
    record Nowhere() implements Footing {}

    /** It is there, but not as it was written. */
    record Damaged(Damage damage) implements Footing {}

    /** The store is down or this read failed; nothing is known. */
    record Unavailable(String reason) implements Footing {}
}
