package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Refusal;
import tutti.model.Session;
import tutti.model.SessionId;

/**
 * One client's end: the confirmed document with the edits that wait on top of it. Every edit ends applied, refused with
 * a reason that its author hears, or still waiting and counted.
 *
 * <p>{@code now} is a steady clock in microseconds. Not thread-safe; never blocks. Acts are to be carried out in order.
 */
public final class Replica {
    private final MemberId me;
    private final Outbox outbox;
    private final Gestures gestures;
    private final Confirmed confirmed;
    private final Form form;
    private final Flight flight;
    private final Answers answers = new Answers();
    private final Pace pace = new Pace();
    private final Forecast forecast;
    private final Dispatch dispatch;
    private boolean welcomed;
    private Trail trail = Trail.NONE;

    /** A replica that continues from what its files hold. */
    public Replica(MemberId me, Outbox outbox, Base base, Form form) {
        this.me = me;
        this.outbox = outbox;
        this.gestures = new Gestures(outbox);
        this.confirmed = new Confirmed(base, form);
        this.form = form;
        this.flight = new Flight(form);
        this.forecast = new Forecast(me, outbox, confirmed, answers);
        this.dispatch = new Dispatch(outbox, forecast, gestures, flight, pace);
    }

    /** What the person sees. */
    public View view() {
        return new View(
                forecast.session(),
                confirmed.window().high(),
                waiting(),
                outbox.nextUndo().isPresent(),
                outbox.nextRedo().isPresent(),
                welcomed,
                trail);
    }

    /** How many edits have no answer. */
    public int waiting() {
        return outbox.waitingCount() + outbox.unsettled();
    }

    /** Whether something waits for nothing but the time: then {@link #tick} is due soon. */
    public boolean holds(long now) {
        return welcomed && dispatch.holds(now);
    }

    /** How many edits were folded to show what they come to: what the views have cost. */
    public long folded() {
        return forecast.folded();
    }

    /** What the view is made of. */
    Forecast forecast() {
        return forecast;
    }

    /** What others deliver for this member is shown under what this outbox holds; the newest of it last. */
    public void carry(List<Draft> carried) {
        forecast.carry(carried);
    }

    /** Whether the document is whole: false while a snapshot is on its way. */
    public boolean whole() {
        return confirmed.whole();
    }

    /** What to save beside the outbox; then call {@link #saved} with its seq. */
    public Base base() {
        return confirmed.base();
    }

    /** The outbox as it is, for rewriting its file. */
    public Outbox outbox() {
        return outbox;
    }

    /** The first message on a new connection. */
    public ClientMessage.Hello hello(SessionId session, Secret secret, Profile profile, Optional<RoomClock> clock) {
        welcomed = false;
        return new ClientMessage.Hello(
                Limits.PROTOCOL,
                session,
                secret,
                profile,
                outbox.id(),
                confirmed.window().high(),
                confirmed.window().chain(),
                clock);
    }

    /** The connection is gone. */
    public void disconnected() {
        welcomed = false;
    }

    /** The person changed something; the view has it at once. A new gesture ends the one before. */
    public List<Act> propose(GestureId gesture, List<Mutation> mutations, long now) {
        if (outbox.waitingCount() >= Limits.WAITING) {
            return List.of(new Act.Tell(new Notice.Full()));
        }
        if (!Flight.fits(form, new Ask.Change(mutations))) {
            Refusal why = Refusal.of(Refusal.Reason.TOO_LARGE);
            return List.of(new Act.Tell(new Notice.Refused(gesture, List.of(), why, List.of(), 0)));
        }
        pace.begin(gesture, now);
        List<Act> acts = new ArrayList<>();
        note(acts, merged(gesture, mutations));
        gestures.begun(gesture, mutations).ifPresent(note -> note(acts, note));
        acts.addAll(pump(now));
        return acts;
    }

    private OutboxNote merged(GestureId gesture, List<Mutation> mutations) {
        Optional<Draft> last = outbox.newest().filter(draft -> draft.gesture().equals(gesture));
        Optional<Draft> together =
                last.flatMap(draft -> Merging.merge(draft, mutations)).filter(draft -> Flight.fits(form, draft.ask()));
        return together.<OutboxNote>map(OutboxNote.Redrafted::new)
                .orElseGet(() -> new OutboxNote.Drafted(new Draft(gesture, new Ask.Change(mutations))));
    }

    /** The hand let go: what waits of the gesture may go out. */
    public List<Act> endGesture(long now) {
        pace.end();
        return pump(now);
    }

    /** Takes back the last gesture that can be; {@code fresh} names the undo itself. */
    public List<Act> undo(GestureId fresh, long now) {
        return retrace(fresh, gestures.undo(fresh, this::stored), now);
    }

    /** Takes back the last undo; {@code fresh} names the redo itself. */
    public List<Act> redo(GestureId fresh, long now) {
        return retrace(fresh, gestures.redo(fresh, this::stored), now);
    }

    /** Takes a gesture back as if it had never been; {@code fresh} names the undo that this may need. */
    public List<Act> cancel(GestureId gesture, GestureId fresh, long now) {
        return revert(gestures.cancel(gesture, fresh, this::stored), now);
    }

    /** Makes {@code scope} what it was after row {@code seq}; nobody knows what comes of it before the room says. */
    public List<Act> restore(GestureId gesture, long seq, Scope scope, long now) {
        List<OutboxNote> notes = new ArrayList<>();
        notes.add(new OutboxNote.Drafted(new Draft(gesture, new Ask.Restore(seq, scope))));
        gestures.begun(gesture).ifPresent(notes::add);
        return revert(notes, now);
    }

