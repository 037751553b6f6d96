package tutti.sync.sim;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tutti.sync.Form;

/**
 * What an object of a world is made of: a value, which nothing can change; a box of others; or a thing with fields. Of
 * what is none of these it says so, so that no state is ever overlooked.
 */
final class Anatomy extends ClassValue<Anatomy.Shape> {
    /** How to copy an object and how to look at it. */
    sealed interface Shape {}

    /** Never changes; equal ones are the same. */
    record Value() implements Shape {}

    /** Holds values or things. */
    record Boxed() implements Shape {}

    /** @param maker makes one without running anything of its class */
    record Thing(Constructor<?> maker, List<Field> fields) implements Shape {
        Object make() {
            try {
                return maker.newInstance();
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final List<Class<?>> VALUES = List.of(
            String.class,
            Number.class,
            Boolean.class,
            OptionalLong.class,
            Enum.class,
            Record.class,
            Form.class,
            Tally.class);

    @Override
    protected Shape computeValue(Class<?> type) {
        if (VALUES.stream().anyMatch(value -> value.isAssignableFrom(type)) || isFixed(type)) {
            return new Value();
        }
        boolean box = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        if (box || type == Optional.class) {
            return new Boxed();
        }
        Broken.unless(type.getName().startsWith("tutti.sync."), "nobody knows what is inside " + type);
        return new Thing(maker(type), fields(type));
    }

    private static boolean isFixed(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.util.ImmutableCollections") || name.startsWith("tutti.model.");
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return List.copyOf(fields);
    }

    /** As deserialisation makes objects: without a constructor of their own. */
    private static Constructor<?> maker(Class<?> type) {
        try {
            Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
            Object instance = factory.getMethod("getReflectionFactory").invoke(null);
            return (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                    .invoke(instance, type, Object.class.getDeclaredConstructor());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
