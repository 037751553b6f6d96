package tutti.wire;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** One of several records: the object of that record with one more member, its simple name, under {@code type}. */
final class ChoiceShape implements Shape {
    static final String TYPE = "type";

    private final Class<?> family;
    private final SortedMap<String, RecordShape> byName = new TreeMap<>();

    ChoiceShape(Class<?> sealed, Function<Class<?>, RecordShape> shapeOf) {
        this.family = sealed;
        for (Class<?> leaf : leaves(sealed)) {
            if (byName.put(leaf.getSimpleName(), shapeOf.apply(leaf)) != null) {
                throw new IllegalArgumentException("two " + leaf.getSimpleName() + " in " + sealed);
            }
        }
    }

    @Override
    public Json write(Object value) {
        String name = value.getClass().getSimpleName();
        RecordShape shape = byName.get(name);
        if (shape == null) {
            throw new IllegalArgumentException(name + " is not one of " + words());
        }
        SortedMap<String, Json> members = shape.values(value);
        members.put(TYPE, new Json.Str(name));
        return new Json.Obj(members);
    }

    @Override
    public Object read(Json json) throws Misfit {
        if (!(json instanceof Json.Obj obj) || !(obj.members().get(TYPE) instanceof Json.Str(String name))) {
            throw new Misfit("not an object with a type");
        }
        RecordShape shape = byName.get(name);
        if (shape == null) {
            throw new Misfit("a type that " + words() + " does not have").in(TYPE);
        }
        return shape.read(obj, 1);
    }

    @Override
    public String words() {
        return family.getSimpleName();
    }

    /** What it can be. */
    List<Class<?>> types() {
        return leaves(family);
    }

    static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        return List.of(type.getPermittedSubclasses()).stream()
                .flatMap(sub -> leaves(sub).stream())
                .toList();
    }
}
