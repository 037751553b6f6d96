package tutti.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tutti.edit.Mutation.Insert;
import tutti.model.Session;

/** What it takes to make one document like another, over the field tables alone. */
public final class Difference {
    private final Session now;
    private final Session then;
    private final Predicate<Place<?>> within;
    private final List<Mutation> changes = new ArrayList<>();

    private Difference(Session now, Session then, Predicate<Place<?>> within) {
        this.now = now;
        this.then = then;
        this.within = within;
    }

    /**
     * Mutations that make {@code now} like {@code then} wherever {@code within} says; each value that differs is put. A
     * node that was not there yet is deleted and keeps what is in it; one that was forgotten since is inserted anew,
     * unless it was deleted even then. What is decided at birth stays.
     */
    public static List<Mutation> between(Session now, Session then, Predicate<Place<?>> within) {
        Difference difference = new Difference(now, then, within);
        difference.places().forEach(difference::at);
        return List.copyOf(difference.changes);
    }

    /** All places in parts that differ, a node before what stands in it. */
    private Set<Place<?>> places() {
        Map<String, Part> old = new HashMap<>();
        Parts.of(then).forEach(part -> old.put(part.name(), part));
        List<Part> parts = new ArrayList<>();
        for (Part part : Parts.of(now)) {
            Part was = old.remove(part.name());
            if (!part.equals(was)) {
                parts.add(part);
                Optional.ofNullable(was).ifPresent(parts::add);
            }
        }
        Parts.of(then).stream().filter(part -> old.containsKey(part.name())).forEach(parts::add);
        Set<Place<?>> places = new LinkedHashSet<>();
        parts.forEach(part ->
                part.values().stream().map(Part.Placed::place).filter(within).forEach(places::add));
        return places;
    }

    private <N> void at(Place<N> place) {
        Optional<N> node = place.get(now);
        Optional<N> old = place.get(then);
        if (place instanceof Root<N> root && node.isPresent() != old.isPresent()) {
            old.ifPresentOrElse(lost -> insert(root, lost), () -> delete(root, node.get()));
        } else if (place.root().filter(this::untouched).isEmpty()) {
            N blank = place.fields().blank();
            put(place, node.orElse(blank), old.orElse(blank));
        }
    }

    private <N> void insert(Root<N> root, N lost) {
        if (!root.deleted().get(lost)) {
            changes.add(new Insert<>(root, root.fields().set(lost)));
        }
    }

    private <N> void delete(Root<N> root, N node) {
        if (!root.deleted().get(node)) {
            changes.add(Mutation.delete(root));
        }
    }

    /** Whether what stands in that node stays as it is: the node is deleted whole, or there will be none. */
    private <N> boolean untouched(Root<N> root) {
        boolean meant = within.test(root);
        if (root.get(now).isPresent()) {
            return meant && root.get(then).isEmpty();
        }
        return !meant || root.get(then).filter(old -> !root.deleted().get(old)).isEmpty();
    }

    private <N> void put(Place<N> place, N node, N old) {
        for (Field<N, ?> field : place.fields().all()) {
            if (field.access() == Field.Access.OPEN && !field.get(node).equals(field.get(old))) {
                changes.add(new Mutation.Put<>(place, field.in(old)));
            }
        }
    }
}
