package tutti.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A record as an object with exactly one member for each component, of the component's name; none only for an empty
 * {@link Shape.Later}.
 */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final RecordComponent[] components;
    private final Shape[] shapes;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type, Function<RecordComponent, Shape> shapeOf) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.shapes = new Shape[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            shapes[i] = shapeOf.apply(components[i]);
            types[i] = components[i].getType();
        }
        try {
            this.constructor = type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is no public record", e);
        }
    }

    @Override
    public Json.Obj write(Object value) {
        return new Json.Obj(values(value));
    }

    /** The members, in a map that the caller owns. */
    SortedMap<String, Json> values(Object value) {
        SortedMap<String, Json> members = new TreeMap<>();
        for (int i = 0; i < components.length; i++) {
            Object component = component(value, i);
            if (!component.equals(OptionalInt.empty())) {
                members.put(components[i].getName(), shapes[i].write(component));
            }
        }
        return members;
    }

    @Override
    public Object read(Json json) throws Misfit {
        if (!(json instanceof Json.Obj obj)) {
            throw new Misfit("not an object");
        }
        return read(obj, 0);
    }

    /** The record in an object that has so many members beside its components. */
    Object read(Json.Obj obj, int others) throws Misfit {
        Object[] values = new Object[components.length];
        int present = others;
        for (int i = 0; i < components.length; i++) {
            boolean absent = shapes[i] instanceof Shape.Later
                    && obj.get(components[i].getName()).isEmpty();
            values[i] = absent ? OptionalInt.empty() : member(obj, i);
            present += absent ? 0 : 1;
        }
        if (obj.members().size() != present) {
            throw new Misfit("a member that " + words() + " does not have");
        }
        return make(values);
    }

    @Override
    public String words() {
        return type.getSimpleName();
    }

    Class<?> type() {
        return type;
    }

    /** What stands under each name, in order of declaration. */
    Map<String, Shape> members() {
        Map<String, Shape> members = new LinkedHashMap<>();
        for (int i = 0; i < components.length; i++) {
            members.put(components[i].getName(), shapes[i]);
        }
        return members;
    }

    private Object member(Json.Obj obj, int i) throws Misfit {
        String name = components[i].getName();
        Json member = Nodes.member(obj, name);
        try {
            return shapes[i].read(member);
        } catch (Misfit misfit) {
            throw misfit.in(name);
        }
    }

    private Object component(Object value, int i) {
        try {
            return components[i].getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + components[i], e);
        }
    }

    /** A record's own check is the check at the door: what its constructor refuses is malformed. */
    private Object make(Object[] values) throws Misfit {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new Misfit("not a legal " + words() + ": " + refused.getMessage());
            }
            throw new IllegalStateException("cannot make a " + type, e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
