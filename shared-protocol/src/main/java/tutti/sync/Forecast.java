package tutti.sync;

import java.util.List;
import java.util.Map;
import tutti.edit.Mutation;
import tutti.edit.Property;
import tutti.model.Session;

/** Confirmed + pending = view: what the waiting edits will make of the document, by the room's own rules. */
final class Forecast {
    private final MemberId me;
    private final Layer layer;
    private Session session;

    Forecast(MemberId me, Session confirmed, History window) {
        this.me = me;
        this.session = confirmed;
        this.layer = new Layer(window);
    }

    Session session() {
        return session;
    }

    /** All of the outbox but the numbers up to {@code reached}, which the confirmed document contains. */
    Forecast with(Outbox outbox, long reached) {
        outbox.numbered().stream().filter(edit -> edit.n() > reached).forEach(edit -> add(edit.gesture(), edit.ask()));
        outbox.waiting().forEach(draft -> add(draft.gesture(), draft.ask()));
        return this;
    }

    /** One more waiting edit. What would be refused, or cannot be known here, changes nothing. */
    void add(GestureId gesture, Ask ask) {
        if (session.frozen()) {
            return;
        }
        switch (ask) {
            case Ask.Change change -> write(gesture, change.mutations(), Map.of());
            case Ask.Undo undo -> {
                if (Undoing.plan(layer, session, me, gesture, undo.of()) instanceof Undoing.Plan.Puts puts) {
                    write(gesture, puts.mutations(), puts.left());
                }
            }
            case Ask.Restore _ -> {}
        }
    }

    private void write(GestureId gesture, List<Mutation> mutations, Map<Property, Long> left) {
        if (Writing.of(session, mutations) instanceof Writing.Written written) {
            long seq = layer.high() + 1;
            List<Row> before = layer.rows(me, gesture);
            long first = before.isEmpty() ? seq : before.getFirst().first();
            List<Trace> traces = Writing.traces(layer, seq, written.was(), left);
            layer.add(new Row(seq, 0, 0, me, gesture, first, mutations, traces));
            session = written.next();
        }
    }
}
