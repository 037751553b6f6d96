package tutti.server.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One address with one method.
 *
 * @param method GET, POST or DELETE
 * @param path with at most one open part, written {@code {id}}
 * @param parameters that it takes behind a question mark
 * @param bodyBytes most bytes of the body; 0 for none
 * @param watch whether it is for who looks after the server: it has places of its own, so that it answers when there
 *     are no others
 * @param handler on a virtual thread; may block
 */
record Route(
        String method,
        String path,
        List<Parameter> parameters,
        int bodyBytes,
        boolean watch,
        Function<Request, Reply> handler) {
    private static final String OPEN = "{id}";

    Route {
        parameters = List.copyOf(parameters);
    }

    static Route get(String path, Function<Request, Reply> handler) {
        return new Route("GET", path, List.of(), 0, false, handler);
    }

    static Route post(String path, int bodyBytes, Function<Request, Reply> handler) {
        return new Route("POST", path, List.of(), bodyBytes, false, handler);
    }

    static Route delete(String path, Function<Request, Reply> handler) {
        return new Route("DELETE", path, List.of(), 0, false, handler);
    }

    Route taking(Parameter... more) {
        return new Route(method, path, List.of(more), bodyBytes, watch, handler);
    }

    Route watching() {
        return new Route(method, path, parameters, bodyBytes, true, handler);
    }

    /** The open part, if this path is asked for; empty text if there is none to fill. */
    Optional<String> match(String asked) {
        int open = path.indexOf(OPEN);
        if (open < 0) {
            return asked.equals(path) ? Optional.of("") : Optional.empty();
        }
        String before = path.substring(0, open);
        String after = path.substring(open + OPEN.length());
        if (!asked.startsWith(before) || !asked.endsWith(after) || asked.length() < before.length() + after.length()) {
            return Optional.empty();
        }
        String id = asked.substring(before.length(), asked.length() - after.length());
        return id.isEmpty() || id.contains("/") ? Optional.empty() : Optional.of(id);
    }
}
