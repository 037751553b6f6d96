package tutti.sync;

/** What reaches a room's document. */
public sealed interface Input {
    /**
     * A connection said Hello.
     *
     * @param connection number of the connection, given by the shell and never used again
     * @param seq and {@code chain}: what the client has
     */
    record Joined(long connection, MemberId member, OutboxId outbox, long seq, Chain chain) implements Input {}

    /** A connection is no more. */
    record Parted(long connection) implements Input {}

    /** An edit came. */
    sealed interface Asking extends Input {
        /** What is asked. */
        Edit edit();
    }

    /** An edit came over a connection. */
    record Asked(long connection, Edit edit) implements Asking {}

    /**
     * An edit came by itself, over HTTP.
     *
     * @param ticket by which the answer finds back
     */
    record Posted(long ticket, MemberId member, OutboxId outbox, Edit edit) implements Asking {}

    /** An edit that restores a moment, with what is known of that. Only an {@link Anteroom} makes these. */
    record Recalled(Asking asking, Past past) implements Input {}
}
