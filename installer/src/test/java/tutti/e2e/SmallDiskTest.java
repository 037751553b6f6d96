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

/** A real server on a real disk of a few megabytes, with four clients in eight sessions. */
@Tag("fault")
@DisplayName("A server on a small disk")
class SmallDiskTest {
    private static final int MEBIBYTES = 24;
    /**
     * What the store itself may grow by in a round, as it never writes over what it has written: a room that has many
     * rows takes longer to come back, so later rounds have more edits.
     */
    private static final int MEBIBYTES_A_ROUND = 20;

    /** Bytes: with less the server says that the disk is nearly full. */
    private static final long NEARLY = 200L << 20;

    private static final SessionId ASLEEP = new SessionId("asleep");

    @TempDir
    private Path folder;

    @BeforeEach
    void asRoot() throws Exception {
        boolean may = Tool.mayMount();
        if (!may) {
            System.out.println("skipped: a small disk can only be mounted by root on Linux");
        }
        assumeTrue(may, "only root on Linux can mount a small disk");
    }

    @Test
    @Tag("slow")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("that is full twice: edits wait, every window says why, nobody leaves, reads go on, all comes back")
    void twice() throws Exception {
        rounds(2);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @DisplayName("that is full 15 times: edits wait, every window says why, nobody leaves, and all comes back")
    void often() throws Exception {
        rounds(15);
    }

    private void rounds(int rounds) throws Exception {
        int size = MEBIBYTES + MEBIBYTES_A_ROUND * rounds;
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), size);
                ServerProgram server = new ServerProgram(disk.folder(), folder.resolve("server.err"))) {
            Crowd.prepare(server);
            Crowd.prepareForOne(server, ASLEEP);
            Ledger ledger;
            List<Long> recoveries = new ArrayList<>();
            try (Crowd crowd = new Crowd(server.line(), folder)) {
                ledger = crowd.ledger();
                crowd.begin();
                crowd.awaitEverybody();
                assertEquals(disk.free() < NEARLY, server.get("/healthz").contains("nearly full"), "less than 200 MB");
                for (int i = 0; i < rounds; i++) {
                    fillsUp(disk, server, crowd);
                    long start = System.nanoTime();
                    disk.empty();
                    crowd.await(status -> status.link() == Status.Link.LIVE);
                    recoveries.add(System.nanoTime() - start);
                    crowd.awaitEverybody();
                    assertTrue(disk.free() > 0, "the disk itself is too small for round " + i);
                }
                crowd.finish();
                assertEquals(Crowd.CONNECTIONS, server.connectionsMade(), "somebody was disconnected");
            }
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
            server.verify();
            assertEquals(List.of(), ledger.judge(disk.folder(), Crowd.sessions()));
            new FaultLine(
                            "disk full, for real",
                            "a file system of " + size + " MB filled while 4 clients edit in 8 sessions; sleepers,"
                                    + " history and list are read on",
                            rounds,
                            ledger.acknowledged(),
                            FaultLine.times(recoveries))
                    .print();
        }
    }

    private static void fillsUp(SmallDisk disk, ServerProgram server, Crowd crowd) throws Exception {
        String asleep = server.get(path(ASLEEP));
        assertTrue(asleep.contains("\"chain\""), asleep);
        disk.fill();
        crowd.await(status -> status.link() == Status.Link.PAUSED);
        crowd.await(status -> status.trouble().contains("cannot save now"));
        for (SessionId session : Crowd.sessions()) {
            assertTrue(server.get(path(session)).contains("\"chain\""), "it is read on");
        }
        readsTheStore(server, asleep);
        assertNotEquals(200, server.status("/healthz"));
    }

    /** What only the store knows: a session in which nobody is, the past of one in which somebody is, the list. */
    private static void readsTheStore(ServerProgram server, String asleep) throws Exception {
        int looks = 0;
        while (server.status(path(ASLEEP)) != 200) {
            assertTrue(++looks < 10_000, "who sleeps is never read on");
        }
        assertEquals(asleep, server.get(path(ASLEEP)));
        String list = server.get("/api/sessions");
        for (SessionId session : Crowd.sessions()) {
            assertTrue(list.contains("\"" + session.text() + "\""), list);
            assertEquals(200, server.status(path(session) + "/history"));
        }
        assertTrue(list.contains("\"" + ASLEEP.text() + "\""), list);
        assertTrue(server.get(path(Crowd.sessions().getFirst()) + "/history").contains("\"seq\""), "its past");
    }

    private static String path(SessionId session) {
        return "/api/sessions/" + session.text();
    }

    @Test
    @Tag("slow")
    @DisplayName("that is mounted read-only refuses to start, in one line, and starts once it may write")
    void readOnly() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        List<String> options = List.of("--data", data.toString(), "--http-port", "0", "--ws-port", "0");
        Tool.must("mount", "--bind", data.toString(), data.toString());
        try {
            Tool.must("mount", "-o", "remount,ro,bind", data.toString());
            Path words = folder.resolve("words");
            try (Program server = Program.start("server", words, "tutti.server.api.Main", options)) {
                assertEquals(1, server.ended());
            }
            String said = Files.readString(words);
            assertTrue(said.lines().anyMatch(line -> line.startsWith("tutti-server: ")), said);
            assertTrue(said.contains("Read-only file system"), said);
        } finally {
            Tool.must("umount", data.toString());
        }
        try (Program server = Program.start("server", folder.resolve("again"), "tutti.server.api.Main", options)) {
            server.await("ready ");
            assertEquals(0, server.stop());
        }
    }
}
