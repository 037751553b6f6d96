package tutti.edit;

import java.util.List;

/**
 * One part of a document: the values of one place that differ from their defaults. The head is the session with its
 * effects; every inserted node, every pattern and every lane (with its steps) is a part of its own.
 *
 * @param name {@code head}, or the path of the place: {@code track/T}, {@code pattern/P}, {@code lane/P/T} …
 * @param values in order of place and table; a node that has only defaults is still named by its part
 */
public record Part(String name, List<Placed<?>> values) {
    /** The values of one place. */
    public record Placed<N>(Place<N> place, List<Value<N, ?>> values) {
        /** Keeps a copy. */
        public Placed {
            values = List.copyOf(values);
        }
    }

    /** Keeps a copy. */
    public Part {
        values = List.copyOf(values);
    }
}
