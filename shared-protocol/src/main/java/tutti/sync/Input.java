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

    /** An edit came over a connection. */
    record Asked(long connection, Edit edit) implements Input {}

    /**
     * An edit came by itself, over HTTP.
     *
     * @param ticket by which the answer finds back
     */
    record Posted(long ticket, MemberId member, OutboxId outbox, Edit edit) implements Input {}
}
