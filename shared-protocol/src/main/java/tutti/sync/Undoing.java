package tutti.sync;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Put;
import tutti.edit.Outcome;
import tutti.edit.Property;
import tutti.edit.Reducer;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.model.Session;

/**
 * Undo that never touches another's work: a property goes back to the value before the gesture only where the gesture's
 * own value still stands, and a node that others have worked in since stays whole.
 */
final class Undoing {
    /** What an undo comes to. */
    sealed interface Plan {
        /**
         * Puts to append.
         *
         * @param left for each property the row whose value stands after it
         */
        record Puts(List<Mutation> mutations, Map<Property, Long> left, List<Skip> skipped) implements Plan {}

        /** Nothing can be undone. */
        record Nothing(Refusal refusal, List<Skip> skipped) implements Plan {}
    }

    private final History history;
    private final MemberId me;
    private final List<Row> rows;
    private final Map<Root<?>, MemberId> kept = new LinkedHashMap<>();
    private final Map<Property, Put<?, ?>> out = new LinkedHashMap<>();
    private final Map<Property, Long> left = new LinkedHashMap<>();
    private final Set<Skip> skipped = new LinkedHashSet<>();
    private final Session start;
    private Session session;

    private Undoing(History history, Session session, MemberId me, List<Row> rows) {
        this.history = history;
        this.start = session;
        this.session = session;
        this.me = me;
        this.rows = rows;
    }

    /** Plans how {@code me} takes back the gesture {@code of} by the gesture {@code undo}. Redo is undo of an undo. */
    static Plan plan(History history, Session session, MemberId me, GestureId undo, GestureId of) {
        List<Row> rows = history.rows(me, of);
        if (undo.equals(of)) {
            return new Plan.Nothing(Refusal.of(Reason.SAME_GESTURE), List.of());
        }
        if (rows.isEmpty()) {
            return new Plan.Nothing(Refusal.of(Reason.NOTHING), List.of());
        }
        if (rows.getFirst().first() < history.low()) {
            return new Plan.Nothing(Refusal.of(Reason.BEYOND_WINDOW), List.of());
        }
        return new Undoing(history, session, me, rows).plan();
    }

    private Plan plan() {
        for (Row row : rows) {
            for (Root<?> root : Writing.shown(row)) {
                history.stranger(root, row.seq(), me).ifPresent(other -> kept.put(root, other));
            }
        }
        for (Row row : rows.reversed()) {
            row.traces().reversed().forEach(trace -> take(row, trace));
        }
        List<Skip> all = List.copyOf(skipped);
        return out.isEmpty()
                ? new Plan.Nothing(Refusal.of(Reason.NOTHING), all)
                : new Plan.Puts(Fitting.order(start, List.copyOf(out.values())), left, all);
    }

    private void take(Row row, Trace trace) {
        Property property = trace.was().property();
        Optional<Touch> touch = history.touch(property);
        long stands = left.getOrDefault(property, touch.map(Touch::seq).orElse(0L));
        if (forgotten(property, row)) {
            skip(property, Optional.empty(), Optional.of(Reason.MISSING));
            return;
        }
        if (stands != trace.after()) {
            skip(property, touch.map(Touch::member), Optional.empty());
            return;
        }
        Optional<MemberId> keeper = property.place().root().map(kept::get);
        if (keeper.isPresent()) {
            skip(property, keeper, Optional.empty());
            return;
        }
        switch (Reducer.reduce(session, trace.was())) {
            case Outcome.Refused refused ->
                skip(property, Optional.empty(), Optional.of(refused.refusal().reason()));
            case Outcome.Changed changed -> {
                session = changed.next();
                out.put(property, trace.was());
                left.put(property, trace.before());
            }
        }
    }

    private boolean forgotten(Property property, Row row) {
        return property.place()
                .root()
                .filter(root -> history.forgotten(root, row.seq()))
                .isPresent();
    }

    private void skip(Property property, Optional<MemberId> by, Optional<Reason> why) {
        skipped.add(new Skip(property.place().path(), property.field().tag(), by, why));
    }
}
