package tutti.sync.sim;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A second world that is like the first and shares nothing with it that can change. */
final class Twin {
    private final Anatomy anatomy;
    private final Map<Object, Object> twins = new IdentityHashMap<>();

    Twin(Anatomy anatomy) {
        this.anatomy = anatomy;
    }

    Object of(Object original) {
        if (original == null) {
            return null;
        }
        Anatomy.Shape shape = anatomy.get(original.getClass());
        if (shape instanceof Anatomy.Value) {
            return original;
        }
        Object known = twins.get(original);
        if (known != null) {
            return known;
        }
        return switch (shape) {
            case Anatomy.Value value -> original;
            case Anatomy.Boxed box -> boxed(original);
            case Anatomy.Thing thing -> thing(original, thing);
        };
    }

    private Object thing(Object original, Anatomy.Thing thing) {
        Object twin = thing.make();
        twins.put(original, twin);
        try {
            for (Field field : thing.fields()) {
                field.set(twin, of(field.get(original)));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return twin;
    }

    private Object boxed(Object original) {
        return switch (original) {
            case Optional<?> some -> some.map(this::of);
            case Map<?, ?> map -> filled(map, empty(map));
            case Collection<?> all -> filled(all, empty(all));
            default -> throw unknown(original);
        };
    }

    private Map<Object, Object> filled(Map<?, ?> from, Map<Object, Object> to) {
        twins.put(from, to);
        from.forEach((key, value) -> to.put(of(key), of(value)));
        return to;
    }

    private Collection<Object> filled(Collection<?> from, Collection<Object> to) {
        twins.put(from, to);
        from.forEach(each -> to.add(of(each)));
        return to;
    }

    private static Map<Object, Object> empty(Map<?, ?> like) {
        return switch (like) {
            case LinkedHashMap<?, ?> map -> new LinkedHashMap<>();
            case HashMap<?, ?> map -> new HashMap<>();
            case TreeMap<?, ?> map -> new TreeMap<>();
            default -> throw unknown(like);
        };
    }

    private static Collection<Object> empty(Collection<?> like) {
        return switch (like) {
            case ArrayList<?> list -> new ArrayList<>(list.size());
            case ArrayDeque<?> deque -> new ArrayDeque<>();
            case LinkedHashSet<?> set -> new LinkedHashSet<>();
            case HashSet<?> set -> new HashSet<>();
            case TreeSet<?> set -> new TreeSet<>();
            default -> throw unknown(like);
        };
    }

    private static Broken unknown(Object original) {
        return new Broken("nobody knows how to copy " + original.getClass());
    }
}
