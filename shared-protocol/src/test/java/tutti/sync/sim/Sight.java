package tutti.sync.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Put;
import tutti.edit.Place;
import tutti.edit.Property;
import tutti.edit.StepFields;
import tutti.sync.Ask;
import tutti.sync.Draft;
import tutti.sync.Edit;
import tutti.sync.Outbox;
import tutti.sync.Row;
import tutti.sync.View;

/** What a person must see: their own edits, from the moment of the click, whatever the network does. */
final class Sight {
    private final View view;
    private final TreeMap<Long, Edit> sent;
    private final Set<Long> refused;
    private final long settled;
    private final Outbox outbox;
    private final Map<Property, Put<?, ?>> due = new LinkedHashMap<>();

    Sight(View view, TreeMap<Long, Edit> sent, Set<Long> refused, long settled, Outbox outbox) {
        this.view = view;
        this.sent = sent;
        this.refused = refused;
        this.settled = settled;
        this.outbox = outbox;
    }

    /** Of steps only: nothing refuses those. An undo or a restore that waits makes all of it unsure. */
    void check(List<Row> rows) {
        List<Ask> waiting = waiting(new Fates(sent.values(), rows));
        if (!waiting.stream().allMatch(Ask.Change.class::isInstance)) {
            return;
        }
        waiting.forEach(this::ask);
        due.forEach((property, put) -> Broken.unless(
                put.place().get(view.session()).isEmpty() || put.holds(view.session()),
                "an edit has gone from the view: " + property));
    }

    private List<Ask> waiting(Fates fates) {
        List<Ask> asks = new ArrayList<>();
        for (Edit edit : sent.values()) {
            boolean there = fates.row(edit.n()).isPresent() && edit.n() <= settled;
            if (!there && !refused.contains(edit.n())) {
                asks.add(edit.ask());
            }
        }
        outbox.waiting().stream().map(Draft::ask).forEach(asks::add);
        return asks;
    }

    private void ask(Ask ask) {
        if (ask instanceof Ask.Change change) {
            boolean simple = change.mutations().stream().allMatch(Sight::simple);
            for (Mutation mutation : change.mutations()) {
                if (mutation instanceof Put<?, ?> put) {
                    due.remove(put.property());
                    if (simple) {
                        due.put(put.property(), put);
                    }
                }
            }
        }
    }

    private static boolean simple(Mutation mutation) {
        return mutation instanceof Put<?, ?> put
                && put.place() instanceof Place.OfStep
                && !StepFields.LOCKS.contains(put.value().field());
    }
}
