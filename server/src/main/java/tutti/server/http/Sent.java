package tutti.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A response as it goes over the wire, without the text that it was made of. */
final class Sent {
    private final int status;
    private final String type;
    private final Map<String, String> headers;
    private final byte[] body;

    private Sent(Reply reply) {
        this.status = reply.status();
        this.type = reply.type();
        this.headers = reply.headers();
        this.body = reply.body().getBytes(StandardCharsets.UTF_8);
    }

    static Sent of(Reply reply) {
        return new Sent(reply);
    }

    int status() {
        return status;
    }

    /** Bytes of the body. */
    int size() {
        return body.length;
    }

    /** Blocks until the client's side has taken it, or its time is over. */
    void to(HttpExchange exchange) throws IOException {
        Headers to = exchange.getResponseHeaders();
        to.set("Content-Type", type);
        to.set("Cache-Control", "no-cache");
        to.set("X-Content-Type-Options", "nosniff");
        headers.forEach(to::set);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
            // Before the exchange closes, which may wait for the rest of a body that nobody wants.
            exchange.getResponseBody().flush();
        }
    }
}
