package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;
import tutti.wire.Document;
import tutti.wire.Documents;

/** A real server process, killed at seeded moments while four clients edit in eight sessions. */
@Tag("fault")
@DisplayName("kill -9 of a server under load")
class KilledUnderLoadTest {
    private static final long SEED = Long.getLong("tutti.seed", 5);
    /** At the server's metrics, after the last one left and before the kill. */
    private static final int LOOKS = 30;

    private static final int VISITS = 8;

    private static final String KV_WRITES = "tutti_kv_writes_total";

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    @Tag("slow")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("20 times: every acknowledged edit is there once and in order, every refusal was heard, every KV paid")
    void twenty() throws Exception {
        rounds(20);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @DisplayName("100 times: the same")
    void hundred() throws Exception {
        rounds(100);
    }

    private void rounds(int rounds) throws Exception {
        Path data = Files.createDirectories(folder.resolve("server"));
        try (ServerProgram server = new ServerProgram(data, folder.resolve("server.err"))) {
            Crowd.prepare(server);
            Ledger ledger;
            Map<SessionId, String> documents;
            List<Long> recoveries = new ArrayList<>();
            try (Crowd crowd = new Crowd(server.line(), folder);
                    Repeater repeater = new Repeater(
                            crowd.ledger(), server.line(), Crowd.sessions().getFirst())) {
                ledger = crowd.ledger();
                crowd.begin();
                crowd.awaitAnswer();
                for (int round = 0; round < rounds; round++) {
                    recoveries.add(killed(server, crowd, repeater));
                    repeater.again();
                }
                crowd.finish();
                assertEquals(0, server.metric(KV_WRITES), "no KV write while somebody is in");
                documents = served(server);
                crowd.awaitShown(documents);
                server.kill();
            }
            server.start();
            paidByItself(server, documents);
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
            server.verify();
            assertEquals(List.of(), ledger.judge(data, Crowd.sessions()), "seed " + SEED);
            assertTrue(ledger.refused() > rounds, "only " + ledger.refused() + " refusals");
            new FaultLine(
                            "kill -9 of the server",
                            "SIGKILL at seeded moments, 4 clients editing in 8 sessions, a fifth that says all again",
                            rounds + 1,
                            ledger.acknowledged(),
                            FaultLine.times(recoveries))
                    .print();
        }
    }

    /** Kills at some moment; nanoseconds from then until somebody is answered again. */
    private long killed(ServerProgram server, Crowd crowd, Repeater repeater) throws IOException, InterruptedException {
        crowd.goOn(random.nextInt(400), random.nextLong(500));
        repeater.work();
        assertEquals(0, server.metric(KV_WRITES), "no KV write while somebody is in");
        long start = System.nanoTime();
        server.killAndRestart();
        crowd.awaitAnswer();
        return System.nanoTime() - start;
    }

    /** The hash of each session's document, as the server answers it. */
    private static Map<SessionId, String> served(ServerProgram server) throws IOException, InterruptedException {
        Map<SessionId, String> documents = new HashMap<>();
        for (SessionId session : Crowd.sessions()) {
            documents.put(session, hash(server.served(session)));
        }
        return documents;
    }

    /** Nobody connects any more, and still every session has its file, which says what all windows showed. */
    private static void paidByItself(ServerProgram server, Map<SessionId, String> documents)
            throws IOException, InterruptedException {
        int sessions = Crowd.sessions().size();
        server.awaitMetric(KV_WRITES, writes -> writes >= sessions);
        server.awaitMetric("tutti_rooms", rooms -> rooms == 0);
        assertEquals(sessions, server.metric(KV_WRITES), "one write a visit");
        for (SessionId session : Crowd.sessions()) {
            assertEquals(documents.get(session), hash(server.kvDocument(session)));
        }
        assertEquals(documents, served(server));
    }

    @Test
    @Tag("slow")
    @DisplayName("Twice about when the last one leaves: the KV is paid, at the leave or by the next start alone")
    void whenTheLastLeaves() throws Exception {
        leaves(2);
    }

    @Test
    @Tag("long")
    @DisplayName("20 times about when the last one leaves: the same")
    void whenTheLastLeavesOften() throws Exception {
        leaves(20);
    }

    private void leaves(int rounds) throws Exception {
        Path data = Files.createDirectories(folder.resolve("server"));
        Ledger ledger = new Ledger();
        List<SessionId> sessions = new ArrayList<>();
        List<Long> recoveries = new ArrayList<>();
        try (ServerProgram server = new ServerProgram(data, folder.resolve("server.err"))) {
            for (int round = 0; round < rounds; round++) {
                Map<SessionId, String> left = visits(server, ledger, round);
                sessions.addAll(left.keySet());
                for (int looks = random.nextInt(LOOKS); looks > 0; looks--) {
                    // Each look is an answer of the server: so the moment is one of its own, and no clock's.
                    server.metric(KV_WRITES);
                }
                long start = System.nanoTime();
                server.killAndRestart();
                server.awaitMetric("tutti_kv_debts", debts -> debts == 0);
                recoveries.add(System.nanoTime() - start);
                for (SessionId session : left.keySet()) {
                    assertEquals(left.get(session), hash(server.kvDocument(session)), "seed " + SEED);
                }
            }
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
            server.verify();
        }
        assertEquals(List.of(), ledger.judge(data, sessions), "seed " + SEED);
        new FaultLine(
                        "kill -9 when the last one leaves",
                        "SIGKILL after a seeded number of looks at it, started with nobody in",
                        rounds,
                        ledger.acknowledged(),
                        FaultLine.times(recoveries))
                .print();
    }

    /** Somebody edits alone in one session after the other and leaves each; the hash of what the window showed then. */
    private Map<SessionId, String> visits(ServerProgram server, Ledger ledger, int round)
            throws IOException, InterruptedException {
        Map<SessionId, String> left = new HashMap<>();
        for (int visit = 0; visit < VISITS; visit++) {
            SessionId session = new SessionId("left-in-round-" + round + "-" + visit);
            Crowd.prepareForOne(server, session);
            try (Player player = Crowd.one(ledger, server.line(), folder.resolve(session.text()), session)) {
                player.work(_ -> player.bursts() >= 3);
                left.put(session, player.shown());
            }
        }
        return left;
    }

    private static String hash(Document document) {
        return Documents.hash(document.session());
    }
}
