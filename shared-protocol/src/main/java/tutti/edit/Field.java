package tutti.edit;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One property of a node type, made once in its table and equal only to itself.
 *
 * @param <N> the node type
 * @param <T> the type of its values
 */
public final class Field<N, T> {
    /** Who may set a field. */
    public enum Access {
        /** Any member, at any time. */
        OPEN,
        /** Nobody after the session was made. */
        BIRTH
    }

    private final String tag;
    private final Access access;
    private final Kind<T> kind;
    private final T fallback;
    private final Function<N, T> get;
    private final BiFunction<N, T, N> with;

    Field(String tag, Access access, Kind<T> kind, T fallback, Function<N, T> get, BiFunction<N, T, N> with) {
        this.tag = tag;
        this.access = access;
        this.kind = kind;
        this.fallback = fallback;
        this.get = get;
        this.with = with;
    }

    /** Its name on the wire and in documents; its meaning never changes. */
    public String tag() {
        return tag;
    }

    /** Who may set it. */
    public Access access() {
        return access;
    }

    /** What values it may have. */
    public Kind<T> kind() {
        return kind;
    }

    /** The default. */
    public T fallback() {
        return fallback;
    }

    /** Its value in {@code node}. */
    public T get(N node) {
        return get.apply(node);
    }

    /** {@code node} with {@code value} in this field. */
    public N with(N node, T value) {
        return with.apply(node, value);
    }

    /** This field at {@code value}. @throws IllegalArgumentException if its kind does not allow that */
    public Value<N, T> of(T value) {
        return new Value<>(this, value);
    }

    /** The field's value in {@code node}, as a value to put. */
    public Value<N, T> in(N node) {
        return new Value<>(this, get(node));
    }

    /** The legal value that {@code wire} holds, or nothing. */
    public Optional<Value<N, T>> read(Wire wire) {
        return kind.read(wire).map(value -> new Value<>(this, value));
    }

    /** A legal value that depends on {@code seed} only. */
    public Value<N, T> sample(long seed) {
        return new Value<>(this, kind.sample(seed));
    }

    /** What its value in {@code node} weighs. */
    int weight(N node) {
        return set(node) ? kind.weight(get(node)) : 0;
    }

    /** Whether {@code node} has another value than the default here. */
    public boolean set(N node) {
        return !get(node).equals(fallback);
    }

    @Override
    public String toString() {
        return tag;
    }
}
