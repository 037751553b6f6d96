package tutti.sync.sim;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/**
 * What a world looks like, as 128 bits: equal for two worlds that nobody could tell from one another, however they came
 * about. Values are told apart exactly, by numbers that equal ones share.
 */
final class Imprint {
    /** The bits. */
    record Key(long high, long low) {}

    private static final int CACHED = 200_000;

    private final Anatomy anatomy;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<Object, Integer> cache = new IdentityHashMap<>();
    private final Map<Object, Integer> seen = new IdentityHashMap<>();
    private int[] words = new int[1_024];
    private int size;

    Imprint(Anatomy anatomy) {
        this.anatomy = anatomy;
    }

    Key of(Object world) {
        seen.clear();
        size = 0;
        look(world);
        return key(0);
    }

    private void look(Object at) {
        if (at == null) {
            write(-1);
            return;
        }
        switch (anatomy.get(at.getClass())) {
            case Anatomy.Value value -> write(number(at));
            case Anatomy.Boxed box -> box(at);
            case Anatomy.Thing thing -> thing(at, thing);
        }
    }

    private int number(Object value) {
        Integer known = cache.get(value);
        if (known == null) {
            if (cache.size() > CACHED) {
                cache.clear();
            }
            known = numbers.computeIfAbsent(value, v -> numbers.size());
            cache.put(value, known);
        }
        return known;
    }

    private void thing(Object at, Anatomy.Thing thing) {
        Integer before = seen.putIfAbsent(at, seen.size());
        if (before != null) {
            write(-2 - before);
            return;
        }
        try {
            for (Field field : thing.fields()) {
                look(field.get(at));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void box(Object at) {
        switch (at) {
            case Optional<?> some -> look(some.orElse(null));
            case LinkedHashMap<?, ?> map -> ordered(map.entrySet());
            case HashMap<?, ?> map -> unordered(map.entrySet());
            case Map<?, ?> map -> ordered(map.entrySet());
            case LinkedHashSet<?> set -> ordered(set);
            case HashSet<?> set -> unordered(set);
            case Collection<?> all -> ordered(all);
            default -> throw new Broken("nobody knows how to look at " + at.getClass());
        }
    }

    private void ordered(Collection<?> all) {
        write(all.size());
        all.forEach(this::one);
    }

    private void one(Object each) {
        if (each instanceof Map.Entry<?, ?> entry) {
            look(entry.getKey());
            look(entry.getValue());
        } else {
            look(each);
        }
    }

    /** Adds the keys of all up, which is the same in any order. */
    private void unordered(Collection<?> all) {
        long high = 0;
        long low = 0;
        for (Object each : all) {
            int from = size;
            one(each);
            Key key = key(from);
            size = from;
            high += key.high();
            low += key.low();
        }
        write(all.size());
        write((int) (high >>> 32));
        write((int) high);
        write((int) (low >>> 32));
        write((int) low);
    }

    private void write(int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = word;
    }

    /** Two independent multiply and rotate hashes of the words from {@code from} on. */
    private Key key(int from) {
        long high = 0x9E3779B97F4A7C15L;
        long low = 0xC2B2AE3D27D4EB4FL;
        for (int i = from; i < size; i++) {
            high = Long.rotateLeft((high ^ words[i]) * 0xFF51AFD7ED558CCDL, 29);
            low = Long.rotateLeft((low ^ words[i]) * 0xD6E8FEB86659FD93L, 31) + i;
        }
        return new Key(mixed(high), mixed(low));
    }

    private static long mixed(long bits) {
        long more = (bits ^ (bits >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return more ^ (more >>> 29);
    }
}
