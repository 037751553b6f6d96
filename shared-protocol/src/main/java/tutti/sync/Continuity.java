package tutti.sync;

/** How what a client has fits what the room has. */
public enum Continuity {
    /** The client's chain is the room's at that seq: the rows after it follow. */
    SAME,
    /** The client has nothing, or the room no longer knows that far back: a snapshot follows. */
    UNKNOWN,
    /** The room's history is another one, or shorter: a snapshot follows. */
    DIFFERENT
}
