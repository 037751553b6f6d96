package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.wire.Json;
import tutti.wire.Parsed;

@Tag("slow")
@DisplayName("A server")
class TuttiServerTest {
    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    private String get(TuttiServer server, String path) throws IOException, InterruptedException {
        URI address = URI.create(server.httpAddress() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static Json.Obj parse(String text) {
        Parsed.Of<?> parsed = assertInstanceOf(Parsed.Of.class, Json.parse(text.getBytes(), 1 << 20));
        return assertInstanceOf(Json.Obj.class, parsed.value());
    }

    @Test
    @DisplayName("describes itself in its folder while it runs, so that a client finds it")
    void card() throws Exception {
        Path file = data.resolve("server.json");
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            Json.Obj card = parse(Files.readString(file));
            assertEquals(new Json.Str(server.httpAddress()), card.get("http").orElseThrow());
            assertEquals(new Json.Str(server.wsAddress()), card.get("ws").orElseThrow());
            assertEquals(
                    new Json.Num(ProcessHandle.current().pid()), card.get("pid").orElseThrow());
            Json.Obj facts = parse(get(server, "/api/server"));
            assertEquals(card.get("version"), facts.get("version"));
            assertEquals(card.get("wsPort"), facts.get("webSocketPort"));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    @DisplayName("can be started again in its folder and on its ports as soon as it is closed")
    void again() throws Exception {
        TuttiServer first = TuttiServer.start(Options.local(data));
        first.close();
        first.close();
        Options same = new Options(
                data,
                first.http().getAddress(),
                first.http().getPort(),
                first.ws().getPort(),
                false,
                false,
                Set.of(),
                1,
                1);
        try (TuttiServer second = TuttiServer.start(same)) {
            assertEquals(first.httpAddress(), second.httpAddress());
        }
    }

    @Test
    @DisplayName("makes the demo once")
    void demo() throws Exception {
        Options local = Options.local(data);
        Options demo = new Options(
                data, local.bind(), 0, 0, false, true, Set.of(), local.maxConnections(), local.maxPerAddress());
        String sessions;
        try (TuttiServer server = TuttiServer.start(demo)) {
            sessions = get(server, "/api/sessions");
            assertTrue(sessions.contains("\"name\":\"First light\""), sessions);
        }
        try (TuttiServer server = TuttiServer.start(demo)) {
            assertEquals(sessions, get(server, "/api/sessions"));
        }
    }

    @Test
    @DisplayName("told to end when empty, says so after the last has gone")
    void endsWhenEmpty() throws Exception {
        Options local = Options.local(data);
        Options ending = new Options(
                data, local.bind(), 0, 0, true, false, Set.of(), local.maxConnections(), local.maxPerAddress());
        try (TuttiServer server = TuttiServer.start(ending)) {
            WebSocket visitor = client.newWebSocketBuilder()
                    .buildAsync(URI.create(server.wsAddress()), new WebSocket.Listener() {})
                    .get(10, TimeUnit.SECONDS);
            assertFalse(server.ended().isDone());
            visitor.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
            server.ended().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisplayName("counts what issue and operator want to know, each name once")
    void metrics() throws Exception {
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            List<String> names = get(server, "/metrics")
                    .lines()
                    .filter(line -> line.startsWith("# TYPE "))
                    .map(line -> line.split(" ")[2])
                    .toList();
            assertEquals(names.size(), new TreeSet<>(names).size());
            assertTrue(names.containsAll(List.of(
                    "tutti_connections",
                    "tutti_rooms",
                    "tutti_edits_total",
                    "tutti_commits_total",
                    "tutti_batch_size_most",
                    "tutti_sync_seconds_total",
                    "tutti_kv_writes_total",
                    "tutti_kv_debts",
                    "tutti_kv_fallbacks_total",
                    "tutti_bytes_sent_total",
                    "tutti_store_bytes_written_total")));
        }
    }

    @Test
    @DisplayName("has the version that the build has")
    void version() throws Exception {
        String pom = Files.readString(Path.of(System.getProperty("tutti.root"), "pom.xml"));
        assertTrue(pom.contains("<version>" + TuttiServer.VERSION + "-SNAPSHOT</version>")
                || pom.contains("<version>" + TuttiServer.VERSION + "</version>"));
    }
}
