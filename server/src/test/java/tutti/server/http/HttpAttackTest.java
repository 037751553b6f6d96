package tutti.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.server.net.HostRule;
import tutti.server.net.Shares;

@Tag("slow")
@DisplayName("HTTP, attacked,")
class HttpAttackTest {
    private static final String OWN = "Host: 127.0.0.1\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private final FakeApi api = new FakeApi();
    private HttpFront front;

    @BeforeEach
    void open() throws IOException {
        HttpFront.Content content = new HttpFront.Content(
                api, new Facts("0.1.0", 1, 7789, "/ws", "a-start"), () -> new Wellness(true, "well"), List.of());
        front = HttpFront.open(HttpFrontTest.ANY_PORT, new HostRule(Set.of()), content);
    }

    @AfterEach
    void close() {
        front.close();
    }

    /** A raw connection; every wait ends after 10 s. */
    private Socket connect() throws IOException {
        Socket socket = new Socket(front.address().getAddress(), front.address().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String status(Socket socket) throws IOException {
        String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        return line == null ? "" : line.split(" ")[1];
    }

    private String ask(String request) throws IOException {
        try (Socket socket = connect()) {
            write(socket, request);
            return status(socket);
        }
    }

    private String askOrReset(String request) throws IOException {
        try {
            return ask(request);
        } catch (SocketException e) {
            return "reset";
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "evil.example,",
        "127.0.0.1.evil.example,",
        "localhost,http://evil.example",
        "localhost,http://localhost:3000",
        "localhost,null",
    })
    @DisplayName("refuses a foreign Host, and pages of a foreign Origin")
    void foreign(String host, String origin) throws Exception {
        String more = origin == null ? "" : "Origin: " + origin + "\r\n";
        assertEquals("403", ask("GET /api/sessions HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n"));
    }

    @Test
    @DisplayName("refuses a request without a Host, with two, and with two Origins")
    void doubledHost() throws Exception {
        assertEquals("403", ask("GET /api/server HTTP/1.1\r\n\r\n"));
        assertEquals("403", ask("GET /api/server HTTP/1.1\r\n" + OWN + "Host: evil.example\r\n\r\n"));
        String origin = "Origin: http://127.0.0.1\r\n";
        assertEquals("200", ask("GET /api/server HTTP/1.1\r\n" + OWN + origin + "\r\n"));
        assertEquals("403", ask("GET /api/server HTTP/1.1\r\n" + OWN + origin + origin + "\r\n"));
    }

    @Test
    @DisplayName("takes no body that is not JSON, so that no page can send one unasked")
    void formPost() throws Exception {
        String form = "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
        assertEquals("415", ask("POST /api/sessions HTTP/1.1\r\n" + OWN + form));
        assertEquals(List.of(), api.asked);
    }

    @Test
    @DisplayName("counts the bytes of a body as they come, whatever it said of its length")
    void endlessBody() throws Exception {
        try (Socket socket = connect()) {
            write(
                    socket,
                    "POST /api/sessions/a/edits HTTP/1.1\r\n" + OWN + JSON + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
            for (int i = 0; i < 5; i++) {
                write(socket, chunk);
            }
            assertEquals("413", status(socket));
        }
        assertEquals(List.of(), api.asked);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ZZ", "-5", "ffffffffffffffffff", "", "5 5"})
    @DisplayName("says that chunks which are none cannot be read, and closes")
    void brokenChunks(String size) throws Exception {
        String head = "POST /api/sessions HTTP/1.1\r\n" + OWN + JSON + "Transfer-Encoding: chunked\r\n\r\n";
        assertEquals("400", ask(head + size + "\r\nhello\r\n0\r\n\r\n"));
        assertEquals(List.of(), api.asked);
    }

    @Test
    @DisplayName("takes a document of the limit and none that is a byte longer")
    void largestDocument() throws Exception {
        api.answers(new Answer.Made("a", "{}"));
        assertEquals("201", postDocument(Limits.DOCUMENT_BYTES));
        assertEquals("413", postDocument(Limits.DOCUMENT_BYTES + 1));
        assertEquals(List.of("create " + Limits.DOCUMENT_BYTES), api.asked);
    }

    private String postDocument(int bytes) throws IOException {
        try (Socket socket = connect()) {
            write(socket, "POST /api/sessions HTTP/1.1\r\n" + OWN + JSON + "Content-Length: " + bytes + "\r\n\r\n");
            write(socket, "x".repeat(bytes));
            return status(socket);
        }
    }

    @Test
    @DisplayName("refuses text that is not UTF-8")
    void notUtf8() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST /api/sessions HTTP/1.1\r\n" + OWN + JSON + "Content-Length: 2\r\n\r\n");
            socket.getOutputStream().write(new byte[] {(byte) 0xC3, '('});
            assertEquals("400", status(socket));
        }
    }

    @Test
    @DisplayName("refuses long paths and endless headers")
    void longLines() throws Exception {
        assertEquals("413", ask("GET /api/sessions/" + "a".repeat(600) + " HTTP/1.1\r\n" + OWN + "\r\n"));
        String header = "X: " + "a".repeat(2 * Limits.HEADER_BYTES) + "\r\n\r\n";
        String status = askOrReset("GET /api/server HTTP/1.1\r\n" + OWN + header);
        assertTrue(!status.equals("200"), status);
    }

    @Test
    @DisplayName("works on so many requests of one address, tells the others to come again, and is looked after still")
    void tooManyRequests() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch full = new CountDownLatch(Limits.REQUESTS_PER_ADDRESS);
        api.answers(() -> {
            full.countDown();
            awaitQuietly(release);
            return new Answer.Found("{}", "tag");
        });
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < Limits.REQUESTS_PER_ADDRESS; i++) {
            Socket socket = connect();
            write(socket, "GET /api/sessions/a HTTP/1.1\r\n" + OWN + "\r\n");
            waiting.add(socket);
        }
        full.await();
        assertEquals("503", ask("GET /api/server HTTP/1.1\r\n" + OWN + "\r\n"));
        assertEquals("200", ask("GET /healthz HTTP/1.1\r\n" + OWN + "\r\n"));
        assertEquals("200", ask("GET /metrics HTTP/1.1\r\n" + OWN + "\r\n"));
        release.countDown();
        for (Socket socket : waiting) {
            assertEquals("200", status(socket));
            socket.close();
        }
        assertEquals("200", ask("GET /api/server HTTP/1.1\r\n" + OWN + "\r\n"));
    }

