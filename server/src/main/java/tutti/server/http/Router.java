package tutti.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.server.net.HostRule;
import tutti.server.net.Shares;

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
    private final Shares places = new Shares(Limits.REQUESTS, Limits.REQUESTS_PER_ADDRESS);
    private final Shares watchers = new Shares(Limits.WATCHERS, Limits.WATCHERS);
    private final Shares bytes = new Shares(Limits.BYTES, Limits.BYTES_PER_ADDRESS);

    Router(List<Route> routes, HostRule hosts, HttpTraffic traffic) {
        this.routes = List.copyOf(routes);
        this.hosts = hosts;
        this.traffic = traffic;
    }

    /** The root of a request's thread. */
    @Override
    public void handle(HttpExchange exchange) {
        try (exchange;
                Load load = new Load(bytes, exchange.getRemoteAddress().getAddress())) {
            long begun = System.nanoTime();
            Sent sent = answer(exchange, load);
            traffic.answered(sent.status(), System.nanoTime() - begun);
            sent.to(exchange);
        } catch (IOException e) {
            LOG.debug("a client went away", e);
        } catch (RuntimeException | Error e) {
            LOG.error("a response failed", e);
        }
    }

    /** Lets nobody in any more, and waits a moment for those who are. Their responses may still be on the way. */
    void shut() {
        try {
            if (!places.close(Limits.CLOSING_MILLIS)) {
                LOG.warn("requests are still in work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reply as bytes, of which the load has its share; the text is let go of here. */
    private Sent answer(HttpExchange exchange, Load load) {
        Sent sent = Sent.of(reply(exchange, load));
        return load.carries(sent.size()) ? sent : Sent.of(Reply.refusal(Problem.BUSY, ""));
    }

    private Reply reply(HttpExchange exchange, Load load) {
        try {
            return guarded(exchange, load);
        } catch (RuntimeException | Error e) {
            LOG.error("a request failed", e);
            return Reply.refusal(Problem.BROKEN, "");
        }
    }

    private Reply guarded(HttpExchange exchange, Load load) {
        Headers headers = exchange.getRequestHeaders();
        String path = exchange.getRequestURI().getRawPath();
        return switch (hosts.judge(only(headers, "Host"), only(headers, "Origin"))) {
            case FOREIGN_HOST -> Reply.refusal(Problem.FOREIGN_HOST, "Host");
            case FOREIGN_ORIGIN -> Reply.refusal(Problem.FOREIGN_ORIGIN, "Origin");
            case WELCOME -> routed(exchange, load, path == null ? "" : path);
        };
    }

    /** The value of a header that is there once; null where it is missing, what no rule takes where it is doubled. */
    private static @Nullable String only(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.size() == 1 ? values.getFirst() : "?";
    }

    private Reply routed(HttpExchange exchange, Load load, String path) {
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
        return asked(exchange, load, path, route.get());
    }

    private Reply asked(HttpExchange exchange, Load load, String path, Route route) {
        String raw = exchange.getRequestURI().getRawQuery();
        Optional<Query> query = raw == null ? Optional.of(Query.NONE) : Query.parse(raw);
        if (query.isEmpty()) {
            return Reply.refusal(Problem.BAD_PARAMETER, "?");
        }
        Optional<String> fault = Parameter.fault(route.parameters(), query.get());
        return fault.isPresent()
                ? Reply.refusal(Problem.BAD_PARAMETER, fault.get())
                : bodied(exchange, load, path, query.get(), route);
    }

    /** A body that does not come holds nothing but its connection and the bytes that did come. */
    private Reply bodied(HttpExchange exchange, Load load, String path, Query query, Route route) {
        if (route.bodyBytes() > 0 && !isJson(exchange.getRequestHeaders())) {
            return Reply.refusal(Problem.NOT_JSON, "Content-Type");
        }
        Body body = Body.read(exchange.getRequestBody(), route.bodyBytes(), load);
        return switch (body) {
            case Body.Whole whole -> placed(exchange, path, query, route, whole.bytes());
            case Body.TooLong _ -> Reply.refusal(Problem.TOO_LARGE, path).with("Connection", "close");
            case Body.Broken _ -> Reply.refusal(Problem.MALFORMED, path).with("Connection", "close");
            case Body.NoRoom _ -> Reply.refusal(Problem.BUSY, "").with("Connection", "close");
        };
    }

    /** In one of the places, which are for requests that are worked on. */
    private Reply placed(HttpExchange exchange, String path, Query query, Route route, byte[] body) {
        Shares mine = route.watch() ? watchers : places;
        InetAddress address = exchange.getRemoteAddress().getAddress();
        if (!mine.take(address, 1)) {
            return Reply.refusal(Problem.BUSY, "");
        }
        try {
            return handled(exchange.getRequestHeaders(), path, query, route, body);
        } finally {
            mine.give(address, 1);
        }
    }

    /** Also keeps pages of other sites out of it, who may not send this type unasked. */
    private static boolean isJson(Headers headers) {
        String type = headers.getFirst("Content-Type");
        return type != null
                && type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json");
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
}
