package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tutti.client.state.Status;
import tutti.model.SessionId;

/** A real server on a real ext4 that the system makes read-only, as it does after an error, under four clients. */
@Tag("fault")
@DisplayName("A server whose file system becomes read-only under load")
class ReadOnlyDiskTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void asRoot() throws Exception {
        boolean may = LoopDisk.isPossible();
        if (!may) {
            System.out.println("skipped: only root on Linux with ext4 tools can make a file system fail");
        }
        assumeTrue(may, "only root on Linux with ext4 tools can make a file system fail");
    }

    @Test
    @Tag("slow")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("keeps everybody and reads on; edits wait until it is started on the mended disk, and all is there")
    void once() throws Exception {
        rounds(1);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @DisplayName("10 times: the same")
    void often() throws Exception {
        rounds(10);
    }

    private void rounds(int rounds) throws Exception {
        List<Long> recoveries = new ArrayList<>();
        try (LoopDisk disk = new LoopDisk(folder.resolve("disk"))) {
            Path data = Files.createDirectories(disk.folder().resolve("data"));
            Ledger ledger;
            try (ServerProgram server = new ServerProgram(data, folder.resolve("server.err"))) {
                Sleeper sleeper = new Sleeper(server, folder);
                Crowd.prepare(server);
                try (Crowd crowd = new Crowd(server.line(), folder)) {
                    ledger = crowd.ledger();
                    crowd.begin();
                    for (int i = 0; i < rounds; i++) {
                        crowd.awaitEverybody();
                        failsUnder(disk, server, crowd, sleeper);
                        recoveries.add(mended(disk, server, crowd));
                    }
                    crowd.awaitEverybody();
                    crowd.finish();
                }
                assertEquals(0, server.stop(), "SIGTERM is a clean end");
                server.verify();
            }
            assertEquals(List.of(), ledger.judge(data, Crowd.sessions()));
            new FaultLine(
                            "disk read-only, for real",
                            "an ext4 that goes read-only by an error under 4 clients; then killed, mended, started",
                            rounds,
                            ledger.acknowledged(),
                            FaultLine.times(recoveries))
                    .print();
        }
    }

    /** Nanoseconds from the start on the mended disk until somebody is answered again. */
    private static long mended(LoopDisk disk, ServerProgram server, Crowd crowd) throws Exception {
        server.kill();
        disk.heal();
        long start = System.nanoTime();
        server.start();
        crowd.awaitAnswer();
        return System.nanoTime() - start;
    }

    private static void failsUnder(LoopDisk disk, ServerProgram server, Crowd crowd, Sleeper sleeper) throws Exception {
        long connections = server.connectionsMade();
        disk.fail(server.pid());
        crowd.await(status -> status.link() == Status.Link.PAUSED);
        crowd.await(status -> status.trouble().contains("cannot save now"));
        for (SessionId session : Crowd.sessions()) {
            assertTrue(server.get("/api/sessions/" + session.text()).contains("\"chain\""), "it is read on");
        }
        sleeper.awaitRead();
        assertNotEquals(200, server.status("/healthz"));
        assertEquals(connections, server.connectionsMade(), "somebody was disconnected");
    }
}
