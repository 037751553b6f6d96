package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.SelectionKey;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.store.Await;

@Tag("slow")
@DisplayName("Of who says too much, the gateway")
class GatewayRestTest {
    private static final long REST_MILLIS = 20_000;
    private static final int STEP_MILLIS = 750;
    /** Before so many milliseconds of rest. */
    private static final String TIRING = "tiring ";

    private static final int WORDS = 20;

    private final ManualClock clock = new ManualClock();
    private final RecordingIntake intake = new RecordingIntake((connection, message) -> {
        if (message.startsWith(TIRING)) {
            long millis = Long.parseLong(message.substring(TIRING.length()));
            connection.rest(TimeUnit.MILLISECONDS.toMicros(millis));
        }
        connection.tell(Frame.text(message));
    });
    private Gateway gateway;

    @BeforeEach
    void open() throws Exception {
        gateway = Gateway.open(Config.at(GatewayTest.ANY_PORT), intake, clock);
    }

    @AfterEach
    void close() {
        gateway.close();
        assertTrue(intake.failures.isEmpty());
    }

    @Test
    @DisplayName("reads nothing while it rests, also while it is written to, and every word in order afterwards")
    void rests() throws Exception {
        try (RawClient hasty = RawClient.open(gateway.address())) {
            Connection resting = intake.awaitOpened();
            try (RawClient other = RawClient.open(gateway.address())) {
                tire(hasty, REST_MILLIS);
                rests(hasty, resting, other);
            }
        }
    }

    private void rests(RawClient hasty, Connection resting, RawClient other) throws Exception {
        for (int i = 0; i < WORDS; i++) {
            hasty.send("late " + i);
            resting.tell(Frame.text("news " + i));
            assertEquals("news " + i, hasty.readText());
            clock.pass(STEP_MILLIS);
            other.send("word " + i);
            assertEquals("word " + i, other.readText());
            assertEquals("word " + i, intake.awaitText());
        }
        assertTrue(intake.isSilent(), "it was heard while it rested");
        clock.pass(Limits.PING_MILLIS + 1);
        assertEquals(RawClient.PING, hasty.read().opcode(), "silence does not count while it rests");
        clock.pass(REST_MILLIS - WORDS * STEP_MILLIS - Limits.PING_MILLIS);
        for (int i = 0; i < WORDS; i++) {
            assertEquals("late " + i, intake.awaitText());
        }
        assertEquals(0, gateway.traffic().silentTotal());
    }

    /** From then on it rests. */
    private void tire(RawClient hasty, long millis) throws Exception {
        hasty.send(TIRING + millis);
        assertEquals(TIRING + millis, hasty.readText());
        assertEquals(TIRING + millis, intake.awaitText());
    }

    @Test
    @DisplayName("costs its own selector nothing while it rests, however much others say and are told")
    void sleeps() throws Exception {
        try (RawClient hasty = RawClient.open(gateway.address())) {
            SelectionKey key = restingWithMore(hasty);
            try (RawClient other = RawClient.open(gateway.address())) {
                for (int i = 0; i < 50 * WORDS; i++) {
                    other.send("word " + i);
                    assertEquals("word " + i, other.readText());
                    assertEquals(0, key.interestOps(), "the selector was to look at it, after " + i + " words");
                }
            }
        }
    }

    /** It said something more, which is not read. */
    private SelectionKey restingWithMore(RawClient hasty) throws Exception {
        intake.awaitOpened();
        SelectionKey key = gateway.sockets().iterator().next().getSelectionKey();
        tire(hasty, 1);
        hasty.send("late");
        Await.until(() -> key.interestOps() == 0);
        return key;
    }

    @Test
    @DisplayName("reads on when its rest is over, though nothing is written to it")
    void readsOn() throws Exception {
        try (RawClient hasty = RawClient.open(gateway.address())) {
            restingWithMore(hasty);
            clock.pass(2);
            assertEquals("late", intake.awaitText());
        }
    }
}
