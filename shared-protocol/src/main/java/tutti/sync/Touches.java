package tutti.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Property;
import tutti.edit.Root;

/** What rows say of properties, and which rows make up a gesture. Not thread-safe. */
final class Touches {
    private record Deed(MemberId member, GestureId gesture) {}

    private final Map<Property, Touch> touches = new HashMap<>();
    private final Map<Deed, List<Row>> gestures = new HashMap<>();
    private final Map<Root<?>, Long> forgotten = new HashMap<>();

    void add(Row row) {
        gestures.computeIfAbsent(new Deed(row.by(), row.gesture()), deed -> new ArrayList<>())
                .add(row);
        for (Mutation mutation : row.mutations()) {
            if (mutation instanceof Mutation.Forget forget) {
                forget(forget.place(), row.seq());
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

    /** Takes out what {@code row}, the oldest, wrote and nothing wrote over. */
    void remove(Row row) {
        Deed deed = new Deed(row.by(), row.gesture());
        List<Row> rows = gestures.getOrDefault(deed, new ArrayList<>());
        rows.remove(row);
        if (rows.isEmpty()) {
            gestures.remove(deed);
        }
        forgotten.values().removeIf(seq -> seq == row.seq());
        for (Trace trace : row.traces()) {
            touches.computeIfPresent(trace.was().property(), (p, touch) -> touch.by() == row.seq() ? null : touch);
        }
    }

    Optional<Touch> touch(Property property) {
        return Optional.ofNullable(touches.get(property));
    }

    /** The row that forgot this last, 0 if none did. */
    long forgotten(Root<?> root) {
        return forgotten.getOrDefault(root, 0L);
    }

    List<Row> rows(MemberId member, GestureId gesture) {
        return gestures.getOrDefault(new Deed(member, gesture), List.of());
    }
}
