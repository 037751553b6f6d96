package tutti.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.edit.Mutation.Forget;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Outcome.Changed;
import tutti.edit.Outcome.Refused;
import tutti.edit.Refusal.Reason;
import tutti.model.Limits;
import tutti.model.Session;
import tutti.model.Step;

/** What a mutation does to a document: pure, total, the same on every machine. It never throws. */
public final class Reducer {
    private Reducer() {}

    /** The outcome of one mutation. */
    public static Outcome reduce(Session session, Mutation mutation) {
        return switch (mutation) {
            case Put<?, ?> put -> put(session, put);
            case Insert<?> insert -> insert(session, insert);
            case Forget forget -> forget(session, forget.place());
        };
    }

    /** The outcome of all mutations in order; if one is refused, nothing is changed. */
    public static Outcome reduce(Session session, List<Mutation> mutations) {
        Session next = session;
        List<Put<?, ?>> before = new ArrayList<>();
        int weight = 0;
        for (Mutation mutation : mutations) {
            switch (reduce(next, mutation)) {
                case Refused refused -> {
                    return refused;
                }
                case Changed changed -> {
                    next = changed.next();
                    before.addAll(changed.before());
                    weight += changed.weight();
                }
            }
        }
        return new Changed(next, List.copyOf(before.reversed()), weight);
    }

    private static <N, T> Outcome put(Session session, Put<N, T> put) {
        Place<N> place = put.place();
        Optional<N> node = place.get(session);
        if (node.isEmpty()) {
            return refused(Reason.MISSING, place);
        }
        N next = put.value().into(node.get());
        Optional<Reason> unfit = unfit(session, put, next);
        if (unfit.isPresent()) {
            return refused(unfit.get(), place);
        }
        Field<N, T> field = put.value().field();
        Value<N, T> was = field.in(node.get());
        int weight = Weights.counts(field) ? put.value().weight() - was.weight() : 0;
        return new Changed(place.put(session, next), List.of(new Put<>(place, was)), weight);
    }

    private static <N, T> Optional<Reason> unfit(Session session, Put<N, T> put, N next) {
        Field<N, T> field = put.value().field();
        if (field.access() == Field.Access.BIRTH) {
            return Optional.of(Reason.BIRTH);
        }
        if (next instanceof Step step && step.locks().all().size() > Limits.LOCKS) {
            return Optional.of(Reason.LOCKS);
        }
        return put.place() instanceof Root<N> root ? unfit(session, root, field, next) : Optional.empty();
    }

    private static <N> Optional<Reason> unfit(Session session, Root<N> root, Field<N, ?> field, N next) {
        if (field == root.position() && !Order.fits(root.position().get(next), root.id())) {
            return Optional.of(Reason.POSITION);
        }
        boolean shows = field == root.deleted() && !root.deleted().get(next) && !live(session, root);
        return shows && full(session, root) ? Optional.of(Reason.FULL) : Optional.empty();
    }

    private static <N> Outcome insert(Session session, Insert<N> insert) {
        Root<N> root = insert.place();
        if (root.get(session).isPresent()) {
            return refused(Reason.EXISTS, root);
        }
        N node = root.fields().blank();
        Set<Field<N, ?>> seen = new HashSet<>();
        for (Value<N, ?> value : insert.values()) {
            if (!seen.add(value.field())) {
                return refused(Reason.DOUBLED, root);
            }
            node = value.into(node);
        }
        if (!Order.fits(root.position().get(node), root.id())) {
            return refused(Reason.POSITION, root);
        }
        if (!root.deleted().get(node) && full(session, root)) {
            return refused(Reason.FULL, root);
        }
        int weight = Weights.of(node, root.fields());
        return new Changed(root.put(session, node), List.of(Mutation.delete(root)), weight);
    }

    private static <N> Outcome forget(Session session, Root<N> root) {
        if (root.get(session).isEmpty()) {
            return refused(Reason.MISSING, root);
        }
        if (live(session, root)) {
            return refused(Reason.FORGET, root);
        }
        return new Changed(root.remove(session), List.of(), -Weights.of(session, root));
    }

    private static <N> boolean live(Session session, Root<N> root) {
        return root.get(session).map(node -> !root.deleted().get(node)).orElse(false);
    }

    private static <N> boolean full(Session session, Root<N> root) {
        long live = root.siblings(session).entries().stream()
                .filter(entry -> !root.deleted().get(entry.node()))
                .count();
        return live >= root.limit();
    }

    private static Outcome refused(Reason reason, Place<?> place) {
        return new Refused(Refusal.of(reason, place));
    }
}
