package tutti.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tutti.edit.Mutation;
import tutti.edit.Property;
import tutti.edit.Root;

/**
 * The rows that a client expects from its waiting edits, on top of the window that it knows; all by one member. Rows
 * can be taken off at either end. Not thread-safe.
 */
final class Layer implements History {
    private final Window base;
    private final Deque<Row> rows = new ArrayDeque<>();
    private final Map<Property, Deque<Touch>> touches = new HashMap<>();
    private final Map<GestureId, Deque<Row>> gestures = new HashMap<>();

    Layer(Window base) {
        this.base = base;
    }

    /** Whether it lies on this window and not on one that this took the place of. */
    boolean isOn(Window window) {
        return base == window;
    }

    void add(Row row) {
        rows.addLast(row);
        gestures.computeIfAbsent(row.gesture(), gesture -> new ArrayDeque<>()).addLast(row);
        if (forgets(row)) {
            row.mutations().forEach(this::forget);
        }
        for (Trace trace : row.traces()) {
            touches.computeIfAbsent(trace.was().property(), property -> new ArrayDeque<>())
                    .addLast(new Touch(row.seq(), trace.after(), row.by()));
        }
    }

    private void forget(Mutation mutation) {
        if (mutation instanceof Mutation.Forget forget) {
            Optional<Root<?>> root = Optional.of(forget.place());
            touches.keySet().removeIf(property -> property.place().root().equals(root));
        }
    }

    private static boolean forgets(Row row) {
        return row.mutations().stream().anyMatch(Mutation.Forget.class::isInstance);
    }

    /** The oldest row. */
    Optional<Row> first() {
        return Optional.ofNullable(rows.peekFirst());
    }

    /** The oldest row lies in the window now. */
    void removeFirst() {
        Row row = rows.removeFirst();
        take(gestures, row.gesture(), Deque::removeFirst);
        for (Trace trace : row.traces()) {
            Property property = trace.was().property();
            if (touches.containsKey(property)
                    && touches.get(property).getFirst().by() == row.seq()) {
                take(touches, property, Deque::removeFirst);
            }
        }
    }

    /** The newest row will not come; returns whether what was before it is known. */
    boolean removeLast() {
        Row row = rows.removeLast();
        take(gestures, row.gesture(), Deque::removeLast);
        row.traces().forEach(trace -> take(touches, trace.was().property(), Deque::removeLast));
        return !forgets(row);
    }

    private static <K, T> void take(Map<K, Deque<T>> from, K key, Consumer<Deque<T>> one) {
        Deque<T> all = from.getOrDefault(key, new ArrayDeque<>());
        if (all.size() > 1) {
            one.accept(all);
        } else {
            from.remove(key);
        }
    }

    @Override
    public long low() {
        return base.low();
    }

    @Override
    public long high() {
        return base.high() + rows.size();
    }

    @Override
    public OptionalLong first(MemberId member, GestureId gesture) {
        OptionalLong mine = gestures.getOrDefault(gesture, new ArrayDeque<>()).stream()
                .filter(row -> row.by().equals(member))
                .mapToLong(Row::first)
                .findFirst();
        return mine.isPresent() ? mine : base.first(member, gesture);
    }

    @Override
    public List<Row> rows(MemberId member, GestureId gesture) {
        Deque<Row> mine = gestures.getOrDefault(gesture, new ArrayDeque<>());
        return Stream.concat(
                        base.rows(member, gesture).stream(),
                        mine.stream().filter(row -> row.by().equals(member)))
                .toList();
    }

    @Override
    public Optional<Touch> touch(Property property) {
        return Optional.ofNullable(touches.get(property)).map(Deque::getLast).or(() -> base.touch(property));
    }

    /** No client expects to forget: only a room does that. */
    @Override
    public boolean forgotten(Root<?> root, long seq) {
        return base.forgotten(root, seq);
    }

    @Override
    public Optional<MemberId> stranger(Root<?> root, long seq, MemberId member) {
        return rows.stream()
                .filter(row -> row.seq() > seq && !row.by().equals(member) && Writing.enters(row, root))
                .map(Row::by)
                .findFirst()
                .or(() -> base.stranger(root, seq, member));
    }
}
