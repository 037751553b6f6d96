package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.server.store.Await;

@Tag("slow")
@DisplayName("While a neighbour's every word is answered, the gateway")
class GatewayAttackTest {
    private static final int CONNECTIONS = 100;
    private static final int PER_ADDRESS = 20;
    private static final int FIN = 0x80;

    private final ManualClock clock = new ManualClock();
    private final RecordingIntake intake = RecordingIntake.echoing();
    private Gateway gateway;
    private Neighbour neighbour;

    @BeforeEach
    void open() throws Exception {
        Config config =
                new Config(GatewayTest.ANY_PORT, CONNECTIONS, PER_ADDRESS, new HostRule(Set.of("studio.example")));
        gateway = Gateway.open(config, intake, clock);
        neighbour = new Neighbour(gateway.address());
        intake.awaitOpened();
    }

    @AfterEach
    void everyWordWasAnswered() throws Exception {
        neighbour.finish();
        gateway.close();
        assertTrue(intake.failures.isEmpty());
    }

    private RawClient enemy() throws IOException {
        return RawClient.open(gateway.address());
    }

    @ParameterizedTest(name = "frame bomb of {0} bytes")
    @ValueSource(longs = {65_537, 1_500_000_000L, Integer.MAX_VALUE, Long.MAX_VALUE})
    @DisplayName("refuses a header that declares more than a message may have")
    void frameBomb(long declared) throws Exception {
        try (RawClient enemy = enemy()) {
            enemy.raw(RawClient.head(FIN | RawClient.TEXT, declared, true, new byte[0]));
            assertEquals(1009, enemy.awaitCloseCode());
        }
    }

    @Test
    @DisplayName("refuses a length that is negative")
    void negativeLength() throws Exception {
        try (RawClient enemy = enemy()) {
            enemy.raw(RawClient.head(FIN | RawClient.TEXT, 1L << 16 | Long.MIN_VALUE, true, new byte[0]));
            assertEquals(1002, enemy.awaitCloseCode());
        }
    }

    @Test
    @DisplayName("sweeps half-open handshakes after 5 s and gives their places back")
    void halfOpenHandshakes() throws Exception {
        List<RawClient> enemies = new ArrayList<>();
        for (int i = 0; i < PER_ADDRESS - 1; i++) {
            RawClient enemy = RawClient.connect(gateway.address());
            enemy.raw("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            enemies.add(enemy);
        }
        assertTurnedAway();
        clock.pass(Limits.HANDSHAKE_MILLIS + 1);
        for (RawClient enemy : enemies) {
            enemy.awaitEnd();
            enemy.close();
        }
        enemy().close();
    }

    /** Also waits until the gateway has accepted all who came before. */
    private void assertTurnedAway() throws IOException {
        try (RawClient enemy = RawClient.connect(gateway.address())) {
            enemy.awaitEnd();
        }
    }

    @Test
    @DisplayName("lets no more sockets in from one address than it was told")
    void capPerAddress() throws Exception {
        List<RawClient> friends = new ArrayList<>();
        for (int i = 0; i < PER_ADDRESS - 1; i++) {
            friends.add(enemy());
        }
        assertTurnedAway();
        friends.removeLast().close();
        // Not connections(), of which the library takes a socket out before the door has its place back.
        Await.until(() -> gateway.sockets().size() < PER_ADDRESS);
        enemy().close();
        for (RawClient friend : friends) {
            friend.close();
        }
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 700, 1 << 20})
    @DisplayName("closes on a header without end, beyond 8 KB")
    void endlessHeader(int piece) throws Exception {
        try (RawClient enemy = RawClient.connect(gateway.address())) {
            enemy.raw("GET /ws HTTP/1.1\r\nX-Long: ");
            for (int sent = 0; sent <= Limits.HANDSHAKE_BYTES; sent += piece) {
                enemy.raw("a".repeat(piece));
            }
            enemy.awaitEnd();
        } catch (SocketException e) {
            // Closed while this was still writing.
        }
    }

    @Test
    @DisplayName("bounds the sum of the fragments of a message")
    void endlessFragments() throws Exception {
        try (RawClient enemy = enemy()) {
            enemy.raw(RawClient.frame(RawClient.TEXT, new byte[40_000], true));
            enemy.raw(RawClient.frame(0, new byte[30_000], true));
            assertEquals(1009, enemy.awaitCloseCode());
        }
    }

