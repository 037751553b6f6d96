package tutti.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a route takes behind the question mark.
 *
 * @param must whether it has to be there
 * @param legal whether it can be this
 */
record Parameter(String name, boolean must, Predicate<String> legal) {
    static final String ID = "[A-Za-z0-9_-]{1,128}";

    /** A whole number from {@code least} to {@code most}. */
    static Parameter number(String name, long least, long most) {
        return new Parameter(
                name,
                false,
                value -> new Query(Map.of(name, value)).number(name).stream().anyMatch(n -> n >= least && n <= most));
    }

    /** {@code true} or {@code false}. */
    static Parameter flag(String name) {
        return new Parameter(name, false, value -> value.equals("true") || value.equals("false"));
    }

    /** An id that a client makes, by which the same request is known when it comes again. */
    static Parameter id(String name) {
        return new Parameter(name, true, value -> value.matches(ID));
    }

    /** The name of the first that is missing, wrong, or not one of these. */
    static Optional<String> fault(List<Parameter> these, Query query) {
        Optional<String> unknown = query.values().keySet().stream()
                .filter(name ->
                        these.stream().noneMatch(parameter -> parameter.name().equals(name)))
                .sorted()
                .findFirst();
        return unknown.or(() -> these.stream()
                .filter(parameter -> query.text(parameter.name())
                        .map(value -> !parameter.legal().test(value))
                        .orElse(parameter.must()))
                .map(Parameter::name)
                .findFirst());
    }
}
