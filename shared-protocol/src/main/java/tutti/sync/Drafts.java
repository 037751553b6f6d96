package tutti.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edits without a number, in order, and how many there are of a gesture. Not thread-safe. */
final class Drafts {
    private final Deque<Draft> drafts = new ArrayDeque<>();
    private final Map<GestureId, Integer> counts = new HashMap<>();

    int size() {
        return drafts.size();
    }

    boolean has(GestureId gesture) {
        return counts.containsKey(gesture);
    }

    List<Draft> all() {
        return List.copyOf(drafts);
    }

    Optional<Draft> oldest() {
        return Optional.ofNullable(drafts.peekFirst());
    }

    Optional<Draft> newest() {
        return Optional.ofNullable(drafts.peekLast());
    }

    void add(Draft draft) {
        drafts.addLast(draft);
        counts.merge(draft.gesture(), 1, Integer::sum);
    }

    /** It waits again, before all others. */
    void putBack(Draft draft) {
        drafts.addFirst(draft);
        counts.merge(draft.gesture(), 1, Integer::sum);
    }

    Optional<Draft> takeOldest() {
        Optional<Draft> taken = Optional.ofNullable(drafts.pollFirst());
        taken.ifPresent(this::gone);
        return taken;
    }

    void dropNewest() {
        Optional.ofNullable(drafts.pollLast()).ifPresent(this::gone);
    }

    /** Takes out all of a gesture; looks no further back than they are. */
    List<Draft> takeOut(GestureId gesture) {
        List<Draft> out = new ArrayList<>();
        Iterator<Draft> newest = drafts.descendingIterator();
        while (has(gesture)) {
            Draft draft = newest.next();
            if (draft.gesture().equals(gesture)) {
                newest.remove();
                gone(draft);
                out.add(draft);
            }
        }
        return List.copyOf(out.reversed());
    }

    private void gone(Draft draft) {
        counts.computeIfPresent(draft.gesture(), (_, count) -> count == 1 ? null : count - 1);
    }
}
