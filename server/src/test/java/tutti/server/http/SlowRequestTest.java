package tutti.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.server.net.HostRule;

/** In a process of its own with a limit of one second: the JDK's server takes it once for each process. */
@Tag("slow")
@DisplayName("A request that does not come to its end")
class SlowRequestTest {
    private Process server;
    private int port;

    /** Serves until its standard input ends. */
    public static final class Served {
        private Served() {}

        /** Says its port in a line. */
        public static void main(String[] args) throws IOException {
            try (HttpFront front = open(Integer.parseInt(args[0]))) {
                System.out.println(front.address().getPort());
                int _ = System.in.read();
            }
        }
    }

    private static HttpFront open(int seconds) throws IOException {
        HttpFront.Content content = new HttpFront.Content(
                new FakeApi(),
                new Facts("0.1.0", 1, 7789, "/ws", "a-start"),
                () -> new Wellness(true, "well"),
                List.of());
        return HttpFront.open(HttpFrontTest.ANY_PORT, new HostRule(Set.of()), content, seconds);
    }

    @BeforeEach
    void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        server = new ProcessBuilder(java, "-cp", classes, Served.class.getName(), "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = server.inputReader();
        port = Integer.parseInt(said.readLine());
    }

    @AfterEach
    void stop() {
        server.destroyForcibly();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is cut off when its time is over:")
    @ValueSource(
            strings = {
                "GET /healthz HTT",
                "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-More: ",
                "POST /api/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 99\r\n\r\n{"
            })
    void cutOff(String begun) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            long start = System.nanoTime();
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            assertTrue(ended(socket.getInputStream()), "it was answered");
            assertTrue(System.nanoTime() - start > 900_000_000L, "cut off before its time");
        }
    }

    /** Blocks until the other side ends it without a word. */
    private static boolean ended(InputStream in) throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    @DisplayName("has 15 seconds in a real server")
    void fifteen() throws IOException {
        HttpFront.open(
                        HttpFrontTest.ANY_PORT,
                        new HostRule(Set.of()),
                        new HttpFront.Content(
                                new FakeApi(), new Facts("", 1, 1, "", ""), () -> new Wellness(true, ""), List.of()))
                .close();
        assertEquals("15", System.getProperty("sun.net.httpserver.maxReqTime"));
    }
}
