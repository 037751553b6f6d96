package tutti.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * How values of one type are written and read. Strict: what is read is exactly what would be written. Works on untyped
 * values, so that it can be built from a record's components; {@link Codec} puts the types back on. Thread-safe.
 */
interface Shape {
    /** The value as JSON. */
    Json write(Object value);

    /** The value in {@code json}. */
    Object read(Json json) throws Misfit;

    /** What stands there, in the words of the protocol page. */
    String words();

    /** A whole number. */
    record Whole(String words, long least, long most, Function<Long, Object> box) implements Shape {
        static final Shape INT = new Whole("number", Integer.MIN_VALUE, Integer.MAX_VALUE, Long::intValue);
        static final Shape LONG = new Whole("number (53 bits)", -Json.MOST, Json.MOST, value -> value);

        @Override
        public Json write(Object value) {
            return new Json.Num(((Number) value).longValue());
        }

        @Override
        public Object read(Json json) throws Misfit {
            if (json instanceof Json.Num(long value) && value >= least && value <= most) {
                return box.apply(value);
            }
            throw new Misfit("not a whole number of the right size");
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public Json write(Object value) {
            return new Json.Bool((Boolean) value);
        }

        @Override
        public Object read(Json json) throws Misfit {
            if (json instanceof Json.Bool(boolean value)) {
                return value;
            }
            throw new Misfit("neither true nor false");
        }

        @Override
        public String words() {
            return "true or false";
        }
    }

    /** Something that is written as text. */
    record Text(String words, Function<Object, String> code, Function<String, Optional<?>> parse) implements Shape {
        static final Shape PLAIN = new Text("text", String.class::cast, Optional::of);

        @Override
        public Json write(Object value) {
            return new Json.Str(code.apply(value));
        }

        @Override
        public Object read(Json json) throws Misfit {
            if (json instanceof Json.Str(String value)) {
                Optional<?> parsed = parse.apply(value);
                if (parsed.isPresent()) {
                    return parsed.get();
                }
            }
            throw new Misfit("not " + words);
        }
    }

    /** A value or null. */
    record Maybe(Shape some) implements Shape {
        @Override
        public Json write(Object value) {
            return ((Optional<?>) value).map(some::write).orElse(new Json.Nil());
        }

        @Override
        public Object read(Json json) throws Misfit {
            return json instanceof Json.Nil ? Optional.empty() : Optional.of(some.read(json));
        }

        @Override
        public String words() {
            return some.words() + ", or null";
        }
    }

    /**
     * A number that came to its record later than the other members, and whose absence says what there was to say
     * before: it is not written where there is none.
     */
    record Later(Shape some) implements Shape {
        @Override
        public Json write(Object value) {
            return some.write(((OptionalInt) value).orElseThrow());
        }

        @Override
        public Object read(Json json) throws Misfit {
            return OptionalInt.of((Integer) some.read(json));
        }

        @Override
        public String words() {
            return some.words() + ", or no such member";
        }
    }

    /** A list. */
    record Items(Shape item) implements Shape {
        @Override
        public Json write(Object value) {
            return new Json.Arr(((List<?>) value).stream().map(item::write).toList());
        }

        @Override
        public Object read(Json json) throws Misfit {
            if (!(json instanceof Json.Arr(List<Json> items))) {
                throw new Misfit("not a list");
            }
            List<Object> read = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                try {
                    read.add(item.read(items.get(i)));
                } catch (Misfit misfit) {
                    throw misfit.in(i);
                }
            }
            return List.copyOf(read);
        }

        @Override
        public String words() {
            return "list of: " + item.words();
        }
    }
}
