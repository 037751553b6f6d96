package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;

/** A real server process, killed at seeded moments while four clients edit in eight sessions. */
@Tag("fault")
@DisplayName("kill -9 of a server under load")
class KilledUnderLoadTest {
    private static final long SEED = Long.getLong("tutti.seed", 5);
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
                server.kill();
            }
            server.start();
            paidByItself(server);
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
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
        long start = System.nanoTime();
        server.killAndRestart();
        crowd.awaitAnswer();
        return System.nanoTime() - start;
    }

    /** Nobody connects any more, and still every session has its file. */
    private static void paidByItself(ServerProgram server) throws IOException, InterruptedException {
        int sessions = Crowd.sessions().size();
        server.awaitMetric(KV_WRITES, writes -> writes >= sessions);
        server.awaitMetric("tutti_rooms", rooms -> rooms == 0);
        assertEquals(sessions, server.metric(KV_WRITES), "one write a visit");
        for (SessionId session : Crowd.sessions()) {
            assertEquals(server.get("/api/sessions/" + session.text()), server.kvFile(session));
        }
    }
}
