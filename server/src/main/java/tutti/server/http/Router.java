package tutti.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.server.net.HostRule;

/**
 * Guards, routes and answers; a virtual thread a request. What is refused is refused before its body is read, and the
 * body's bytes are counted as they come.
 */
final class Router implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String BEARER = "Bearer ";

    private final List<Route> routes;
    private final HostRule hosts;
    private final HttpTraffic traffic;
    private final Semaphore places = new Semaphore(Limits.REQUESTS);
    private final Semaphore largePlaces = new Semaphore(Limits.LARGE_REQUESTS);

    Router(List<Route> routes, HostRule hosts, HttpTraffic traffic) {
        this.routes = List.copyOf(routes);
        this.hosts = hosts;
        this.traffic = traffic;
    }

    /** The root of a request's thread. */
    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            long begun = System.nanoTime();
            Reply reply = answer(exchange);
            traffic.answered(reply.status(), System.nanoTime() - begun);
            send(exchange, reply);
        } catch (IOException e) {
            LOG.debug("a client went away", e);
        } catch (RuntimeException | Error e) {
            LOG.error("a response failed", e);
        }
    }

    /** Lets nobody in any more, and waits a moment for those who are. Their responses may still be on the way. */
    void shut() {
        try {
            if (!places.tryAcquire(Limits.REQUESTS, Limits.CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("requests are still in work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            return retryLater();
        }
        try {
            return guarded(exchange);
        } catch (RuntimeException | Error e) {
            LOG.error("a request failed", e);
            return Reply.refusal(Problem.BROKEN, "");
        } finally {
            places.release();
        }
    }

    private static Reply retryLater() {
        return Reply.refusal(Problem.BUSY, "").with("Retry-After", "1");
    }

    private Reply guarded(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String path = exchange.getRequestURI().getRawPath();
        return switch (hosts.judge(only(headers, "Host"), only(headers, "Origin"))) {
            case FOREIGN_HOST -> Reply.refusal(Problem.FOREIGN_HOST, "Host");
            case FOREIGN_ORIGIN -> Reply.refusal(Problem.FOREIGN_ORIGIN, "Origin");
            case WELCOME -> routed(exchange, path == null ? "" : path);
        };
    }

    /** The value of a header that is there once; null where it is missing, what no rule takes where it is doubled. */
    private static @Nullable String only(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.size() == 1 ? values.getFirst() : "?";
    }

    private Reply routed(HttpExchange exchange, String path) throws IOException {
        if (path.length() > Limits.PATH_BYTES) {
            return Reply.refusal(Problem.TOO_LARGE, "");
        }
        List<Route> here =
                routes.stream().filter(r -> r.match(path).isPresent()).toList();
        if (here.isEmpty()) {
            return Reply.refusal(Problem.UNKNOWN_PATH, path);
        }
        Optional<Route> route = here.stream()
                .filter(r -> r.method().equals(exchange.getRequestMethod()))
                .findFirst();
        if (route.isEmpty()) {
            String allowed = String.join(", ", here.stream().map(Route::method).toList());
            return Reply.refusal(Problem.WRONG_METHOD, path).with("Allow", allowed);
        }
        return asked(exchange, path, route.get());
    }

    private Reply asked(HttpExchange exchange, String path, Route route) throws IOException {
        String raw = exchange.getRequestURI().getRawQuery();
        Optional<Query> query = raw == null ? Optional.of(Query.NONE) : Query.parse(raw);
        if (query.isEmpty()) {
            return Reply.refusal(Problem.BAD_PARAMETER, "?");
        }
        Optional<String> fault = Parameter.fault(route.parameters(), query.get());
        return fault.isPresent()
                ? Reply.refusal(Problem.BAD_PARAMETER, fault.get())
                : bodied(exchange, path, query.get(), route);
    }

    private Reply bodied(HttpExchange exchange, String path, Query query, Route route) throws IOException {
        if (route.bodyBytes() > 0 && !isJson(exchange.getRequestHeaders())) {
            return Reply.refusal(Problem.NOT_JSON, "Content-Type");
        }
        boolean large = route.bodyBytes() > tutti.sync.Limits.CLIENT_FRAME;
        if (large && !largePlaces.tryAcquire()) {
            return retryLater();
        }
        try {
            byte[] body = read(exchange.getRequestBody(), route.bodyBytes());
            return body == null
                    ? Reply.refusal(Problem.TOO_LARGE, path).with("Connection", "close")
                    : handled(exchange.getRequestHeaders(), path, query, route, body);
        } finally {
            if (large) {
                largePlaces.release();
            }
        }
    }

    /** Also keeps pages of other sites out of it, who may not send this type unasked. */
    private static boolean isJson(Headers headers) {
        String type = headers.getFirst("Content-Type");
        return type != null
                && type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json");
    }

    /** The body; null if there are more bytes than that. What it says of its own length is not believed. */
    private static byte @Nullable [] read(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        return bytes.length > most ? null : bytes;
    }

    private static Reply handled(Headers headers, String path, Query query, Route route, byte[] body) {
        Optional<String> secret = Optional.ofNullable(headers.getFirst("Authorization"))
                .filter(a -> a.startsWith(BEARER))
                .map(a -> a.substring(BEARER.length()).trim());
        Optional<String> knownTag = Optional.ofNullable(headers.getFirst("If-None-Match"));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            String id = route.match(path).orElseThrow();
            return route.handler().apply(new Request(path, id, query, secret, knownTag, text));
        } catch (CharacterCodingException e) {
            return Reply.refusal(Problem.MALFORMED, path);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Cache-Control", "no-cache");
        headers.set("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(headers::set);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
            // Before the exchange closes, which may wait for the rest of a body that nobody wants.
            exchange.getResponseBody().flush();
        }
    }
}
