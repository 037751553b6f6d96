package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("As time goes by, the gateway")
class GatewaySweepTest {
    private final ManualClock clock = new ManualClock();
    private final RecordingIntake intake = RecordingIntake.echoing();
    private Gateway gateway;

    @BeforeEach
    void open() throws Exception {
        gateway = Gateway.open(Config.at(GatewayTest.ANY_PORT), intake, clock);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    @DisplayName("closes who has been silent for 10 s, and keeps who answers pings")
    void silence() throws Exception {
        RawClient silent = RawClient.open(gateway.address());
        long silentId = intake.awaitOpened().id();
        try (RawClient alive = RawClient.open(gateway.address())) {
            intake.awaitOpened();
            for (int seconds = 0; seconds <= Limits.SILENCE_MILLIS / 1000; seconds += 4) {
                clock.pass(TimeUnit.SECONDS.toMillis(4));
                assertEquals(RawClient.PING, alive.read().opcode());
                alive.raw(RawClient.frame(0x80 | RawClient.PONG, new byte[0], true));
                alive.send("here");
                assertEquals("here", alive.readText());
            }
            silent.awaitEnd();
            silent.close();
            RecordingIntake.Closed closed = intake.awaitClosed();
            assertEquals(silentId, closed.connection().id());
            assertFalse(closed.clean());
            assertEquals(1, gateway.traffic().silentTotal());
            assertEquals(1, gateway.connections());
        }
    }

    @Test
    @DisplayName("has a frame written that the library left in the queue")
    void stuckFrame() throws Exception {
        try (RawClient client = RawClient.open(gateway.address())) {
            intake.awaitOpened();
            GuardedSocket socket = gateway.sockets().iterator().next();
            socket.outQueue.add(Frame.text("left behind").view());
            assertEquals("left behind", client.readText());
        }
    }

    @Test
    @DisplayName("does not wait for ever for a reader that was told goodbye")
    void closingTakesTooLong() throws Exception {
        try (RawClient client = RawClient.connect(gateway.address(), 4096)) {
            client.enter(gateway.address());
            Connection connection = intake.awaitOpened();
            // More than the two systems between us take.
            connection.tell(Frame.text("x".repeat(250_000)));
            connection.tell(Frame.text("x".repeat(250_000)));
            connection.close(1013, "x".repeat(500));
            clock.pass(Limits.CLOSING_MILLIS + 1);
            assertFalse(intake.awaitClosed().clean());
        }
    }

    @Test
    @DisplayName("asks the system for small send buffers and no delay")
    void socketOptions() throws Exception {
        RawClient client = RawClient.open(gateway.address());
        intake.awaitOpened();
        GuardedSocket socket = gateway.sockets().iterator().next();
        SocketChannel channel = (SocketChannel) socket.getSelectionKey().channel();
        assertTrue(channel.getOption(StandardSocketOptions.TCP_NODELAY));
        // Linux tells twice of what it was asked for.
        assertTrue(channel.getOption(StandardSocketOptions.SO_SNDBUF) <= 2 * Limits.SEND_BUFFER_BYTES);
        client.close();
    }
}
