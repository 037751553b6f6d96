package tutti.server.room;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.store.Outcome;

/**
 * Whether a session is deleted, and what is asked of that: one after the other, each when nothing else of the session
 * is on its way to the store. For the room's turn alone, but for {@link #deleted} and {@link #words}.
 */
final class Undertaker {
    private static final Logger LOG = LoggerFactory.getLogger(Undertaker.class);

    private final SessionId id;
    private final Means means;
    private final Deque<Disposal> waiting = new ArrayDeque<>();
    private @Nullable Disposal inFlight;
    private final Consumer<SessionId> forget;
    private volatile OptionalLong deleted;
    private volatile boolean gone;

    /**
     * What is known at the beginning.
     *
     * @param deleted since when the session is in the bin, if it is
     * @param forget is told when there is nothing of it any more
     */
    Undertaker(SessionId id, Means means, OptionalLong deleted, Consumer<SessionId> forget) {
        this.forget = forget;
        this.id = id;
        this.means = means;
        this.deleted = deleted;
    }

    /** Since when the session is in the bin, if it is. Any thread. */
    OptionalLong deleted() {
        return deleted;
    }

    /** Why nobody may come in, if that is so. Any thread. */
    Optional<String> words() {
        if (gone) {
            return Optional.of("this session was deleted for good");
        }
        OptionalLong since = deleted;
        return since.isPresent() ? Optional.of(words(since.getAsLong())) : Optional.empty();
    }

    private static String words(long since) {
        LocalDate day = Instant.ofEpochMilli(since).atZone(ZoneOffset.UTC).toLocalDate();
        return "this session was deleted on " + day
                + "; bring it back from the list of deleted ones, where it stays for " + Limits.BIN_DAYS + " days";
    }

    /** What the store says, which counts. */
    void know(OptionalLong since) {
        deleted = since;
        settle();
    }

    /** Something is asked. */
    void ask(Disposal disposal) {
        waiting.add(disposal);
        settle();
    }

    /** Answers what needs no writing. */
    private void settle() {
        while (inFlight == null && !waiting.isEmpty() && answered(waiting.peek())) {
            waiting.remove();
        }
    }

    private boolean answered(Disposal first) {
        if (gone) {
            first.answer(new Disposal.Reply.Gone());
            return true;
        }
        boolean in = deleted.isPresent();
        Optional<Disposal.Reply> reply = switch (first.kind()) {
            case DELETE -> in ? Optional.of(new Disposal.Reply.Done(deleted)) : Optional.empty();
            case BRING_BACK -> in ? Optional.empty() : Optional.of(new Disposal.Reply.Done(deleted));
            case PURGE -> in ? Optional.empty() : Optional.of(new Disposal.Reply.NotDeleted());
        };
        reply.ifPresent(first::answer);
        return reply.isPresent();
    }

    /** Whether the room's state is needed to go on. */
    boolean wants() {
        return !waiting.isEmpty() || inFlight != null;
    }

    /** Whether something is on its way to the store, that moves the head. */
    boolean busy() {
        return inFlight != null;
    }

    /** Hands the next to the store; to be called only while nothing else moves the head. */
    void advance(Live live, boolean writing, long life, Mailbox mailbox) {
        Disposal next = waiting.peek();
        if (inFlight != null || next == null || (writing && next.kind() == Disposal.Kind.PURGE)) {
            return;
        }
        inFlight = waiting.remove();
        switch (next.kind()) {
            case DELETE -> bin(live, OptionalLong.of(next.wall()), next, life, mailbox);
            case BRING_BACK -> bin(live, OptionalLong.empty(), next, life, mailbox);
            case PURGE ->
                means.journal()
                        .bury(id, live.version(), next.request(), told -> mailbox.offer(new Letter.Told(life, told)));
        }
    }

    private void bin(Live live, OptionalLong since, Disposal next, long life, Mailbox mailbox) {
        means.journal()
                .bin(id, live.version(), since, next.request(), told -> mailbox.offer(new Letter.Told(life, told)));
    }

    /** What became of what was in flight. */
    void told(Live live, Outcome outcome, LifeCycle life) {
        switch (outcome) {
            case Outcome.Committed(long version) -> {
                boolean moved = version != live.version();
                committed(moved);
                if (moved || gone) {
                    life.disposed();
                }
            }
            case Outcome.Unknown(String reason) -> life.pause(reason);
            case Outcome.Fenced _ -> life.pause("another writer has changed this session");
            case Outcome.Rejected(String reason) -> {
                LOG.error("the store does not let {} be deleted or brought back: {}", id.text(), reason);
                answer(new Disposal.Reply.Broken());
                settle();
            }
        }
    }

    /** Of what is in flight, or was. */
    private void answer(Disposal.Reply reply) {
        Disposal asked = inFlight;
        inFlight = null;
        if (asked != null) {
            asked.answer(reply);
        }
    }

    /** It is durable, if it moved the head; else it was an old asking, sent again. */
    private void committed(boolean moved) {
        Disposal done = inFlight;
        inFlight = null;
        if (done == null) {
            return;
        }
        switch (done.kind()) {
            case DELETE -> deleted = moved ? OptionalLong.of(done.wall()) : deleted;
            case BRING_BACK -> deleted = moved ? OptionalLong.empty() : deleted;
            case PURGE -> {
                gone = true;
                means.errands().execute(this::remove);
            }
        }
        done.answer(gone ? new Disposal.Reply.Gone() : new Disposal.Reply.Done(deleted));
        settle();
    }

    /** Whether there is nothing of the session any more. */
    boolean gone() {
        return gone;
    }

    /** The root of an errand. */
    private void remove() {
        removeFiles();
        forget.accept(id);
    }

    /** A start repeats it where it fails. */
    private void removeFiles() {
        try {
            means.files().purge(id);
        } catch (IOException | RuntimeException | Error failed) {
            LOG.error("the files of {} are not removed yet; the next start does it", id.text(), failed);
        }
    }

    /** The state that was to be written is gone: who asked has to ask again. */
    void abandon() {
        answer(new Disposal.Reply.Unknown());
    }

    /** Nothing can be done: answers all that waits. */
    void refuse(Disposal.Reply reply) {
        abandon();
        waiting.forEach(disposal -> disposal.answer(reply));
        waiting.clear();
    }
}
