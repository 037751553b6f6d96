package tutti.wire;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import tutti.model.Locks;
import tutti.model.Track;

/** What is said of a field: the words over the component of the record in which it stands. */
final class FieldDocs {
    private FieldDocs() {}

    /**
     * The words of the field {@code tag} of a node.
     *
     * @throws AssertionError if its record says nothing of it
     */
    static String of(Object blank, String tag) {
        return of(blank.getClass(), List.of(tag.split("\\.")));
    }

    private static String of(Class<?> type, List<String> path) {
        String name = path.getFirst().equals("lock") ? "locks" : path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (!rest.isEmpty()) {
            Class<?> part = component(type, name).getType();
            return part == Locks.class ? "in this step alone: " + of(Track.class, rest) : of(part, rest);
        }
        String words =
                SourceDocs.of(type).members().getOrDefault(component(type, name).getName(), "");
        if (words.isEmpty()) {
            throw new AssertionError(type.getSimpleName() + " does not say what its " + name + " is");
        }
        return words;
    }

    private static RecordComponent component(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no " + name));
    }
}
