package tutti.server.http;

import java.util.Map;
import java.util.TreeMap;
import tutti.wire.Json;

/**
 * A response, whole.
 *
 * @param status HTTP status
 * @param type content type
 * @param headers further headers by name
 * @param body the text, sent as UTF-8; empty with 304
 */
record Reply(int status, String type, Map<String, String> headers, String body) {
    private static final String JSON = "application/json; charset=utf-8";
    /** In so many seconds what passes may have passed; a store looks each second whether it is well. */
    private static final String RETRY_SECONDS = "1";

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, String json) {
        return new Reply(status, JSON, Map.of(), json);
    }

    static Reply text(String text) {
        return new Reply(200, TEXT, Map.of(), text);
    }

    /** What is there has not changed. */
    static Reply unchanged() {
        return new Reply(304, JSON, Map.of(), "");
    }

    /** The error object of a problem, {@code where} it is named from the request alone. */
    static Reply refusal(Problem problem, String where) {
        Reply reply = json(problem.status(), error(problem, where).text());
        return problem.passes() ? reply.with("Retry-After", RETRY_SECONDS) : reply;
    }

    /** {@code {"error":{"what","where","todo"}}}. */
    static Json.Obj error(Problem problem, String where) {
        Json.Obj error =
                Json.Obj.EMPTY.with("what", problem.what()).with("where", where).with("todo", problem.todo());
        return Json.Obj.EMPTY.with("error", error);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, more, body);
    }
}
