package tutti.server.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.store.Outcome;
import tutti.sync.ClientMessage;
import tutti.sync.Effect;
import tutti.sync.Input;
import tutti.sync.Landing;
import tutti.sync.MemberId;
import tutti.sync.Past;
import tutti.sync.Profile;

/**
 * A session's room: one mailbox, one owner at a time. The actor stays registered; its {@link Live} state is null until
 * it was read from the store, null while the store is away, and null again after the last has left and the KV is paid.
 *
 * <p>A turn takes every letter that waits. The lobby's are done at once; the document's wait while a batch is in
 * flight.
 */
final class RoomActor {
    private static final Logger LOG = LoggerFactory.getLogger(RoomActor.class);

    private final SessionId id;
    private final Means means;
    private final Mailbox mailbox;
    private final Hall hall;
    private final Clerk clerk;
    private final Outlet outlet;
    private final Undertaker undertaker;
    private final LifeCycle life;
    private final Shown shown = new Shown();
    private long armedFor = Long.MAX_VALUE;

    /**
     * A room that nobody is in yet.
     *
     * @param deleted since when it is in the bin, if it is
     * @param forget is told when there is nothing of the session any more
     */
    RoomActor(
            SessionId id,
            Means means,
            Semaphore writers,
            Archive archive,
            OptionalLong deleted,
            Consumer<SessionId> forget) {
        this.id = id;
        this.means = means;
        this.mailbox = new Mailbox(means.turns(), this::turn);
        Frames frames = new Frames(means.codec());
        this.hall = new Hall(means.time(), frames, means.ids(), this::landed);
        this.clerk = new Clerk(id, means, writers);
        this.outlet = new Outlet(id, means, frames, hall, mailbox);
        this.undertaker = new Undertaker(id, means, deleted, forget);
        this.life = new LifeCycle(
                id, means, new Reader(id, means, archive, mailbox), mailbox, hall, clerk, outlet, undertaker);
    }

    SessionId id() {
        return id;
    }

    /** Any thread; never blocks. */
    void offer(Letter letter) {
        mailbox.offer(letter);
    }

    /** The document of the live room, if there is one. Any thread. */
    Optional<Reading> published() {
        return shown.published();
    }

    /** A member as they were seen here last, if they were since the server started. Any thread. */
    Optional<Profile> face(MemberId member) {
        return hall.face(member);
    }

    /** Since when the session is in the bin, if it is. Any thread. */
    OptionalLong deleted() {
        return undertaker.deleted();
    }

    /** What is surely durable: of the live room, or of one that waits for its store. Any thread. */
    Optional<Reading> durable() {
        return shown.durable();
    }

    /** Members who are in. Any thread. */
    int members() {
        return shown.members();
    }

    /** Whether anybody is in or may return, or anything is under way or owed. Any thread. */
    boolean occupied() {
        return shown.occupied() || mailbox.size() > 0;
    }

    /** Room time now, if anybody is in. Any thread. */
    OptionalLong roomNow() {
        return hall.roomNow();
    }

    /** The root of a turn. */
    private void turn() {
        try {
            mailbox.open(this::open);
            hall.tick();
            advance();
            hall.spread();
        } catch (RuntimeException | Error bug) {
            LOG.error("the room {} failed", id.text(), bug);
            long now = means.time().micros();
            life.failed(now);
            arm(now);
        }
        shown.show(life, hall);
    }

    private void open(Letter letter) {
        switch (letter) {
            case Letter.Arrived(Seat seat) -> arrived(seat);
            case Letter.Said(Seat seat, ClientMessage message, int size) -> said(seat, message, size);
            case Letter.Departed(Seat seat, boolean forGood) -> departed(seat, forGood);
            case Letter.Posted(Post post) -> posted(post);
            case Letter.Asked(Disposal disposal) -> asked(disposal);
            case Letter.Read(long of, Waked waked) -> read(of, waked);
            case Letter.Recalled(long of, long seq, Past past) -> recalled(of, seq, past);
            case Letter.Told(long of, Outcome outcome) -> told(of, outcome);
            case Letter.Filed(long of, long seq) -> filed(of, seq);
            case Letter.NotFiled _ -> clerk.notFiled(means.time().micros());
            case Letter.StoreLost(String reason) -> life.lost(reason);
            case Letter.StoreWell _ -> life.retry();
            case Letter.Owing(long due) -> life.owe(due);
            case Letter.Rang _ -> armedFor = Long.MAX_VALUE;
            case Letter.Stop(CompletableFuture<Boolean> paid) -> life.stop(paid);
        }
    }

