package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** A real client process, killed at seeded moments while it writes what it edits into its outbox file. */
@Tag("fault")
@DisplayName("kill -9 of a client that writes its outbox file")
class KilledDrafterTest {
    private static final long SEED = Long.getLong("tutti.seed", 9);
    private static final SessionId ROOM = new SessionId("one-laptop-in-a-train");
    /** Shown edits, at most, after which it is killed. */
    private static final int EDITS = 200;
    /** The same in the short form. */
    private static final int FEW_EDITS = 40;
    /** In one round of so many there is no server. */
    private static final int AWAY_EVERY = 4;
    /** Without a server it works so long that some of its edits must be safe. */
    private static final long AWAY_NANOS = 1_200_000_000L;
    /** One kill of so many leaves a part of a line. */
    private static final int TORN_EVERY = 3;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    @Tag("slow")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    @DisplayName("4 times: the next start has every edit that was sent, with its number, and all older than a second")
    void four() throws Exception {
        rounds(4, FEW_EDITS);
    }

    @Test
    @Tag("long")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @DisplayName("20 times: the same")
    void twenty() throws Exception {
        rounds(20, EDITS);
    }

    @Test
    @Tag("long")
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    @DisplayName("200 times: the same")
    void often() throws Exception {
        rounds(200, EDITS);
    }

    private void rounds(int rounds, int edits) throws Exception {
        Path data = Files.createDirectories(folder.resolve("server"));
        Ledger ledger = new Ledger();
        List<Long> starts = new ArrayList<>();
        try (ServerProgram server = new ServerProgram(data, folder.resolve("server.err"))) {
            Crowd.prepareForOne(server, ROOM);
            String track = Crowd.first();
            List<String> arguments = List.of(
                    folder.resolve("client").toString(),
                    server.line().toString(),
                    ROOM.text(),
                    "secret-of-the-drafter-000000",
                    track,
                    "says what it sends");
            try (Drafter client = new Drafter(ledger, ROOM, arguments, folder.resolve("client.err"))) {
                client.awaitSaved(folder.resolve("client"));
                for (int round = 0; round < rounds; round++) {
                    starts.add(killed(server, client, round, edits));
                }
                client.finish();
            }
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
            server.verify();
        }
        assertEquals(List.of(), ledger.judge(data, List.of(ROOM)), "seed " + SEED);
        new FaultLine(
                        "kill -9 of a client that writes its outbox",
                        "SIGKILL at seeded moments of a client that edits without waiting, each third with a torn line",
                        rounds,
                        ledger.acknowledged(),
                        FaultLine.times(starts))
                .print();
    }

    /** Nanoseconds from the start of a new window until it has taken over. */
    private long killed(ServerProgram server, Drafter client, int round, int edits) throws Exception {
        boolean away = round % AWAY_EVERY == AWAY_EVERY - 1;
        if (away) {
            server.kill();
        }
        client.work(1 + random.nextInt(edits), away ? AWAY_NANOS : 0);
        long killed = System.nanoTime();
        client.kill();
        OutboxFile left = OutboxFile.read(folder.resolve("client"), ROOM);
        assertEquals(List.of(), client.missing(left, killed), "seed " + SEED + ", round " + round);
        if (round % TORN_EVERY == 0) {
            left.tear(random);
        }
        long start = System.nanoTime();
        client.start();
        long nanos = System.nanoTime() - start;
        if (away) {
            assertEquals(left.undelivered(), client.waiting(), "seed " + SEED + ", round " + round);
            server.start();
        }
        return nanos;
    }
}
