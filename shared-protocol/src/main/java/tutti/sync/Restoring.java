package tutti.sync;

import java.util.List;
import java.util.Optional;
import tutti.edit.Difference;
import tutti.edit.Mutation;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.model.Session;

/** Restoring a moment: what differs between now and then, as plain mutations. */
final class Restoring {
    /** What a restore comes to. */
    sealed interface Plan {
        /** Mutations to append, in an order in which they fit. */
        record Changes(List<Mutation> mutations) implements Plan {}

        /** Nothing can be restored. */
        record Nothing(Refusal refusal) implements Plan {}
    }

    private Restoring() {}

    /** Plans how {@code now} becomes what is known of the past, as far as {@code scope} reaches. */
    static Plan plan(Session now, Past past, Scope scope) {
        return switch (past) {
            case Past.Known known -> plan(now, known.session(), scope);
            case Past.Nowhere _ -> new Plan.Nothing(Refusal.of(Reason.NO_MOMENT));
            case Past.Unreadable _ -> new Plan.Nothing(Refusal.of(Reason.UNREADABLE));
            case Past.Unasked _ -> throw new IllegalStateException("nobody asked for the moment to be restored");
        };
    }

    private static Plan plan(Session now, Session then, Scope scope) {
        Optional<Root<?>> unknown = scope.root()
                .filter(root -> root.get(now).isEmpty() && root.get(then).isEmpty());
        if (unknown.isPresent()) {
            return new Plan.Nothing(Refusal.of(Reason.MISSING, unknown.get()));
        }
        List<Mutation> changes = Difference.between(now, then, place -> scope.holds(place, now));
        return changes.isEmpty()
                ? new Plan.Nothing(Refusal.of(Reason.SAME))
                : new Plan.Changes(Fitting.order(now, changes));
    }
}
