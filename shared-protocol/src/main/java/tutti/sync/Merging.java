package tutti.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Put;
import tutti.edit.Property;

/** Edits of one property in one gesture are one edit until it is numbered. */
final class Merging {
    private Merging() {}

    /** {@code draft} with the new values, if all that they set is set by it already and nothing else happened in it. */
    static Optional<Draft> merge(Draft draft, List<Mutation> mutations) {
        if (!(draft.ask() instanceof Ask.Change change)) {
            return Optional.empty();
        }
        Map<Property, Mutation> puts = puts(change.mutations());
        Map<Property, Mutation> more = puts(mutations);
        boolean plain = puts.size() == change.mutations().size() && more.size() == mutations.size();
        if (!plain || !puts.keySet().containsAll(more.keySet())) {
            return Optional.empty();
        }
        puts.putAll(more);
        return Optional.of(new Draft(draft.gesture(), new Ask.Change(List.copyOf(puts.values()))));
    }

    private static Map<Property, Mutation> puts(List<Mutation> mutations) {
        Map<Property, Mutation> puts = new LinkedHashMap<>();
        for (Mutation mutation : mutations) {
            if (mutation instanceof Put<?, ?> put) {
                puts.put(put.property(), put);
            }
        }
        return puts;
    }
}
