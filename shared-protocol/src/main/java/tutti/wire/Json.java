package tutti.wire;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON text as a value; of numbers the protocol knows whole ones only. Immutable. Objects keep their members sorted
 * by name (UTF-16 code units), so that equal values have equal bytes.
 */
public sealed interface Json {
    /** The greatest whole number that any language reads exactly: 2⁵³ − 1. The least is its negative. */
    long MOST = (1L << 53) - 1;

    /** A whole number from -{@link #MOST} to {@link #MOST}. */
    record Num(long value) implements Json {
        /** @throws IllegalArgumentException if the number is out of range */
        public Num {
            if (value > MOST || value < -MOST) {
                throw new IllegalArgumentException("beyond 53 bits: " + value);
            }
        }
    }

    /**
     * A number as it was spelt. Only records of the old web system have such, and no reader of ours but that of those
     * takes them.
     */
    record Spelt(String digits) implements Json {}

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** Text. */
    record Str(String value) implements Json {}

    /** Null. */
    record Nil() implements Json {}

    /** A list. */
    record Arr(List<Json> items) implements Json {
        /** Keeps a copy. */
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** Members by name, each name once. */
    record Obj(SortedMap<String, Json> members) implements Json {
        /** No members. */
        public static final Obj EMPTY = new Obj(new TreeMap<>());

        /** Keeps a copy. */
        public Obj {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        /** The member of that name. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** This object with that member, in place of one of the same name. */
        public Obj with(String name, Json value) {
            SortedMap<String, Json> next = new TreeMap<>(members);
            next.put(name, value);
            return new Obj(next);
        }

        /** This object with all those members, each in place of one of the same name; copied once for all. */
        public Obj with(Map<String, Json> more) {
            SortedMap<String, Json> next = new TreeMap<>(members);
            next.putAll(more);
            return new Obj(next);
        }

        /** {@link #with(String, Json)} for text. */
        public Obj with(String name, String value) {
            return with(name, new Str(value));
        }

        /** {@link #with(String, Json)} for a number; {@link Num}'s range. */
        public Obj with(String name, long value) {
            return with(name, new Num(value));
        }

        /** {@link #with(String, Json)} for true or false. */
        public Obj with(String name, boolean value) {
            return with(name, new Bool(value));
        }
    }

    /** The value in {@code bytes} of UTF-8, of which there may be {@code most}; strict as in every message. */
    static Parsed<Json> parse(byte[] bytes, int most) {
        return JsonReader.read(bytes, most, JsonReader.Dialect.OURS);
    }

    /** The canonical text: members sorted, no white space, every character as itself but for those JSON must escape. */
    default String text() {
        StringBuilder out = new StringBuilder();
        JsonWriter.write(this, out);
        return out.toString();
    }
}
