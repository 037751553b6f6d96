package tutti.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One component of a record: how to read it, and the same record with another value in it. Made once, by plain
 * reflection (method handles cost a quarter of a second of a cold start), and thread-safe.
 */
public final class Component<R extends Record, T> {
    private final Class<R> type;
    private final Function<R, T> get;
    private final Constructor<R> constructor;
    private final List<RecordComponent> components;
    private final int index;

    private Component(Class<R> type, String name, Function<R, T> get) {
        this.type = type;
        this.get = get;
        this.components = List.of(type.getRecordComponents());
        this.index = components.stream().map(RecordComponent::getName).toList().indexOf(name);
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor: " + type, e);
        }
        if (index < 0) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no component " + name);
        }
    }

    /** The component of {@code type} that is called {@code name} and read by {@code get}. */
    public static <R extends Record, T> Component<R, T> of(Class<R> type, String name, Function<R, T> get) {
        return new Component<>(type, name, get);
    }

    /** Its value in {@code record}. */
    public T get(R record) {
        return get.apply(record);
    }

    /** {@code record} with {@code value} in this component and all else as it was. */
    public R with(R record, T value) {
        Object[] values = new Object[components.size()];
        Arrays.setAll(values, i -> i == index ? value : read(record, components.get(i)));
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot copy a " + type.getSimpleName(), e);
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
