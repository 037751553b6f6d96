package tutti.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What stands behind the question mark, as it was asked: names and values of plain characters, each name once.
 *
 * @param values by name
 */
record Query(Map<String, String> values) {
    static final Query NONE = new Query(Map.of());

    private static final String NAME = "[a-zA-Z]{1,32}";
    /** An id, or a place in a list: those of which there are ids, and behind a dot others. */
    private static final String VALUE = "\\.[A-Za-z0-9_-]{0,128}|" + Parameter.ID;

    private static final String NUMBER = "0|[1-9][0-9]{0,14}";

    Query {
        values = Map.copyOf(values);
    }

    /** Nothing if it is not of that form. */
    static Optional<Query> parse(String raw) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", -1);
            boolean plain = parts.length == 2 && parts[0].matches(NAME) && parts[1].matches(VALUE);
            if (!plain || values.put(parts[0], parts[1]) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Query(values));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The whole number of that name, if it is there and is one. */
    OptionalLong number(String name) {
        return text(name).filter(value -> value.matches(NUMBER)).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    boolean flag(String name) {
        return text(name).filter("true"::equals).isPresent();
    }
}