    @Test
    @DisplayName("holds no place for bodies that do not come, and takes a whole one beside them")
    void trickledBodies() throws Exception {
        api.answers(new Answer.Made("a", "{}"));
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 2 * Limits.REQUESTS; i++) {
            Socket socket = connect();
            write(socket, "POST /api/sessions HTTP/1.1\r\n" + OWN + JSON + "Content-Length: 9000000\r\n\r\n");
            write(socket, "x".repeat(i < 16 ? 2 * Limits.SMALL_BYTES : 1));
            slow.add(socket);
        }
        assertEquals("201", postDocument(1_000_000));
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    @DisplayName("holds so many bytes of bodies of one address, as they come, and no more until they are let go of")
    void countedBodies() throws Exception {
        int large = 3 * Limits.STEP_BYTES;
        Shares shares = new Shares(2L * large, large + Limits.STEP_BYTES);
        InetAddress address = front.address().getAddress();
        Load first = new Load(shares, address);
        assertInstanceOf(Body.Whole.class, body(large, first));
        assertInstanceOf(Body.NoRoom.class, body(large, new Load(shares, address)));
        first.close();
        assertInstanceOf(Body.Whole.class, body(large, new Load(shares, address)));
    }

    private static Body body(int bytes, Load load) {
        Body body = Body.read(new ByteArrayInputStream(new byte[bytes]), Limits.DOCUMENT_BYTES, load);
        if (body instanceof Body.NoRoom) {
            load.close();
        }
        return body;
    }

    @Test
    @DisplayName("holds so many bytes of replies that nobody reads, refuses the next, and goes on with small ones")
    void unreadReplies() throws Exception {
        int size = 8 * 1024 * 1024;
        String large = "x".repeat(size);
        api.answers(() -> new Answer.Found(large, ""));
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < Limits.BYTES_PER_ADDRESS / size; i++) {
            Socket socket = connect();
            idle.add(socket);
            write(socket, "GET /api/sessions/a HTTP/1.1\r\n" + OWN + "\r\n");
            assertEquals('H', socket.getInputStream().read(), "it has begun");
        }
        Socket next = connect();
        idle.add(next);
        write(next, "GET /api/sessions/a HTTP/1.1\r\n" + OWN + "\r\n");
        String head = head(next);
        assertTrue(
                head.startsWith("HTTP/1.1 503") && head.toLowerCase(Locale.ROOT).contains("retry-after: 1"), head);
        assertEquals("200", ask("GET /api/server HTTP/1.1\r\n" + OWN + "\r\n"));
        for (Socket socket : idle) {
            socket.close();
        }
    }

    private static String head(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("answers others while one sends its header drop by drop")
    void halfARequest() throws Exception {
        try (Socket slow = connect()) {
            write(slow, "GET /api/server HTTP/1.1\r\nHost: 127");
            assertEquals("200", ask("GET /api/server HTTP/1.1\r\n" + OWN + "\r\n"));
            write(slow, ".0.0.1\r\n\r\n");
            assertEquals("200", status(slow));
        }
    }
}
