package tutti.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Forget;
import tutti.edit.Outcome;
import tutti.edit.Property;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.model.Session;

/**
 * Which deleted nodes a full document forgets, so that an edit fits. First those whose delete no undo reaches any more,
 * in order of place; then the oldest delete first. What the edit itself works in is spared.
 */
final class Forgetting {
    private final Session session;
    private final History history;
    private final Set<Root<?>> spared = new HashSet<>();

    Forgetting(Session session, History history, List<Mutation> edit) {
        this.session = session;
        this.history = history;
        edit.forEach(mutation -> mutation.place().root().ifPresent(spared::add));
    }

    /** As few as make the document lighter by {@code excess}; nothing if all together are not heavy enough. */
    Optional<List<Mutation>> of(int excess) {
        List<Mutation> forgotten = new ArrayList<>();
        int left = excess;
        for (Root<?> root : candidates()) {
            if (left <= 0) {
                break;
            }
            Forget forget = new Forget(root);
            if (Reducer.reduce(session, forget) instanceof Outcome.Changed lighter && lighter.weight() < 0) {
                forgotten.add(forget);
                left += lighter.weight();
            }
        }
        return left <= 0 ? Optional.of(forgotten) : Optional.empty();
    }

    private List<Root<?>> candidates() {
        List<Root<?>> all = new ArrayList<>();
        session.tracks().entries().forEach(e -> consider(all, new Root.OfTrack(e.id()), e.node()));
        session.sections().entries().forEach(e -> consider(all, new Root.OfSection(e.id()), e.node()));
        session.muteSets().entries().forEach(e -> consider(all, new Root.OfMuteSet(e.id()), e.node()));
        session.moments().entries().forEach(e -> consider(all, new Root.OfMoment(e.id()), e.node()));
        all.sort(Comparator.comparingLong(this::deleted));
        return all;
    }

    private <N> void consider(List<Root<?>> all, Root<N> root, N node) {
        if (root.deleted().get(node) && !spared.contains(root)) {
            all.add(root);
        }
    }

    /** The row that deleted it; 0 if that left the window. */
    private long deleted(Root<?> root) {
        return history.touch(new Property(root, root.deleted())).map(Touch::by).orElse(0L);
    }
}
