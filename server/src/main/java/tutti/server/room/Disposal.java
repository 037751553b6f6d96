package tutti.server.room;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * What is asked of a session's life.
 *
 * @param request client-made id of the asking, stored with what it does
 * @param wall milliseconds since 1970 when it was asked
 */
record Disposal(Kind kind, String request, long wall, CompletableFuture<Reply> reply) {
    /** What can be asked. */
    enum Kind {
        /** Into the bin. */
        DELETE,
        /** Out of the bin. */
        BRING_BACK,
        /** Out of the bin, for ever. */
        PURGE
    }

    /** What comes of it. */
    sealed interface Reply {
        /** It is so, durably: deleted since then, or not. */
        record Done(OptionalLong deleted) implements Reply {}

        /** It is gone for ever, durably. */
        record Gone() implements Reply {}

        /** It cannot be purged: it is not in the bin. */
        record NotDeleted() implements Reply {}

        /** The store takes nothing now. */
        record Paused() implements Reply {}

        /** Nobody knows; ask the same again. */
        record Unknown() implements Reply {}

        /** It cannot be read, and so not be told to anybody. */
        record Broken() implements Reply {}
    }

    void answer(Reply answer) {
        reply.complete(answer);
    }
}
