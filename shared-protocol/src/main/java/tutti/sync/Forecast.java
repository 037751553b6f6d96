package tutti.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tutti.edit.Mutation;
import tutti.edit.Property;
import tutti.model.Session;

/**
 * Confirmed + pending = view: what the waiting edits will make of the document, by the room's own rules. It follows the
 * outbox note by note, and takes my own rows as the edits that it foretold, so that an edit is folded once however many
 * wait; only what it did not foretell makes it fold all of them again. Not thread-safe.
 */
final class Forecast {
    /** So many of the newest edits can be taken off again without folding all. */
    private static final int BACK = 1_024;

    /**
     * An edit in the forecast.
     *
     * @param n its number, 0 while it has none
     * @param seq of the row that was foretold for it, 0 if none was
     */
    private record Item(GestureId gesture, long n, long seq) {}

    private final MemberId me;
    private final Outbox outbox;
    private final Confirmed confirmed;
    private final Answers answers;
    private final Deque<Item> numbered = new ArrayDeque<>();
    private final Deque<Item> waiting = new ArrayDeque<>();
    /** The document before each of the newest edits. */
    private final Deque<Session> before = new ArrayDeque<>();

    private List<Draft> below = List.of();
    private Layer layer;
    private Session session;
    /** The confirmed row on which it stands. */
    private long at;

    private boolean moved;
    private boolean lost = true;
    private long folded;

    Forecast(MemberId me, Outbox outbox, Confirmed confirmed, Answers answers) {
        this.me = me;
        this.outbox = outbox;
        this.confirmed = confirmed;
        this.answers = answers;
        this.session = confirmed.session();
        this.layer = new Layer(confirmed.window());
    }

    /** Another one that has folded nothing yet; it has to come to the same. */
    Forecast again() {
        Forecast other = new Forecast(me, outbox, confirmed, answers);
        other.carry(below);
        return other;
    }

    /** The document as it is foretold. */
    Session session() {
        keepUp();
        if (lost) {
            anew();
        }
        return session;
    }

    /** How many edits were folded since the beginning: what foretelling costs. */
    long folded() {
        return folded;
    }

    /** The confirmed document, or what is answered, may be another one. */
    void moved() {
        moved = true;
    }

    /** What others deliver for this member lies under the edits of the outbox from now on. */
    void carry(List<Draft> carried) {
        below = List.copyOf(carried);
        lost = true;
    }

    /** Changes the outbox by a note, and the forecast with it. */
    void follow(OutboxNote note) {
        boolean edits = note instanceof OutboxNote.Drafted
                || note instanceof OutboxNote.Redrafted
                || note instanceof OutboxNote.TakenOut;
        if (edits) {
            keepUp();
        }
        outbox.apply(note);
        if (!lost) {
            apply(note);
        }
    }

    private void apply(OutboxNote note) {
        switch (note) {
            case OutboxNote.Drafted drafted -> waiting.addLast(item(drafted.draft()));
            case OutboxNote.Redrafted redrafted -> {
                takeOff();
                waiting.addLast(item(redrafted.draft()));
            }
            case OutboxNote.TakenOut out -> takeOut(out.gesture());
            case OutboxNote.Numbered number -> number(number.n());
            case OutboxNote.Opened _ -> lost = true;
            case OutboxNote.Dropped dropped -> drop(Set.copyOf(dropped.numbers()));
            case OutboxNote.Told _ -> moved = true;
            case OutboxNote.Begun _, OutboxNote.Undone _, OutboxNote.Redone _, OutboxNote.Stacked _ -> {}
        }
    }

    private void number(long n) {
        Item first = waiting.removeFirst();
        numbered.addLast(new Item(first.gesture(), n, first.seq()));
    }

    /** What came to nothing, as was foretold, is not missed. */
    private void drop(Set<Long> numbers) {
        numbered.removeIf(item -> item.seq() == 0 && numbers.contains(item.n()));
        moved = true;
    }

