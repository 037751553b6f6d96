package tutti.server.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tutti.server.net.HostRule;

/** The open HTTP port: one dispatcher thread, a virtual thread a request. Any thread. */
public final class HttpFront implements AutoCloseable {
    /**
     * The JDK's server takes its bounds from system properties only, once, when the first one is made. What whoever
     * started the program has set already stands.
     */
    private static final Map<String, Integer> BOUNDS = Map.of(
            "sun.net.httpserver.maxRspTime", Limits.RESPONSE_SECONDS,
            "sun.net.httpserver.maxReqHeaderSize", Limits.HEADER_BYTES,
            "jdk.httpserver.maxConnections", Limits.CONNECTIONS);

    private final HttpServer server;
    private final Router router;
    private final ExecutorService requests;

    private HttpFront(HttpServer server, Router router, ExecutorService requests) {
        this.server = server;
        this.router = router;
        this.requests = requests;
    }

    /**
     * What is served.
     *
     * @param api the sessions
     * @param facts what the server says of itself
     * @param wellness asked at each /healthz
     * @param metrics asked at each /metrics; those of HTTP itself come after them
     */
    public record Content(Api api, Facts facts, Supplier<Wellness> wellness, List<Supplier<Family>> metrics) {}

    /**
     * Binds and serves.
     *
     * @param bind address and port; port 0 picks one
     * @throws IOException if the address cannot be bound, a {@link java.net.BindException} if the port is in use
     */
    public static HttpFront open(InetSocketAddress bind, HostRule hosts, Content content) throws IOException {
        return open(bind, hosts, content, Limits.REQUEST_SECONDS);
    }

    /** With another time for requests, if this is the first of the process. */
    static HttpFront open(InetSocketAddress bind, HostRule hosts, Content content, int requestSeconds)
            throws IOException {
        BOUNDS.forEach(HttpFront::bound);
        bound("sun.net.httpserver.maxReqTime", requestSeconds);
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(bind, Limits.CONNECTIONS);
        ExecutorService requests = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 1).factory());
        HttpTraffic traffic = new HttpTraffic();
        List<Supplier<Family>> metrics = new ArrayList<>(content.metrics());
        metrics.addAll(traffic.families());
        Pages pages = new Pages(content.api(), content.facts(), content.wellness(), metrics);
        Router router = new Router(pages.routes(), hosts, traffic);
        server.createContext("/", router);
        server.setExecutor(requests);
        server.start();
        return new HttpFront(server, router, requests);
    }

    private static void bound(String name, int value) {
        System.getProperties().putIfAbsent(name, Integer.toString(value));
    }

    /** Where it listens, with the port that was picked. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Takes no more requests, gives those in work a moment, closes all. Blocks up to {@link Limits#CLOSING_MILLIS}. */
    @Override
    public void close() {
        router.shut();
        server.stop(0);
        requests.shutdownNow();
    }
}
