package tutti.server.room;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tutti.sync.Edit;
import tutti.sync.Input;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.Verdict;

/**
 * An edit over HTTP, and who waits for its answer.
 *
 * @param ticket by which the room's answer finds back
 */
record Post(long ticket, MemberId member, OutboxId outbox, Edit edit, CompletableFuture<Reply> reply) {
    /** The answer. */
    sealed interface Reply {
        /** It is durable, or refused. */
        record Settled(long n, long seq, Optional<Verdict> verdict) implements Reply {}

        /** Its number is not the next; up to here all are answered. */
        record Ahead(long settled) implements Reply {}

        /** There is no place for its outbox; it was not taken. */
        record Crowded() implements Reply {}

        /** Nobody knows whether it is durable. */
        record Unknown() implements Reply {}

        /** It was not taken. */
        record Paused(String reason) implements Reply {}

        /** There is no such session, or no more. */
        record Missing() implements Reply {}

        /** The room broke. */
        record Broken() implements Reply {}
    }

    Input.Posted input() {
        return new Input.Posted(ticket, member, outbox, edit);
    }

    void answer(Reply answer) {
        reply.complete(answer);
    }
}
