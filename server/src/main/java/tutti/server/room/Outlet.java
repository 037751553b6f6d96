package tutti.server.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.net.Ring;
import tutti.server.store.Batch;
import tutti.server.store.Outcome;
import tutti.sync.Continuity;
import tutti.sync.Effect;
import tutti.sync.Greeting;
import tutti.sync.ServerMessage;

/** Carries out what a room wants done. For the room's turn alone. */
final class Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private static final int NOT_HERE = 1008;

    private final SessionId id;
    private final Means means;
    private final Frames frames;
    private final Hall hall;
    private final Mailbox mailbox;
    private final Map<Long, Post> posts = new HashMap<>();
    private final List<Post> early = new ArrayList<>();

    Outlet(SessionId id, Means means, Frames frames, Hall hall, Mailbox mailbox) {
        this.id = id;
        this.means = means;
        this.frames = frames;
        this.hall = hall;
        this.mailbox = mailbox;
    }

    /**
     * In order, but for answers: each waits for its rows in its author's own list, so that it goes out with them. What
     * is durable is told only by effects that come after the commit.
     */
    void carry(Live live, List<Effect> effects, long life) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Settle settle) {
                settle(settle);
            }
        }
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Append append -> append(live, append, life);
                case Effect.Spread spread -> spread(live, spread);
                case Effect.Settle _ -> {}
                case Effect.Greet(Greeting greeting) -> greet(live, greeting);
                case Effect.Answer answer -> answer(answer);
                case Effect.TurnAway(long ticket) -> turnAway(ticket);
                case Effect.Close close -> close(close);
            }
        }
    }

    private void append(Live live, Effect.Append append, long life) {
        means.tally().edits(live.inFlight().size());
        Batch batch;
        try {
            batch = live.batch(append, hall::face);
        } catch (IllegalArgumentException tooMuch) {
            LOG.error("a batch of {} that no store takes", id.text(), tooMuch);
            mailbox.offer(new Letter.Told(life, new Outcome.Rejected(String.valueOf(tooMuch.getMessage()))));
            return;
        }
        append(batch, life);
    }

    void append(Batch batch, long life) {
        means.tally().batch();
        means.journal().append(batch, outcome -> mailbox.offer(new Letter.Told(life, outcome)));
    }

    private void spread(Live live, Effect.Spread spread) {
        live.ring().append(frames.rows(spread.rows()));
        hall.changed(live.room().session());
    }

    private void settle(Effect.Settle settle) {
        means.tally().refused(settle.settled().verdicts().size());
        Seat seat = hall.seat(settle.connection());
        if (seat != null) {
            frames.settled(settle.settled())
                    .forEach(frame ->
                            seat.connection().tell(frame, settle.settled().seq()));
        }
    }

    private void greet(Live live, Greeting greeting) {
        Seat seat = hall.seat(greeting.connection());
        if (seat == null) {
            return;
        }
        boolean goesOn = greeting.continuity() == Continuity.SAME;
        Reading document = goesOn ? null : new Reading(greeting.session(), greeting.seq(), greeting.chain());
        CatchUp backlog = new CatchUp(means.journal(), id, frames, document);
        seat.connection()
                .follow(
                        frames.welcome(hall.welcome(greeting)),
                        live.ring(),
                        goesOn ? greeting.from() : Ring.NOTHING,
                        backlog);
        seat.greeted(greeting.continuity());
        if (greeting.continuity() == Continuity.UNKNOWN && !live.report().isEmpty()) {
            seat.connection().tell(frames.of(new ServerMessage.Adopted(live.report())));
        }
    }

    private void close(Effect.Close close) {
        Seat seat = hall.seat(close.connection());
        if (seat != null) {
            seat.close(close.reason().code(), close.reason().words());
        }
    }

    private void answer(Effect.Answer answer) {
        Post post = posts.remove(answer.ticket());
        if (post != null) {
            means.tally().refused(answer.verdict().isPresent() ? 1 : 0);
            post.answer(
                    answer.taken()
                            ? new Post.Reply.Settled(post.edit().n(), answer.seq(), answer.verdict())
                            : new Post.Reply.Ahead(answer.settled()));
        }
    }

    private void turnAway(long ticket) {
        Post post = posts.remove(ticket);
        if (post != null) {
            post.answer(new Post.Reply.Crowded());
        }
    }

    /** The room will answer this one. */
    void await(Post post) {
        posts.put(post.ticket(), post);
    }

    /** This one is kept until the room is awake. */
    void keep(Post post) {
        early.add(post);
    }

    boolean hasKept() {
        return !early.isEmpty();
    }

    /** Those that were kept, taken out. */
    List<Post> kept() {
        List<Post> all = List.copyOf(early);
        early.clear();
        return all;
    }

    /** The room is gone: nobody knows what became of the edits it had. */
    void abandon() {
        posts.values().forEach(post -> post.answer(new Post.Reply.Unknown()));
        posts.clear();
    }

    /** Says why that client cannot be here, and closes. */
    void reject(Seat seat, String words) {
        seat.tell(frames.of(new ServerMessage.Rejected(tutti.sync.Limits.PROTOCOL, words)));
        seat.close(NOT_HERE, words);
    }

    /** Says to all who are here why they cannot be, and closes. */
    void rejectAll(String words) {
        hall.seats().forEach(seat -> reject(seat, words));
        hall.close();
    }

    void pause(Seat seat, String reason) {
        seat.tell(frames.of(new ServerMessage.Paused(reason)));
    }
}
