// long: every address once, each in a few lines
package tutti.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.server.net.HostRule;

@Tag("slow")
@DisplayName("HTTP")
class HttpFrontTest {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final HostRule HOSTS = new HostRule(Set.of());

    private final FakeApi api = new FakeApi();
    private Wellness wellness = new Wellness(true, "all is well");
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpFront front;

    @BeforeEach
    void open() throws IOException {
        Facts facts = new Facts("0.1.0", 1, 7789, "/ws", "a-start");
        List<java.util.function.Supplier<Family>> metrics =
                List.of(() -> Family.gauge("tutti_rooms", "Rooms that are loaded.", 3));
        front = HttpFront.open(ANY_PORT, HOSTS, new HttpFront.Content(api, facts, () -> wellness, metrics));
    }

    @AfterEach
    void close() {
        client.close();
        front.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + front.address().getPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    @DisplayName("says what this server is and where its WebSocket listens")
    void server() throws Exception {
        assertEquals(
                "{\"protocol\":1,\"start\":\"a-start\",\"version\":\"0.1.0\","
                        + "\"webSocketPath\":\"/ws\",\"webSocketPort\":7789}",
                get("/api/server").body());
    }

    @Test
    @DisplayName("says 503 where the store cannot list its sessions, not that the server broke")
    void unlisted() throws Exception {
        api.goesDown();
        assertEquals(503, get("/api/sessions").statusCode());
    }

    @Test
    @DisplayName("asks for a session as it was, and for pages of its history")
    void past() throws Exception {
        get("/api/sessions/a?seq=17");
        get("/api/sessions/a");
        get("/api/sessions/a/history");
        get("/api/sessions/a/history?limit=3&before=12&acts=true");
        assertEquals(
                List.of(
                        "read a at 17",
                        "read a",
                        "history of a before 4294967296, 100 rows",
                        "history of a before 12, 3 rows and acts"),
                api.asked);
    }

    @Test
    @DisplayName("asks for a session's life with a member's secret and an id of the asking")
    void life() throws Exception {
        send(request("/api/sessions/a?request=r1").DELETE().header("Authorization", "Bearer s"));
        send(request("/api/bin/a/bring-back?request=r2")
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer s"));
        send(request("/api/bin/a?request=r3").DELETE().header("Authorization", "Bearer s"));
        assertEquals(List.of("delete a by s: r1", "bring back a by s: r2", "purge a by s: r3"), api.asked);
        assertEquals(401, send(request("/api/sessions/a?request=r1").DELETE()).statusCode());
        HttpRequest.Builder nameless = request("/api/sessions/a").DELETE().header("Authorization", "Bearer s");
        assertEquals(400, send(nameless).statusCode());
        assertEquals(3, api.asked.size());
        assertEquals(
                "{\"more\":null,\"sessions\":[{\"deleted\":1,\"id\":\"b\",\"name\":\"Old\",\"until\":2}]}",
                get("/api/bin").body());
    }

    @ParameterizedTest(name = "refuses what stands behind the question mark: {0}")
    @CsvSource({
        "/api/sessions/a?seq=-1, seq",
        "/api/sessions/a?seq=1.5, ?",
        "/api/sessions/a?seq=01, seq",
        "/api/sessions/a?seq=4294967296, seq",
        "/api/sessions/a?seq=99999999999999999999, seq",
        "/api/sessions/a?seq=, ?",
        "/api/sessions/a?seq=1&seq=2, ?",
        "/api/sessions/a?seq, ?",
        "/api/sessions/a?sequence=1, sequence",
        "/api/sessions/a?seq=%31, ?",
        "/api/sessions/a/history?limit=0, limit",
        "/api/sessions/a/history?limit=501, limit",
        "/api/sessions/a/history?before=0, before",
        "/api/sessions/a/history?acts=yes, acts",
        "/api/sessions?limit=3, limit",
        "/api/sessions?after=a.b, ?",
        "/api/sessions?after=..a, ?"
    })
    void badParameters(String address, String named) throws Exception {
        HttpResponse<String> response = get(address);
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("\"where\":\"" + named + "\""), response.body());
        assertEquals(List.of(), api.asked);
    }

    @Test
    @DisplayName("lists sessions page by page, in the order given")
    void sessions() throws Exception {
        assertEquals("{\"more\":null,\"sessions\":[]}", get("/api/sessions").body());
        Listing copy = new Listing("b", "A \"b\"", 2, 40, true, Optional.of(new Listing.Source("a", "A", 7)));
        api.has(List.of(copy, new Listing("a", "Ä", 0, 0, false, Optional.empty(), true)));
        String from = "{\"copiedFrom\":{\"id\":\"a\",\"name\":\"A\",\"seq\":7},\"frozen\":true,";
        String first = from + "\"id\":\"b\",\"members\":2,\"name\":\"A \\\"b\\\"\",\"old\":false,\"seq\":40},";
        String second = "{\"copiedFrom\":null,\"frozen\":false,\"id\":\"a\",\"members\":0,\"name\":\"Ä\","
                + "\"old\":true,\"seq\":0}";
        String list = "{\"more\":null,\"sessions\":[" + first + second + "]}";
        assertEquals(list, get("/api/sessions").body());
        assertTrue(get("/api/sessions?after=a").body().startsWith("{\"more\":\"after-a\","));
        assertTrue(get("/api/sessions?after=.a").body().startsWith("{\"more\":\"after-.a\","));
        assertTrue(get("/api/sessions?after=.").body().startsWith("{\"more\":\"after-.\","));
        assertTrue(get("/api/bin?after=b").body().startsWith("{\"more\":\"after-b\","));
    }

    @Test
    @DisplayName("reads a session with the tag of its chain, and says when it is unchanged")
    void read() throws Exception {
        api.answers(new Answer.Found("{\"name\":\"A\"}", "abc"));
        HttpResponse<String> first = get("/api/sessions/xyz");
        assertEquals("{\"name\":\"A\"}", first.body());
        assertEquals(Optional.of("\"abc\""), first.headers().firstValue("ETag"));
        HttpResponse<String> again = send(request("/api/sessions/xyz").header("If-None-Match", "\"old\", W/\"abc\""));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        HttpResponse<String> changed = send(request("/api/sessions/xyz").header("If-None-Match", "\"old\""));
        assertEquals(200, changed.statusCode());
        assertEquals(List.of("read xyz", "read xyz", "read xyz"), api.asked);
        api.knowsTag("abc");
        HttpRequest.Builder known = request("/api/sessions/xyz?seq=3").header("If-None-Match", "\"abc\"");
        assertEquals(304, send(known).statusCode());
        assertEquals(3, api.asked.size(), "what is known already is not read");
    }

    @Test
    @DisplayName("makes a session and says where it is")
    void create() throws Exception {
        api.answers(new Answer.Made("xyz", "{\"id\":\"xyz\"}"));
        HttpResponse<String> made = post("/api/sessions", "{\"id\":\"xyz\"}");
        assertEquals(201, made.statusCode());
        assertEquals(Optional.of("/api/sessions/xyz"), made.headers().firstValue("Location"));
    }

    @Test
    @DisplayName("hands an edit over with the member's secret, and its verdict back")
    void edit() throws Exception {
        api.answers(new Answer.Settled("{\"n\":1}"));
        HttpResponse<String> settled = send(request("/api/sessions/xyz/edits")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer s3cret")
                .POST(HttpRequest.BodyPublishers.ofString("{\"n\":1}")));
        assertEquals(200, settled.statusCode());
        assertEquals("{\"n\":1}", settled.body());
        assertEquals(List.of("edit xyz by s3cret: {\"n\":1}"), api.asked);
    }

    @Test
    @DisplayName("asks for the secret where it is missing")
    void noSecret() throws Exception {
        assertEquals(401, post("/api/sessions/xyz/edits", "{}").statusCode());
        assertEquals(List.of(), api.asked);
    }

    @Test
    @DisplayName("says up to where an outbox is settled when an edit comes too early")
    void ahead() throws Exception {
        api.answers(new Answer.Ahead(41));
        HttpResponse<String> early = send(request("/api/sessions/xyz/edits")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer s3cret")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(409, early.statusCode());
        assertTrue(early.body().endsWith("\"settled\":41}"), early.body());
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    @DisplayName("tells every problem in fixed words: what, where, what to do")
    void problems(Problem problem) throws Exception {
        api.answers(new Answer.Refused(problem, "/tracks/0"));
        HttpResponse<String> refused = get("/api/sessions/xyz");
        assertEquals(problem.status(), refused.statusCode());
        assertEquals(
                "{\"error\":{\"todo\":\"" + problem.todo() + "\",\"what\":\"" + problem.what()
                        + "\",\"where\":\"/tracks/0\"}}",
                refused.body());
        boolean later = refused.headers().firstValue("Retry-After").isPresent();
        assertEquals(problem.status() == 503, later);
    }

    @Test
    @DisplayName("tells nothing from the inside when something breaks")
    void broken() throws Exception {
        api.answers(() -> {
            throw new IllegalStateException("SELECT secret FROM somewhere");
        });
        HttpResponse<String> broken = get("/api/sessions/xyz");
        assertEquals(500, broken.statusCode());
        assertFalse(broken.body().contains("SELECT"));
        assertTrue(get("/metrics").body().contains("tutti_http_broken_total 1\n"));
    }

    @Test
    @DisplayName("says whether it is well")
    void health() throws Exception {
        assertEquals(200, get("/healthz").statusCode());
        wellness = new Wellness(false, "the store cannot write");
        HttpResponse<String> ill = get("/healthz");
        assertEquals(503, ill.statusCode());
        assertEquals("{\"well\":false,\"words\":\"the store cannot write\"}", ill.body());
    }

    @Test
    @DisplayName("gives metrics as Prometheus text")
    void metrics() throws Exception {
        get("/nowhere");
        HttpResponse<String> page = get("/metrics");
        String rooms = "# HELP tutti_rooms Rooms that are loaded.\n# TYPE tutti_rooms gauge\ntutti_rooms 3\n";
        assertTrue(page.body().startsWith(rooms), page.body());
        assertTrue(page.body().contains("\ntutti_http_refused_total 1\n"), page.body());
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET, /, 404",
        "GET, /api, 404",
        "GET, /api/sessions/, 404",
        "GET, /api/sessions/a/b, 404",
        "GET, /api/sessions/a/edits/, 404",
        "GET, /api/sessions/%2e%2e, 200",
        "PUT, /api/sessions/a, 405",
        "GET, /api/sessions/a/edits, 405",
        "HEAD, /metrics, 405",
        "OPTIONS, /api/sessions, 405",
    })
    @DisplayName("knows no other addresses and methods")
    void otherAddresses(String method, String path, int status) throws Exception {
        HttpResponse<String> response = send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        assertEquals(status, response.statusCode());
        if (status == 405) {
            assertTrue(response.headers().firstValue("Allow").isPresent());
        }
    }

    @Test
    @DisplayName("says in one exception that its port is in use")
    void portInUse() {
        HttpFront.Content content = new HttpFront.Content(api, new Facts("", 1, 1, "", ""), () -> wellness, List.of());
        assertThrows(
                BindException.class,
                () -> HttpFront.open(front.address(), HOSTS, content).close());
    }
}
