package tutti.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tutti.model.Component;

/**
 * The table of a node type's fields, in order of declaration.
 *
 * @param <N> the node type
 */
public final class Fields<N> {
    private final String noun;
    private final N blank;
    private final Map<String, Field<N, ?>> byTag = new LinkedHashMap<>();

    private Fields(String noun, N blank) {
        this.noun = noun;
        this.blank = blank;
    }

    /** The table of a node type; filled by its own class only, while that is initialised. */
    static <N extends Record> Fields<N> of(String noun, N blank) {
        return new Fields<>(noun, blank);
    }

    /** What people call such a node: "track". */
    public String noun() {
        return noun;
    }

    /** The node with all defaults. */
    public N blank() {
        return blank;
    }

    /** All fields. */
    public List<Field<N, ?>> all() {
        return List.copyOf(byTag.values());
    }

    /** The field of that tag. */
    public Optional<Field<N, ?>> find(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    /** What the node's values weigh; a delete mark weighs nothing. */
    public int weight(N node) {
        int weight = 0;
        for (Field<N, ?> field : byTag.values()) {
            weight += Weights.counts(field) ? field.weight(node) : 0;
        }
        return weight;
    }

    /** The values of {@code node} that differ from their default. */
    public List<Value<N, ?>> set(N node) {
        List<Value<N, ?>> set = new ArrayList<>();
        for (Field<N, ?> field : byTag.values()) {
            if (field.set(node)) {
                set.add(field.in(node));
            }
        }
        return set;
    }

    <T> Field<N, T> add(Field<N, T> field) {
        if (byTag.put(field.tag(), field) != null) {
            throw new IllegalStateException(noun + " has two fields " + field.tag());
        }
        return field;
    }

    <T> Field<N, T> add(String tag, Kind<T> kind, Function<N, T> get, BiFunction<N, T, N> with) {
        return add(new Field<>(tag, Field.Access.OPEN, kind, get.apply(blank), get, with));
    }

    /** Adds the fields of one part of a node, such as a track's filter, under {@code prefix}. */
    static final class Part<N, P extends Record> {
        private final Fields<N> table;
        private final String prefix;
        private final Class<P> type;
        private final Function<N, P> get;
        private final BiFunction<N, P, N> with;

        private Part(Fields<N> table, String prefix, Class<P> type, Function<N, P> get, BiFunction<N, P, N> with) {
            this.table = table;
            this.prefix = prefix;
            this.type = type;
            this.get = get;
            this.with = with;
        }

        /** The node itself, whose fields need no prefix. */
        static <N extends Record> Part<N, N> whole(Fields<N> table, Class<N> type) {
            return new Part<>(table, "", type, Function.identity(), (node, self) -> self);
        }

        /** A part that is a component of the node. */
        static <N extends Record, P extends Record> Part<N, P> of(
                Fields<N> table, String prefix, Class<P> type, Component<N, P> component) {
            return new Part<>(table, prefix + ".", type, component::get, component::with);
        }

        /** Adds the field for the component {@code name}, under the tag of the same name. */
        <T> Field<N, T> add(String name, Kind<T> kind, Function<P, T> read) {
            return add(name, Field.Access.OPEN, kind, read);
        }

        <T> Field<N, T> add(String name, Field.Access access, Kind<T> kind, Function<P, T> read) {
            Component<P, T> component = Component.of(type, name, read);
            Function<N, T> value = node -> component.get(get.apply(node));
            BiFunction<N, T, N> put = (node, v) -> with.apply(node, component.with(get.apply(node), v));
            return table.add(new Field<>(prefix + name, access, kind, value.apply(table.blank), value, put));
        }
    }
}
