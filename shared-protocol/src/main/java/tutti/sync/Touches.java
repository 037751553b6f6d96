package tutti.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Property;

/** What rows say of properties, and which rows make up a gesture. Not thread-safe. */
final class Touches {
    private record Deed(MemberId member, GestureId gesture) {}

    private final Map<Property, Touch> touches = new HashMap<>();
    private final Map<Deed, List<Row>> gestures = new HashMap<>();

    void add(Row row) {
        gestures.computeIfAbsent(new Deed(row.by(), row.gesture()), deed -> new ArrayList<>())
                .add(row);
        for (Trace trace : row.traces()) {
            touches.put(trace.was().property(), new Touch(row.seq(), trace.after(), row.by()));
        }
    }

    /** Takes out what {@code row}, the oldest, wrote and nothing wrote over. */
    void remove(Row row) {
        Deed deed = new Deed(row.by(), row.gesture());
        List<Row> rows = gestures.getOrDefault(deed, new ArrayList<>());
        rows.remove(row);
        if (rows.isEmpty()) {
            gestures.remove(deed);
        }
        for (Trace trace : row.traces()) {
            touches.computeIfPresent(trace.was().property(), (p, touch) -> touch.by() == row.seq() ? null : touch);
        }
    }

    Optional<Touch> touch(Property property) {
        return Optional.ofNullable(touches.get(property));
    }

    List<Row> rows(MemberId member, GestureId gesture) {
        return gestures.getOrDefault(new Deed(member, gesture), List.of());
    }
}