    private boolean stored(GestureId gesture) {
        return confirmed.window().first(me, gesture).isPresent();
    }

    private List<Act> retrace(GestureId fresh, List<OutboxNote> notes, long now) {
        Session before = forecast.session();
        List<Act> acts = revert(notes, now);
        trail = notes.isEmpty() ? trail : Trail.between(fresh, before, forecast.session());
        return acts;
    }

    private List<Act> revert(List<OutboxNote> notes, long now) {
        long more = notes.stream().filter(OutboxNote.Drafted.class::isInstance).count();
        if (more > 0 && outbox.waitingCount() + more > Limits.WAITING) {
            return List.of(new Act.Tell(new Notice.Full()));
        }
        pace.end();
        List<Act> acts = new ArrayList<>();
        notes.forEach(note -> note(acts, note));
        acts.addAll(pump(now));
        return acts;
    }

    /** Time passed: what was held back may go. */
    public List<Act> tick(long now) {
        return pump(now);
    }

    /** The snapshot {@link #base} of {@code seq} is in its file, forced. */
    public List<Act> saved(long seq) {
        List<Act> acts = new ArrayList<>();
        drop(acts, outbox.numberedUpTo(answers.save(seq)));
        return acts;
    }

    /** The server said something. What concerns only the lobby changes nothing here. */
    public List<Act> receive(ServerMessage message, long now) {
        return switch (message) {
            case ServerMessage.Welcome welcome -> welcome(welcome, now);
            case ServerMessage.Snapshot snapshot -> moved(now, confirmed.take(snapshot));
            case ServerMessage.Rows rows -> moved(now, confirmed.take(rows));
            case ServerMessage.Settled settled -> settled(settled, now);
            case ServerMessage.Paused paused -> {
                welcomed = false;
                yield List.of(new Act.Tell(new Notice.Paused(paused.reason())));
            }
            case ServerMessage.Adopted adopted -> List.of(new Act.Tell(new Notice.Adopted(adopted.report())));
            case ServerMessage.Rejected rejected -> List.of(new Act.Tell(new Notice.Rejected(rejected.reason())));
            case ServerMessage.Pong _, ServerMessage.Here _, ServerMessage.Gone _, ServerMessage.Playing _ -> List.of();
        };
    }

    /** The answer to {@link Act.Renew}: what is kept and not settled by that server goes on under another outbox. */
    public List<Act> renew(OutboxId fresh) {
        List<Act> acts = new ArrayList<>();
        note(acts, new OutboxNote.Opened(fresh));
        answers.clear();
        flight.clear();
        forecast.moved();
        acts.add(new Act.Force());
        acts.add(new Act.Reconnect("the server went back; going on under a new outbox"));
        return acts;
    }

    private List<Act> welcome(ServerMessage.Welcome welcome, long now) {
        List<Act> acts = new ArrayList<>();
        boolean forgot = welcome.settled() < outbox.settled();
        if (forgot || welcome.seq() < outbox.seq() || welcome.continuity() == Continuity.DIFFERENT) {
            acts.add(new Act.Tell(new Notice.WentBack(forecast.session())));
            answers.wentBack();
        }
        if (forgot) {
            drop(acts, outbox.numberedUpTo(welcome.settled()));
            acts.add(new Act.Renew());
            return acts;
        }
        if (welcome.continuity() == Continuity.SAME) {
            confirmed.expectRows();
        } else {
            confirmed.expectSnapshot();
        }
        settle(acts, welcome.settled(), welcome.seq(), welcome.verdicts());
        welcomed = true;
        acts.addAll(dispatch.again(welcome.settled()));
        acts.addAll(moved(now, Optional.empty()));
        return acts;
    }

    private List<Act> settled(ServerMessage.Settled settled, long now) {
        List<Act> acts = new ArrayList<>();
        settle(acts, settled.n(), settled.seq(), settled.verdicts());
        acts.addAll(moved(now, Optional.empty()));
        return acts;
    }

    private void settle(List<Act> acts, long n, long seq, List<Verdict> verdicts) {
        Notices heard = verdicts.isEmpty() ? Notices.NONE : Notices.of(verdicts, outbox.numbered());
        heard.all().forEach(notice -> acts.add(new Act.Tell(notice)));
        note(acts, new OutboxNote.Told(n, seq));
        drop(acts, heard.refused().stream().map(Edit::n).toList());
        for (Edit edit : heard.refused()) {
            gestures.refused(edit.gesture(), this::stored).ifPresent(gone -> note(acts, gone));
        }
        flight.settle(n);
        answers.add(n, seq);
    }

    private void drop(List<Act> acts, List<Long> numbers) {
        if (!numbers.isEmpty()) {
            note(acts, new OutboxNote.Dropped(numbers));
        }
    }

    /** The confirmed document moved, or could not: then the connection begins anew. */
    private List<Act> moved(long now, Optional<String> misfit) {
        answers.reach(confirmed.window().high());
        trail = trail.told(confirmed.window().rows(me, trail.by()));
        forecast.moved();
        List<Act> acts = new ArrayList<>();
        misfit.map(Act.Reconnect::new).ifPresent(acts::add);
        acts.addAll(pump(now));
        return acts;
    }

    private List<Act> pump(long now) {
        return welcomed ? dispatch.pump(now) : List.of();
    }

    private void note(List<Act> acts, OutboxNote note) {
        acts.add(dispatch.note(note));
    }
}
