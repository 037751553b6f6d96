package tutti.server.room;

import java.util.concurrent.CompletableFuture;
import tutti.server.store.Outcome;
import tutti.sync.ClientMessage;
import tutti.sync.Past;

/** What reaches a room's mailbox. */
sealed interface Letter {
    /** A connection said Hello. */
    record Arrived(Seat seat) implements Letter {}

    /**
     * A seated connection said something.
     *
     * @param size characters of its frame
     */
    record Said(Seat seat, ClientMessage message, int size) implements Letter {}

    /**
     * A seated connection is no more.
     *
     * @param forGood whether it said so; else its member may return
     */
    record Departed(Seat seat, boolean forGood) implements Letter {}

    /** An edit over HTTP. */
    record Posted(Post post) implements Letter {}

    /** Something is asked of the session's life. */
    record Asked(Disposal disposal) implements Letter {}

    /** The store was read, in the life that counts so. */
    record Read(long life, Waked waked) implements Letter {}

    /** A moment was looked up, in the life that counts so. */
    record Recalled(long life, long seq, Past past) implements Letter {}

    /** What became of the batch or note in flight, in the life that counts so. */
    record Told(long life, Outcome outcome) implements Letter {}

    /** The KV file shows {@code seq} now. */
    record Filed(long life, long seq) implements Letter {}

    /** The KV file could not be written. */
    record NotFiled(long life, String reason) implements Letter {}

    /** The store is lost; every state that came from it goes. */
    record StoreLost(String reason) implements Letter {}

    /** The store is well again. */
    record StoreWell() implements Letter {}

    /** At the start the session owes a KV write. */
    record Owing(long dueMicros) implements Letter {}

    /** Time passed. */
    record Rang() implements Letter {}

    /** The server stops: pay what is owed, then say so. */
    record Stop(CompletableFuture<Boolean> paid) implements Letter {}
}