    /** A gesture is taken out: cheap where it is the newest. */
    private void takeOut(GestureId gesture) {
        while (!lost && !waiting.isEmpty() && waiting.getLast().gesture().equals(gesture)) {
            takeOff();
        }
        lost |= waiting.size() != outbox.waitingCount();
    }

    /** The newest edit is gone. */
    private void takeOff() {
        if (before.isEmpty()) {
            lost = true;
            return;
        }
        session = before.removeLast();
        if (waiting.removeLast().seq() > 0) {
            lost |= !layer.removeLast();
        }
    }

    private void keepUp() {
        if (moved && !lost) {
            lost = !advanced();
        }
        moved = false;
    }

    /** Whether all that is new in the confirmed document was foretold, and lies in it now as it lay above. */
    private boolean advanced() {
        Window window = confirmed.window();
        List<Chained> fresh = window.after(at);
        if (!layer.isOn(window) || fresh.size() != window.high() - at) {
            return false;
        }
        for (Chained chained : fresh) {
            if (!layer.first().filter(row -> foretold(row, chained.row())).isPresent()) {
                return false;
            }
            layer.removeFirst();
        }
        at = window.high();
        return settled();
    }

    private static boolean foretold(Row row, Row came) {
        return row.seq() == came.seq()
                && row.by().equals(came.by())
                && row.gesture().equals(came.gesture())
                && row.first() == came.first()
                && row.mutations().equals(came.mutations())
                && row.traces().equals(came.traces());
    }

    /** Whether exactly those have gone that lie in the confirmed document, or came to nothing as was foretold. */
    private boolean settled() {
        while (!numbered.isEmpty() && numbered.getFirst().n() <= answers.reached()) {
            if (numbered.removeFirst().seq() > at) {
                return false;
            }
        }
        while (before.size() > numbered.size() + waiting.size()) {
            before.removeFirst();
        }
        return numbered.size() == outbox.numberedAfter(answers.reached()) && waiting.size() == outbox.waitingCount();
    }

    /** All of the outbox but the numbers which the confirmed document contains, on what is confirmed now. */
    private void anew() {
        numbered.clear();
        waiting.clear();
        before.clear();
        session = confirmed.session();
        layer = new Layer(confirmed.window());
        at = confirmed.window().high();
        below.forEach(this::item);
        outbox.numbered().stream()
                .filter(edit -> edit.n() > answers.reached())
                .forEach(edit -> numbered.addLast(item(edit)));
        outbox.waiting().forEach(draft -> waiting.addLast(item(draft)));
        lost = false;
    }

    private Item item(Edit edit) {
        return new Item(edit.gesture(), edit.n(), fold(edit.gesture(), edit.ask()));
    }

    private Item item(Draft draft) {
        return new Item(draft.gesture(), 0, fold(draft.gesture(), draft.ask()));
    }

    /** One more edit: seq of its row. What would be refused, or cannot be known here, changes nothing and has none. */
    private long fold(GestureId gesture, Ask ask) {
        folded++;
        before.addLast(session);
        if (before.size() > BACK) {
            before.removeFirst();
        }
        if (session.frozen()) {
            return 0;
        }
        return switch (ask) {
            case Ask.Change change -> write(gesture, change.mutations(), Map.of());
            case Ask.Undo undo ->
                Undoing.plan(layer, session, me, gesture, undo.of()) instanceof Undoing.Plan.Puts puts
                        ? write(gesture, puts.mutations(), puts.left())
                        : 0;
            case Ask.Restore _ -> 0;
        };
    }

    private long write(GestureId gesture, List<Mutation> mutations, Map<Property, Long> left) {
        if (!(Writing.of(session, mutations) instanceof Writing.Written written)) {
            return 0;
        }
        long seq = layer.high() + 1;
        long first = layer.first(me, gesture).orElse(seq);
        List<Trace> traces = Writing.traces(layer, seq, written.was(), left);
        layer.add(new Row(seq, 0, 0, me, gesture, first, mutations, traces));
        session = written.next();
        return seq;
    }
}
