package tutti.sync.sim;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tutti.edit.Mutation;
import tutti.sync.Ask;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.OutboxNote;

/** What people wanted: the last value of each property of each gesture must have been asked of the room. */
final class Wishes {
    private final Map<GestureId, Map<Object, Mutation>> wishes = new LinkedHashMap<>();
    private final Set<GestureId> excused = new HashSet<>();

    void wish(GestureId gesture, List<Mutation> mutations) {
        Map<Object, Mutation> wish = wishes.computeIfAbsent(gesture, g -> new LinkedHashMap<>());
        mutations.forEach(mutation -> wish.put(key(mutation), mutation));
    }

    private static Object key(Mutation mutation) {
        return switch (mutation) {
            case Mutation.Put<?, ?> put -> put.property();
            case Mutation.Insert<?> insert -> insert.place();
            case Mutation.Forget forget -> forget.place();
        };
    }

    /** The process died while it wrote this down, or its person took it back in time. */
    void excuse(GestureId gesture) {
        excused.add(gesture);
    }

    /** A power cut took lines that were not forced. */
    void lost(List<OutboxNote> notes) {
        notes.forEach(this::forgive);
    }

    private void forgive(OutboxNote note) {
        switch (note) {
            case OutboxNote.Drafted drafted -> excuse(drafted.draft().gesture());
            case OutboxNote.Redrafted redrafted -> excuse(redrafted.draft().gesture());
            case OutboxNote.TakenOut out -> excuse(out.gesture());
            case OutboxNote.Opened o -> throw new Broken("a power cut took the head of an outbox");
            case OutboxNote.Numbered n -> {}
            case OutboxNote.Dropped d -> {}
            case OutboxNote.Told t -> {}
            case OutboxNote.Begun b -> {}
            case OutboxNote.Undone u -> {}
            case OutboxNote.Redone r -> {}
            case OutboxNote.Stacked s -> {}
        }
    }

    void noted(OutboxNote note) {
        if (note instanceof OutboxNote.TakenOut out) {
            excuse(out.gesture());
        }
    }

    /** At the end: compares with what was asked. */
    void compare(Collection<Edit> edits) {
        Map<GestureId, Map<Object, Mutation>> asked = new LinkedHashMap<>();
        for (Edit edit : edits) {
            if (edit.ask() instanceof Ask.Change change) {
                Map<Object, Mutation> of = asked.computeIfAbsent(edit.gesture(), g -> new LinkedHashMap<>());
                change.mutations().forEach(mutation -> of.put(key(mutation), mutation));
            }
        }
        wishes.forEach((gesture, wish) -> {
            if (!excused.contains(gesture)) {
                Broken.unless(
                        wish.equals(asked.get(gesture)),
                        "of " + gesture + " was wanted " + wish + " but asked " + asked.get(gesture));
            }
        });
    }
}
