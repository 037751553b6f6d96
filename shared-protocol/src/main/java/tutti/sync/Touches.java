package tutti.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Property;
import tutti.edit.Root;

/**
 * What the rows of a window say of properties and nodes, and which of those at hand make up a gesture. What rows said
 * that have left the window stays until it is swept out; who asks must know from where on it counts. Not thread-safe.
 */
final class Touches {
    private record Deed(MemberId member, GestureId gesture) {}

    private final Map<Property, Touch> touches = new HashMap<>();
    private final Map<Deed, List<Row>> gestures = new HashMap<>();
    private final Map<Root<?>, Long> forgotten = new HashMap<>();
    /** For each node who put something into it or what belongs to it, and the newest row in which. */
    private final Map<Root<?>, Map<MemberId, Long>> entered = new HashMap<>();

    void add(Row row) {
        gestures.computeIfAbsent(new Deed(row.by(), row.gesture()), deed -> new ArrayList<>())
                .add(row);
        for (Mutation mutation : row.mutations()) {
            switch (mutation) {
                case Mutation.Forget forget -> forget(forget.place(), row.seq());
                case Mutation.Put<?, ?> put -> put.place().root().ifPresent(root -> enter(root, row));
                case Mutation.Insert<?> _ -> {}
            }
        }
        for (Trace trace : row.traces()) {
            touches.put(trace.was().property(), new Touch(row.seq(), trace.after(), row.by()));
        }
    }

    private void forget(Root<?> root, long seq) {
        forgotten.put(root, seq);
        touches.keySet().removeIf(property -> property.place().root().equals(Optional.of(root)));
    }

    private void enter(Root<?> root, Row row) {
        entered.computeIfAbsent(root, first -> new HashMap<>()).put(row.by(), row.seq());
    }

    /** A row, of its gesture the oldest at hand, is at hand no more. */
    void putAway(Row row) {
        Deed deed = new Deed(row.by(), row.gesture());
        List<Row> rows = gestures.getOrDefault(deed, new ArrayList<>());
        rows.removeFirst();
        if (rows.isEmpty()) {
            gestures.remove(deed);
        }
    }

    /** Takes out what rows before {@code low} wrote and nothing wrote over. */
    void sweep(long low) {
        touches.values().removeIf(touch -> touch.by() < low);
        forgotten.values().removeIf(seq -> seq < low);
        entered.values().forEach(people -> people.values().removeIf(seq -> seq < low));
        entered.values().removeIf(Map::isEmpty);
    }

    Optional<Touch> touch(Property property) {
        return Optional.ofNullable(touches.get(property));
    }

    /** The row that forgot this last, 0 if none did. */
    long forgotten(Root<?> root) {
        return forgotten.getOrDefault(root, 0L);
    }

    /** Who but {@code member} put something into {@code root} after the row {@code seq}; of several the last. */
    Optional<MemberId> stranger(Root<?> root, long seq, MemberId member) {
        return entered.getOrDefault(root, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue() > seq && !entry.getKey().equals(member))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** The rows at hand of a gesture. */
    List<Row> rows(MemberId member, GestureId gesture) {
        return gestures.getOrDefault(new Deed(member, gesture), List.of());
    }
}
