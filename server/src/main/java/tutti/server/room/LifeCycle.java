package tutti.server.room;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.kv.Stillness;
import tutti.server.store.Batch;
import tutti.sync.ServerMessage;

/**
 * When a room's state is read, dropped and read again. Each drop begins another life: what the store answers to an
 * earlier one concerns nobody. For the room's turn alone.
 */
final class LifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(LifeCycle.class);
    private static final int BROKEN = 1011;
    private static final int NO_SUCH = 1008;
    /** Public words; what the store says of itself goes to the log alone. */
    static final String STORE_AWAY = "the server cannot save now; what you change waits until it can";

    private final SessionId id;
    private final Means means;
    private final Reader reader;
    private final Mailbox mailbox;
    private final Hall hall;
    private final Clerk clerk;
    private final Outlet outlet;
    private final Undertaker undertaker;
    private final Refusals refusals = new Refusals();
    private @Nullable Live live;
    private @Nullable String paused;
    private @Nullable CompletableFuture<Boolean> stopping;
    private boolean reading;
    private boolean owing;
    /** A bug ended this room, and since then nobody came. */
    private boolean failedAlone;

    private long life;
    private long retryAt;

    LifeCycle(
            SessionId id,
            Means means,
            Reader reader,
            Mailbox mailbox,
            Hall hall,
            Clerk clerk,
            Outlet outlet,
            Undertaker undertaker) {
        this.id = id;
        this.means = means;
        this.reader = reader;
        this.mailbox = mailbox;
        this.hall = hall;
        this.clerk = clerk;
        this.outlet = outlet;
        this.undertaker = undertaker;
    }

    /** The state, while the room is awake. */
    @Nullable
    Live live() {
        return live;
    }

    /** Which life this is. */
    long number() {
        return life;
    }

    /** Why nothing is taken, if nothing is. */
    @Nullable
    String paused() {
        return paused;
    }

    /** Whether anything is there, under way or owed. */
    boolean occupied() {
        return live != null || reading || owing || wanted();
    }

    private boolean wanted() {
        return !hall.seats().isEmpty() || outlet.hasKept() || undertaker.wants();
    }

    /** An edit over HTTP: taken, answered that nothing is taken, or kept until the room is awake. */
    void post(Post post) {
        clerk.posted(means.time().micros());
        if (paused != null) {
            post.answer(new Post.Reply.Paused(paused));
        } else if (live != null) {
            outlet.await(post);
            live.pend(post.input(), Live.NOTHING);
        } else {
            outlet.keep(post);
        }
    }

    /** At the start a KV write is owed; until {@code due} whoever was in may return. */
    void owe(long due) {
        owing = true;
        clerk.awaitReturns(due);
    }

    /** The store is well: a room that waits for it need not wait longer. */
    void retry() {
        retryAt = 0;
    }

    /** The server stops. */
    void stop(CompletableFuture<Boolean> paid) {
        stopping = paid;
        clerk.retryNow();
    }

    /** What the store has, if it was asked in this life. */
    void read(long of, Waked waked) {
        reading = false;
        if (of != life) {
            return;
        }
        switch (waked) {
            case Waked.Found found -> wake(found);
            case Waked.Missing(String words) -> {
                hall.tellAll(new ServerMessage.Rejected(tutti.sync.Limits.PROTOCOL, words));
                undertaker.refuse(new Disposal.Reply.Gone());
                end(NO_SUCH, words, new Post.Reply.Missing());
            }
            case Waked.Damaged(String words) -> {
                LOG.error("{} is damaged: {}", id.text(), words);
                broken("this session is damaged on the server");
            }
            case Waked.Later(String reason) -> pause(reason);
        }
    }

    private void wake(Waked.Found found) {
        long born = life;
        Live woken = new Live(id, means, found, refusals.cautious(), seq -> reader.recall(born, seq));
        live = woken;
        paused = null;
        owing = false;
        failedAlone = failedAlone && hall.seats().isEmpty();
        undertaker.know(found.deleted());
        undertaker.words().ifPresent(outlet::rejectAll);
        hall.open(found.reading().session());
        Optional<Batch> verdict = refusals.verdict(id, woken, means.codec());
        if (verdict.isPresent()) {
            woken.block();
            outlet.append(verdict.get(), life);
            return;
        }
        hall.seats().forEach(seat -> woken.pend(seat.joined(), Live.NOTHING));
        outlet.kept().forEach(this::post);
    }

    /** A refusal was stored past the room: the room that knows it is read anew. */
    void reload() {
        owing = true;
        drop();
    }

    /** The session was deleted, or brought back: who is in hears it and goes, and what is owed is paid. */
    void disposed() {
        undertaker.words().ifPresent(outlet::rejectAll);
        end(NO_SUCH, "this session was deleted", new Post.Reply.Missing());
        owing = !undertaker.gone();
    }

    /** The store rejected a write of this state. */
    void rejected(Live of, String reason) {
        LOG.error("the store refused a write of {}: {}", id.text(), reason);
        if (of.blocked()) {
            broken("the store takes nothing of this session");
            return;
        }
        refusals.rejected(of.inFlight(), hall);
        pause("the store refused an edit; looking for which");
        retryAt = 0;
    }

    /** The store was lost. */
    void lost(String reason) {
        if (live != null || reading) {
            pause(reason);
        }
    }

    /** Nobody is told anything that is not durable: the state goes, and is read again when the store is well. */
    void pause(String reason) {
        means.tally().pause();
        if (paused == null) {
            LOG.warn("the room {} is paused: {}", id.text(), reason);
            hall.tellAll(new ServerMessage.Paused(STORE_AWAY));
        }
        paused = STORE_AWAY;
        owing = true; // read again once the store is well, though nobody waits: it would stay paused for who comes then
        retryAt = means.time().micros() + Limits.RETRY_MICROS;
        outlet.kept().forEach(post -> post.answer(new Post.Reply.Paused(STORE_AWAY)));
        undertaker.refuse(new Disposal.Reply.Paused());
        drop();
    }

    private void drop() {
        if (live != null) {
            live.drop();
            outlet.abandon();
            undertaker.abandon();
        }
        life++;
        live = null;
        clerk.forget();
    }

    /**
     * A bug: this room ends, visibly, and others go on. As after a crash everybody may return, and then what is owed to
     * the KV is paid without anybody connecting; if it fails then too, it is left to who comes or to the next start.
     */
    void failed(long now) {
        boolean again = failedAlone;
        boolean mayOwe = live != null || owing;
        broken("this room failed on the server; connect again");
        failedAlone = true;
        if (mayOwe && !again) {
            owe(now + Limits.RETURN_MICROS);
        }
    }

    /** A bug or damage: this room ends, visibly, and others go on. Who comes again has it read again. */
    void broken(String words) {
        means.tally().failure();
        undertaker.refuse(new Disposal.Reply.Broken());
        end(BROKEN, words, new Post.Reply.Broken());
    }

    private void end(int code, String words, Post.Reply reply) {
        hall.seats().forEach(seat -> seat.close(code, words));
        outlet.kept().forEach(post -> post.answer(reply));
        drop();
        hall.close();
        paused = null;
        owing = false;
        stopped(false);
    }

    /** Does what is due: reads, pays, goes to sleep, says that all is paid. */
    void rest(long now) {
        Live awake = live;
        if (awake == null) {
            readIfWanted(now);
        } else {
            clerk.settle(awake, stillness(awake, now), now, life, mailbox);
            if (stillness(awake, now).still() && !clerk.owes(awake) && !undertaker.wants()) {
                failedAlone = false;
                drop();
                hall.close();
            }
        }
        if (paused != null || clerk.failing(now) || (live == null && !reading && !owing)) {
            stopped(paused == null && live == null);
        }
    }

    private void readIfWanted(long now) {
        boolean due = owing && (paused != null || stopping != null || !clerk.expecting(now));
        if ((due || wanted()) && !reading && (paused == null || now >= retryAt)) {
            reading = true;
            reader.wake(life);
        }
    }

    private Stillness stillness(Live awake, long now) {
        boolean ending = stopping != null;
        int graces = hall.graces() + (clerk.expecting(now) ? 1 : 0);
        return new Stillness(
                ending ? 0 : hall.present(),
                ending ? 0 : graces,
                awake.busy() || awake.blocked() || undertaker.busy(),
                clerk.writing(),
                mailbox.size() + awake.waiting());
    }

    private void stopped(boolean paid) {
        if (stopping != null) {
            stopping.complete(paid);
        }
    }

    /** When there may be something to do although nobody says anything; {@link Long#MAX_VALUE} for never. */
    long next(long now) {
        long next =
                Math.min(hall.nextGrace().orElse(Long.MAX_VALUE), clerk.next(now, live != null && clerk.owes(live)));
        next = Math.min(next, hall.nextLanding().orElse(Long.MAX_VALUE));
        next = Math.min(next, live == null ? Long.MAX_VALUE : live.next(now));
        return paused != null && retryAt > now ? Math.min(next, retryAt) : next;
    }
}