    private void arrived(Seat seat) {
        Optional<String> closed = undertaker.words();
        if (closed.isPresent()) {
            outlet.reject(seat, closed.get());
            return;
        }
        if (!hall.arrive(seat)) {
            return;
        }
        Live live = life.live();
        if (live != null) {
            live.pend(seat.joined(), Live.NOTHING);
        }
        String paused = life.paused();
        if (paused != null) {
            outlet.pause(seat, paused);
        }
    }

    private void posted(Post post) {
        if (undertaker.words().isPresent()) {
            post.answer(new Post.Reply.Missing());
        } else {
            life.post(post);
        }
    }

    private void said(Seat seat, ClientMessage message, int size) {
        if (!(message instanceof ClientMessage.Submit(var edit))) {
            seat.talkDone();
            hall.talk(seat, seat.newest(message));
            return;
        }
        Live live = life.live();
        if (live != null && hall.seat(seat.id()) == seat) {
            live.pend(new Input.Asked(seat.id(), edit), () -> seat.editDone(size));
        } else {
            // The welcome that follows makes the client send it again.
            seat.editDone(size);
        }
    }

    private void departed(Seat seat, boolean forGood) {
        Live live = life.live();
        if (hall.depart(seat, forGood) && live != null) {
            live.pend(new Input.Parted(seat.id()), Live.NOTHING);
        }
    }

    /** Noted beside the document; nothing waits for it. */
    private void landed(Landing landing) {
        Live live = life.live();
        if (live != null) {
            live.acted(landing.by());
        }
        means.journal().note(id, Papers.act(means.codec(), landing, means.time().wall()));
    }

    private void read(long of, Waked waked) {
        life.read(of, waked);
        shown.show(life, hall);
    }

    /** A moment was looked up; what waits for it goes on, if it waits still. */
    private void recalled(long of, long seq, Past past) {
        Live live = life.live();
        if (of == life.number() && live != null) {
            live.recalled(seq, past);
        }
    }

    private void told(long of, Outcome outcome) {
        Live live = life.live();
        if (of != life.number() || live == null) {
            return;
        }
        if (undertaker.busy()) {
            undertaker.told(live, outcome, life);
            return;
        }
        switch (outcome) {
            case Outcome.Committed(long version) -> committed(live, version);
            case Outcome.Unknown(String reason) -> life.pause(reason);
            case Outcome.Fenced _ -> life.pause("another writer has changed this session");
            case Outcome.Rejected(String reason) -> life.rejected(live, reason);
        }
    }

    private void committed(Live live, long version) {
        if (clerk.noting()) {
            clerk.noted(live, version);
        } else if (live.blocked()) {
            life.reload();
        } else {
            List<Effect> effects = live.committed(version, means.time().micros());
            shown.show(life, hall);
            outlet.carry(live, effects, life.number());
        }
    }

    private void asked(Disposal disposal) {
        if (life.paused() == null) {
            undertaker.ask(disposal);
        } else {
            disposal.answer(new Disposal.Reply.Paused());
        }
    }

    private void filed(long of, long seq) {
        Live live = life.live();
        if (of == life.number() && live != null) {
            live.filed();
            clerk.filed(seq);
        } else {
            clerk.filedForNothing();
        }
    }

    private void advance() {
        long now = means.time().micros();
        Live live = life.live();
        if (live != null) {
            if (!undertaker.busy()) {
                clerk.note(live, life.number(), mailbox);
            }
            if (!live.busy() && !clerk.noting() && !live.blocked()) {
                undertaker.advance(live, clerk.writing(), life.number(), mailbox);
            }
            while (!live.busy() && !clerk.noting() && !undertaker.busy() && !live.blocked() && live.hasReady(now)) {
                outlet.carry(live, live.step(hall.now(), means.time().wall(), now), life.number());
            }
        }
        life.rest(now);
        arm(now);
    }

    private void arm(long now) {
        long next = life.next(now);
        if (next < armedFor) {
            armedFor = next;
            means.timers().after(Math.max(0, next - now), () -> offer(new Letter.Rang()));
        }
    }
}
