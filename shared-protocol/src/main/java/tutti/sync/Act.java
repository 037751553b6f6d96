package tutti.sync;

/** What a replica wants done, in this order. */
public sealed interface Act {
    /** Send this, if the connection is still the one that was welcomed. */
    record Send(ClientMessage message) implements Act {}

    /** Write this line to the outbox file. */
    record Note(OutboxNote note) implements Act {}

    /** Force the outbox file to the disk before anything that follows. */
    record Force() implements Act {}

    /** Close the connection and say Hello anew. */
    record Reconnect(String why) implements Act {}

    /** The server went back: call {@link Replica#renew} with a fresh outbox id. */
    record Renew() implements Act {}

    /** Tell the person. */
    record Tell(Notice notice) implements Act {}
}
