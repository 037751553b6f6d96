package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tutti.sync.Limits;

@DisplayName("A question over HTTP")
class HttpLineTest {
    private static final byte[] WELL = "{}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO =
            "{\"error\":{\"what\":\"The server has too much to do.\"}}".getBytes(StandardCharsets.UTF_8);

    private record Said(int status, String retryAfter, byte[] body) {}

    private static final class Hours implements Patience {
        private final List<Long> pauses = new ArrayList<>();
        private long now;

        @Override
        public long millis() {
            return now;
        }

        @Override
        public void pause(long millis) {
            now += millis;
            pauses.add(millis);
        }
    }

    private final Queue<Said> answers = new ArrayDeque<>();
    private final Hours hours = new Hours();
    private final HttpLine line = new HttpLine(hours);
    private HttpServer server;
    private int asked;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        line.close();
        server.stop(0);
    }

    /** The last one for ever. */
    private void answer(HttpExchange exchange) throws IOException {
        asked++;
        Said said = answers.size() > 1 ? answers.remove() : answers.element();
        if (!said.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", said.retryAfter());
        }
        exchange.sendResponseHeaders(said.status(), said.body().length);
        exchange.getResponseBody().write(said.body());
        exchange.close();
    }

    private byte[] ask() throws IOException {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a");
        return line.bytes(HttpRequest.newBuilder(here).GET(), HttpLine.OK);
    }

    @Test
    @DisplayName("is asked again where the server has too much to do, not at once and not together with all others")
    void busy() throws IOException {
        answers.addAll(List.of(new Said(503, "1", NO), new Said(503, "2", NO), new Said(200, "", WELL)));
        assertArrayEquals(WELL, ask());
        assertEquals(2, hours.pauses.size());
        assertTrue(hours.pauses.get(0) >= 1_000 && hours.pauses.get(0) < 1_500, hours.pauses.toString());
        assertTrue(hours.pauses.get(1) >= 2_000 && hours.pauses.get(1) < 2_500, hours.pauses.toString());
    }

    @Test
    @DisplayName("is given up after a while, in the server's words")
    void busyForEver() {
        answers.add(new Said(503, "1", NO));
        AnsweredNo no = assertThrows(AnsweredNo.class, this::ask);
        assertEquals("The server has too much to do.", no.getMessage());
        assertTrue(hours.now <= HttpLine.BUSY_MILLIS, hours.now + " ms");
        assertTrue(asked >= 6, asked + " times");
    }

    @Test
    @DisplayName("is asked once where the same will not do better")
    void refused() {
        for (Said said : List.of(new Said(500, "1", NO), new Said(503, "", NO), new Said(503, "soon", NO))) {
            answers.clear();
            answers.add(said);
            asked = 0;
            assertEquals(
                    said.status(), assertThrows(AnsweredNo.class, this::ask).status());
            assertEquals(1, asked);
        }
    }

    @Test
    @DisplayName("is answered by the largest document that there is, and by no more")
    void large() throws IOException {
        byte[] largest = new byte[Limits.DOCUMENT];
        answers.add(new Said(200, "", largest));
        assertEquals(largest.length, ask().length);
        answers.add(new Said(200, "", new byte[Limits.DOCUMENT + 1]));
        answers.remove();
        String words = assertThrows(IOException.class, this::ask).getMessage();
        assertTrue(words.endsWith(" answers more than any session has; get the newest Tutti for your program"), words);
    }

    @Test
    @Timeout(30)
    @DisplayName("is given up where the answer begins and does not end, and the connection with it")
    void halfAnswered() throws Exception {
        try (ServerSocket half = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpLine brief = new HttpLine(hours, Duration.ofSeconds(2))) {
            URI there = URI.create("http://127.0.0.1:" + half.getLocalPort() + "/a");
            HttpRequest.Builder asked = HttpRequest.newBuilder(there).GET();
            CompletableFuture<IOException> given = CompletableFuture.supplyAsync(
                    () -> assertThrows(IOException.class, () -> brief.bytes(asked, HttpLine.OK)));
            half.setSoTimeout(10_000);
            try (Socket socket = half.accept()) {
                String begun = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{}";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
                String words = given.get(10, TimeUnit.SECONDS).getMessage();
                assertEquals("the server at " + there.getAuthority() + " does not end its answer", words);
                socket.setSoTimeout(10_000);
                assertTrue(socket.getInputStream().readAllBytes().length > 0);
            }
        }
    }

    @Test
    @DisplayName("says so where nobody answers")
    void nobody() throws IOException {
        server.stop(0);
        String words = assertThrows(IOException.class, this::ask).getMessage();
        assertEquals("no server answers at 127.0.0.1:" + server.getAddress().getPort(), words);
    }
}