    @Test
    @DisplayName("bounds the number of fragments of a message, since empty ones cost too")
    void endlessEmptyFragments() throws Exception {
        try (RawClient enemy = enemy()) {
            enemy.raw(RawClient.frame(RawClient.TEXT, new byte[0], true));
            for (int i = 0; i < Limits.CLIENT_FRAGMENTS; i++) {
                enemy.raw(RawClient.frame(0, new byte[0], true));
            }
            assertEquals(1009, enemy.awaitCloseCode());
        }
    }

    @Test
    @DisplayName("closes 1002 on a frame that is not masked")
    void unmasked() throws Exception {
        try (RawClient enemy = enemy()) {
            enemy.raw(RawClient.frame(FIN | RawClient.TEXT, new byte[] {'a'}, false));
            assertEquals(1002, enemy.awaitCloseCode());
        }
    }

    @Test
    @DisplayName("closes 1007 on text that is not UTF-8")
    void notUtf8() throws Exception {
        try (RawClient enemy = enemy()) {
            enemy.raw(RawClient.frame(FIN | RawClient.TEXT, new byte[] {(byte) 0xC3, '('}, true));
            assertEquals(1007, enemy.awaitCloseCode());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/", "/ws/", "/ws?x=1", "/WS", "/ws/../ws", "*"})
    @DisplayName("upgrades no path but /ws")
    void anyPath(String path) throws Exception {
        assertRefused(path, "Host: 127.0.0.1:1\r\n");
    }

    @ParameterizedTest(name = "Host {0}, Origin {1}")
    @CsvSource({
        "evil.example,",
        "127.0.0.1.evil.example,",
        "studio.example.evil,",
        "127.0.0.1@evil.example,",
        "127.0.0.1:7789,http://evil.example",
        "127.0.0.1:7789,http://127.0.0.1:3000",
        "127.0.0.1:7789,null",
        "127.0.0.1:7789,file://",
    })
    @DisplayName("refuses a foreign Host, and pages of a foreign Origin")
    void foreignHostOrOrigin(String host, String origin) throws Exception {
        assertRefused("/ws", "Host: " + host + "\r\n" + (origin == null ? "" : "Origin: " + origin + "\r\n"));
    }

    @Test
    @DisplayName("refuses a request without a Host, and with two")
    void missingHost() throws Exception {
        assertRefused("/ws", "");
        assertRefused("/ws", "Host: 127.0.0.1\r\nHost: evil.example\r\n");
    }

    private void assertRefused(String path, String headers) throws IOException {
        try (RawClient enemy = RawClient.connect(gateway.address())) {
            String status = enemy.shakeHands(path, headers);
            assertTrue(status.startsWith("HTTP/1.1 404"), status);
            enemy.awaitEnd();
        }
    }

    @ParameterizedTest(name = "Host {0}")
    @ValueSource(
            strings = {"localhost", "LOCALHOST:7789", "10.0.0.7:7789", "[::1]:7789", "mini.local", "studio.example"})
    @DisplayName("lets in who asks for an address, localhost, a .local name or a configured one")
    void ownHosts(String host) throws Exception {
        try (RawClient friend = RawClient.connect(gateway.address())) {
            String own = "Host: " + host + "\r\nOrigin: http://" + host + "\r\n";
            assertTrue(friend.shakeHands("/ws", own).startsWith("HTTP/1.1 101"));
        }
    }

    @Test
    @DisplayName("ignores that permessage-deflate was asked for")
    void noCompression() throws Exception {
        try (RawClient client = RawClient.connect(gateway.address())) {
            client.shakeHands("/ws", "Host: localhost\r\nSec-WebSocket-Extensions: permessage-deflate\r\n");
            client.raw(RawClient.frame(0xC0 | RawClient.TEXT, new byte[] {'a'}, true));
            assertEquals(1002, client.awaitCloseCode());
        }
    }

    @Test
    @DisplayName("answers a flood of pings with few pongs, and lets nothing pile up for who does not read them")
    void pingFlood() throws Exception {
        byte[] ping = RawClient.frame(FIN | RawClient.PING, new byte[125], true);
        byte[] many = new byte[ping.length * 400];
        for (int i = 0; i < 400; i++) {
            System.arraycopy(ping, 0, many, i * ping.length, ping.length);
        }
        long before = gateway.traffic().bytesInTotal();
        try (RawClient enemy = RawClient.connect(gateway.address(), 4096)) {
            enemy.enter(gateway.address());
            Connection connection = intake.awaitOpened();
            for (int i = 0; i < 150; i++) {
                enemy.raw(many);
            }
            Await.until(() -> gateway.traffic().bytesInTotal() - before >= 150L * many.length);
            assertTrue(((SocketConnection) connection).waiting() < 2 * Limits.WAITING_BYTES);
        }
    }
}
