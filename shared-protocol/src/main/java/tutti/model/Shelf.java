package tutti.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An immutable map from ids to nodes, sorted by id, so that its order never depends on a machine. Thread-safe. */
public final class Shelf<N> {
    /** One node and its id. */
    public record Entry<N>(NodeId id, N node) {}

    private final List<Entry<N>> entries;

    private Shelf(List<Entry<N>> entries) {
        this.entries = entries;
    }

    /** A shelf with nothing on it. */
    public static <N> Shelf<N> empty() {
        return new Shelf<>(List.of());
    }

    /** All nodes in order of id. */
    public List<Entry<N>> entries() {
        return entries;
    }

    /** The node of that id. */
    public Optional<N> get(NodeId id) {
        int at = find(id);
        return at < 0 ? Optional.empty() : Optional.of(entries.get(at).node());
    }

    /** Whether there is a node of that id. */
    public boolean has(NodeId id) {
        return find(id) >= 0;
    }

    /** This shelf with {@code node} under {@code id}, in place of what stood there. */
    public Shelf<N> with(NodeId id, N node) {
        List<Entry<N>> next = new ArrayList<>(entries);
        int at = find(id);
        if (at < 0) {
            next.add(-at - 1, new Entry<>(id, node));
        } else {
            next.set(at, new Entry<>(id, node));
        }
        return new Shelf<>(Collections.unmodifiableList(next));
    }

    /** This shelf without the node of that id; itself if there is none. */
    public Shelf<N> without(NodeId id) {
        int at = find(id);
        if (at < 0) {
            return this;
        }
        List<Entry<N>> next = new ArrayList<>(entries);
        next.remove(at);
        return new Shelf<>(Collections.unmodifiableList(next));
    }

    private int find(NodeId id) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = entries.get(middle).id().compareTo(id);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -low - 1;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Shelf<?> shelf && entries.equals(shelf.entries));
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
