package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

/** A real server process that rewrites its store on demand while four clients edit, and dies in the midst of it. */
@Tag("fault")
@DisplayName("kill -9 of a server that rewrites its store")
class KilledRewritingTest {
    private static final long SEED = Long.getLong("tutti.seed", 8);
    /** At the server's metrics, from the asking to the kill. */
    private static final int LOOKS = 30;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    @Tag("slow")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("4 times: nothing is lost, nothing comes back from the dead, nothing is applied twice")
    void few() throws Exception {
        rounds(4);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @DisplayName("50 times: the same")
    void many() throws Exception {
        rounds(50);
    }

    private void rounds(int rounds) throws Exception {
        Path data = Files.createDirectories(folder.resolve("server"));
        try (ServerProgram server = new ServerProgram(data, folder.resolve("server.err"))) {
            Crowd.prepare(server);
            Ledger ledger;
            int inTheMidst = 0;
            List<Long> recoveries = new ArrayList<>();
            try (Crowd crowd = new Crowd(server.line(), folder)) {
                ledger = crowd.ledger();
                crowd.begin();
                for (int round = 0; round < rounds; round++) {
                    crowd.awaitEverybody();
                    try (Socket asking = askToRewrite(data)) {
                        look(server, round % 2 == 0 ? 0 : random.nextInt(LOOKS));
                        long start = System.nanoTime();
                        server.killAndRestart();
                        crowd.awaitAnswer();
                        recoveries.add(System.nanoTime() - start);
                        inTheMidst += isDone(asking) ? 0 : 1;
                    }
                }
                crowd.finish();
            }
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
            server.verify();
            assertEquals(List.of(), ledger.judge(data, Crowd.sessions()), "seed " + SEED);
            assertTrue(inTheMidst > 0, "no kill came before the end of a rewriting");
            new FaultLine(
                            "kill -9 of a server that rewrites",
                            "asked to rewrite, SIGKILL at seeded moments, " + inTheMidst + " before it was done",
                            rounds,
                            ledger.acknowledged(),
                            FaultLine.times(recoveries))
                    .print();
        }
    }

    /** Each look is an answer of the server: so the moment is one of its own, and no clock's. */
    private static void look(ServerProgram server, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            server.metric("tutti_rooms");
        }
    }

    /** As {@code tutti server rewrite} does. */
    private static Socket askToRewrite(Path data) throws IOException {
        String[] words = Files.readString(data.resolve("control")).strip().split(" ");
        Socket asking = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]));
        OutputStream out = asking.getOutputStream();
        out.write((words[1] + " rewrite\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return asking;
    }

    /** What the dead server had said to that. */
    private static boolean isDone(Socket asking) throws IOException {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(asking.getInputStream(), StandardCharsets.UTF_8))) {
            return said.lines().anyMatch(line -> line.startsWith("done"));
        } catch (java.io.UncheckedIOException reset) {
            return false;
        }
    }
}
