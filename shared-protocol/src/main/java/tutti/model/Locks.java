package tutti.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The parameter locks of a step: the tag of a track's control and the value that it takes on this step. Immutable. */
public record Locks(List<Lock> all) {
    /** One locked control. */
    public record Lock(String control, int value) {}

    /** Nothing locked. */
    public static final Locks NONE = new Locks(List.of());

    /** What {@code control} is locked to. A plain loop: it is asked once a control for each step of a document. */
    public Optional<Integer> get(String control) {
        for (Lock lock : all) {
            if (lock.control().equals(control)) {
                return Optional.of(lock.value());
            }
        }
        return Optional.empty();
    }

    /** These locks with {@code control} locked to {@code value}, or unlocked if there is none; sorted by control. */
    public Locks with(String control, Optional<Integer> value) {
        List<Lock> next = new ArrayList<>(all);
        next.removeIf(lock -> lock.control().equals(control));
        value.ifPresent(v -> next.add(new Lock(control, v)));
        next.sort(Comparator.comparing(Lock::control));
        return next.isEmpty() ? NONE : new Locks(Collections.unmodifiableList(next));
    }
}
