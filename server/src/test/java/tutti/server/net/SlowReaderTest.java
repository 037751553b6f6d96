package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("A reader that does not read")
class SlowReaderTest {
    private static final int ROWS = 20_000;
    private static final int BATCH = 50;
    private static final String FILLING = " " + "x".repeat(500);
    private static final long MOST_WAITING = Limits.WAITING_BYTES + FILLING.length() + 20L;

    private final List<Piece> journal = new ArrayList<>();
    private final Ring ring = new Ring(0, 1_000, 200_000);
    private final ManualClock clock = new ManualClock();

    private synchronized void commit() {
        List<Piece> batch = new ArrayList<>();
        for (int i = 1; i <= BATCH; i++) {
            long seq = journal.size() + i;
            batch.add(new Piece(seq, Frame.text("row " + seq + FILLING)));
        }
        journal.addAll(batch);
        ring.append(batch);
    }

    private synchronized List<Piece> read(long position) {
        int from = (int) position;
        return List.copyOf(journal.subList(from, Math.min(from + 200, journal.size())));
    }

    @Test
    @DisplayName("costs a fixed amount, holds nobody back, is not closed, and gets every row in the end")
    void costsAFixedAmount() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        try (Gateway gateway = Gateway.open(Config.at(GatewayTest.ANY_PORT), intake, clock);
                RawClient slow = RawClient.connect(gateway.address(), 4096);
                RawClient quick = RawClient.open(gateway.address())) {
            Connection quickOne = intake.awaitOpened();
            slow.enter(gateway.address());
            Connection slowOne = intake.awaitOpened();
            quickOne.follow(Frame.text("welcome"), ring, 0, this::read);
            slowOne.follow(Frame.text("welcome"), ring, 0, this::read);
            CompletableFuture<Void> commits = CompletableFuture.runAsync(
                    () -> commitAll((SocketConnection) slowOne),
                    task -> Thread.ofPlatform().start(task));
            assertGetsEveryRow(quick);
            commits.join();
            assertTrue(slowOne.behind());
            assertTrue(((SocketConnection) slowOne).waiting() <= MOST_WAITING);
            stayAliveForAMinute(slow, intake);
            assertGetsEveryRow(slow);
        }
    }

    private void commitAll(SocketConnection slow) {
        while (journal.size() < ROWS) {
            commit();
            // Counted while frames leave and others enter, so twice of what there is at any one moment.
            assertTrue(slow.waiting() <= 2 * MOST_WAITING);
        }
    }

    private static void assertGetsEveryRow(RawClient client) throws Exception {
        assertEquals("welcome", client.readText());
        for (int row = 1; row <= ROWS; row++) {
            String text = client.readText();
            assertEquals("row " + row, text.substring(0, text.lastIndexOf(' ')));
        }
    }

    /** It still says something now and then, or it would be silent. */
    private void stayAliveForAMinute(RawClient slow, RecordingIntake intake) throws Exception {
        for (int seconds = 0; seconds < 60; seconds += 5) {
            clock.pass(5_000);
            slow.send("still here");
            intake.awaitText();
        }
    }
}
