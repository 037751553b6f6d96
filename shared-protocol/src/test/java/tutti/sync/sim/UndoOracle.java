package tutti.sync.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Outcome;
import tutti.edit.Property;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.model.Session;
import tutti.sync.GestureId;
import tutti.sync.MemberId;
import tutti.sync.Row;

/**
 * Reads history from its beginning and knows, for every property, whose value stands there and from which row it comes.
 * It uses nothing of what rows say of that themselves.
 */
final class UndoOracle {
    /** One change of a property: by whom, and the row that the value comes from. */
    private record Mark(long seq, MemberId by, long origin) {}

    private final Map<Property, List<Mark>> marks = new HashMap<>();
    private final Map<Property, Put<?, ?>> first = new HashMap<>();
    private final Map<Long, Map<Property, Put<?, ?>>> values = new HashMap<>();
    private final List<Row> past = new ArrayList<>();
    private final Tally tally;
    private Session session;

    UndoOracle(Session birth, Tally tally) {
        this.session = birth;
        this.tally = tally;
    }

    Session session() {
        return session;
    }

    /** The next row; {@code undoes} is the gesture that it takes back, if it does. */
    void read(Row row, Optional<GestureId> undoes) {
        Map<Property, Long> origins = undoes.map(of -> check(row, of)).orElse(Map.of());
        Map<Property, Put<?, ?>> values = apply(row);
        this.values.put(row.seq(), values);
        values.keySet()
                .forEach(property ->
                        marks(property).add(new Mark(row.seq(), row.by(), origins.getOrDefault(property, row.seq()))));
        past.add(row);
    }

    private List<Mark> marks(Property property) {
        return marks.computeIfAbsent(property, p -> new ArrayList<>());
    }

    private Map<Property, Put<?, ?>> apply(Row row) {
        Map<Property, Put<?, ?>> values = new LinkedHashMap<>();
        for (Mutation mutation : row.mutations()) {
            if (mutation instanceof Mutation.Forget forget) {
                forget(forget.place());
            } else {
                Put<?, ?> put = asPut(mutation);
                first.computeIfAbsent(put.property(), p -> mutation instanceof Insert<?> i ? hidden(i) : standing(put));
                values.put(put.property(), put);
            }
            if (!(Reducer.reduce(session, mutation) instanceof Outcome.Changed changed)) {
                throw new Broken("row " + row.seq() + " replays as refused");
            }
            session = changed.next();
        }
        return values;
    }

    /** Whatever was done there before is as if it had never been. */
    private void forget(Root<?> root) {
        tally.count("forgotten");
        Optional<Root<?>> there = Optional.of(root);
        marks.keySet().removeIf(property -> property.place().root().equals(there));
        first.keySet().removeIf(property -> property.place().root().equals(there));
    }

    private static Put<?, ?> asPut(Mutation mutation) {
        return switch (mutation) {
            case Put<?, ?> put -> put;
            case Insert<?> insert -> Mutation.bringBack(insert.place());
            case Mutation.Forget forget -> throw new Broken("an undo forgets");
        };
    }

    private static Put<?, ?> hidden(Insert<?> insert) {
        return Mutation.delete(insert.place());
    }

    private <N, T> Put<N, T> standing(Put<N, T> put) {
        N node = put.place().get(session).orElseThrow();
        return new Put<>(put.place(), put.value().field().in(node));
    }

    /** Compares an undo with what it must be; returns for each property the row whose value it brings back. */
    private Map<Property, Long> check(Row undo, GestureId of) {
        tally.count("undo rows");
        Map<Property, Long> origins = new LinkedHashMap<>();
        Map<Property, Put<?, ?>> due = due(undo, of, origins);
        Map<Property, Put<?, ?>> done = new HashMap<>();
        undo.mutations().forEach(mutation -> done.put(asPut(mutation).property(), asPut(mutation)));
        done.keySet().forEach(property -> guard(undo, of, property));
        Broken.unless(due.equals(done), "row " + undo.seq() + " undoes " + of + ": due " + due + " but done " + done);
        return origins;
    }

    /** Nobody else's value is ever taken away: what an undo changes stands by the undone gesture itself. */
    private void guard(Row undo, GestureId of, Property property) {
        Broken.unless(!marks(property).isEmpty(), "row " + undo.seq() + " brings back what was forgotten: " + property);
        Mark last = marks(property).getLast();
        boolean own = marks(property).stream()
                .filter(mark -> mark.by().equals(undo.by())
                        && rowOf(mark.seq()).gesture().equals(of))
                .anyMatch(mark -> mark.origin() == last.origin());
        Broken.unless(own, "row " + undo.seq() + " takes away what " + last.by() + " set: " + property);
    }

    private Row rowOf(long seq) {
        return past.get((int) seq - 1);
    }

    private Map<Property, Put<?, ?>> due(Row undo, GestureId of, Map<Property, Long> origins) {
        Map<Property, Put<?, ?>> due = new LinkedHashMap<>();
        Session trial = session;
        for (Row row : past.reversed()) {
            if (!row.by().equals(undo.by()) || !row.gesture().equals(of)) {
                continue;
            }
            for (Property property : List.copyOf(values.get(row.seq()).keySet()).reversed()) {
                Put<?, ?> before = before(row, property);
                if (stands(row, property, origins)
                        && !kept(undo, of, property)
                        && Reducer.reduce(trial, before) instanceof Outcome.Changed changed) {
                    trial = changed.next();
                    due.put(property, before);
                    origins.put(property, originBefore(row, property));
                }
            }
        }
        return due;
    }

    private boolean stands(Row row, Property property, Map<Property, Long> origins) {
        if (marks(property).isEmpty()) {
            return false;
        }
        long now = origins.getOrDefault(property, marks(property).getLast().origin());
        return marks(property).stream().anyMatch(mark -> mark.seq() == row.seq() && mark.origin() == now);
    }

    private long originBefore(Row row, Property property) {
        long origin = 0;
        for (Mark mark : marks(property)) {
            origin = mark.seq() < row.seq() ? mark.origin() : origin;
        }
        return origin;
    }

    private Put<?, ?> before(Row row, Property property) {
        long origin = originBefore(row, property);
        return origin == 0 ? first.get(property) : values.get(origin).get(property);
    }

    /** Whether the gesture made a node visible in which somebody else has put anything since. */
    private boolean kept(Row undo, GestureId of, Property property) {
        Optional<Root<?>> root = property.place().root();
        if (root.isEmpty()) {
            return false;
        }
        boolean shown = false;
        for (Row row : past) {
            boolean mine = row.by().equals(undo.by());
            if (shown && !mine && puts(row, root.get())) {
                return true;
            }
            shown = shown || (mine && row.gesture().equals(of) && shows(row, root.get()));
        }
        return false;
    }

    private static boolean puts(Row row, Root<?> root) {
        return row.mutations().stream()
                .anyMatch(mutation ->
                        mutation instanceof Put<?, ?> put && put.place().root().equals(Optional.of(root)));
    }

    private static boolean shows(Row row, Root<?> root) {
        return row.mutations().stream()
                .anyMatch(mutation -> !(mutation instanceof Mutation.Forget)
                        && asPut(mutation).equals(Mutation.bringBack(root)));
    }
}
