package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tutti.client.state.Status;
import tutti.model.SessionId;
import tutti.wire.Documents;
import tutti.wire.Stamp;

/**
 * What else befalls a real server while four clients edit in eight sessions; a ledger judges the store. The server runs
 * from jars, as it is shipped.
 */
@Tag("fault")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@DisplayName("A server under load")
class HardshipTest {
    private static final long SEED = Long.getLong("tutti.seed", 8);
    /** At the server's metrics, from the asking to a kill. */
    private static final int LOOKS = 30;

    /** After so long a client takes a silent server for gone. */
    private static final int SILENCE_SECONDS = 10;

    @TempDir
    private Path folder;

    /** Who comes and goes beside the crowd, and where. */
    private final Ledger guests = new Ledger();

    private final List<SessionId> guestRooms = new ArrayList<>();

    /** Something that befalls a server while clients edit; nanoseconds until they are answered again. */
    private interface Hardship {
        long befall(ServerProgram server, Crowd crowd) throws Exception;
    }

    private void survive(String fault, String how, int times, Hardship hardship) throws Exception {
        Path data = Files.createDirectories(folder.resolve("server"));
        String classPath = ClassPath.packed(Files.createDirectories(folder.resolve("jars")));
        try (ServerProgram server = new ServerProgram(data, folder.resolve("server.err"), classPath)) {
            Crowd.prepare(server);
            Ledger ledger;
            List<Long> recoveries = new ArrayList<>();
            try (Crowd crowd = new Crowd(server.line(), folder)) {
                ledger = crowd.ledger();
                crowd.begin();
                for (int i = 0; i < times; i++) {
                    crowd.awaitEverybody();
                    recoveries.add(hardship.befall(server, crowd));
                }
                crowd.awaitEverybody();
                crowd.finish();
            }
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
            server.verify();
            assertEquals(List.of(), ledger.judge(data, Crowd.sessions()));
            assertEquals(List.of(), guests.judge(data, guestRooms));
            new FaultLine(fault, how, times, ledger.acknowledged(), FaultLine.times(recoveries)).print();
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("that is told to end pays every KV, ends with 0, and goes on where it was when it is started again")
    void terminated() throws Exception {
        terminated(2);
    }

    @Test
    @Tag("long")
    @DisplayName("that is told to end, 25 times, goes on where it was each time")
    void terminatedOften() throws Exception {
        terminated(25);
    }

    private void terminated(int times) throws Exception {
        survive("SIGTERM under load", "SIGTERM, then a start", times, (server, crowd) -> {
            assertEquals(0, server.stop());
            server.verify();
            Map<SessionId, String> heads = Ledger.heads(folder.resolve("server"), Crowd.sessions());
            for (SessionId session : Crowd.sessions()) {
                Stamp stamp = server.kvDocument(session).stamp().orElseThrow();
                String paid = stamp.seq() + " " + stamp.chain().hex();
                assertEquals(heads.get(session), paid, "paid at the end");
            }
            long start = System.nanoTime();
            server.start();
            crowd.awaitAnswer();
            return System.nanoTime() - start;
        });
    }

    @Test
    @Tag("slow")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @DisplayName("that stands still for 2 s keeps everybody and goes on")
    void stopped() throws Exception {
        stopped(2, 1);
    }

    @Test
    @Tag("long")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @DisplayName("that stands still for 20 s, twice, is called again by everybody and goes on")
    void stoppedLong() throws Exception {
        stopped(20, 2);
    }

    /** Two seconds are below those after which a silent connection counts as dead: then nobody calls again. */
    private void stopped(int seconds, int times) throws Exception {
        survive("SIGSTOP", "SIGSTOP, SIGCONT after " + seconds + " s", times, (server, crowd) -> {
            long before = server.connectionsMade();
            List<Integer> calls = crowd.calls();
            Tool.must("kill", "-STOP", "" + server.pid());
            crowd.standStill(seconds);
            Tool.must("kill", "-CONT", "" + server.pid());
            long start = System.nanoTime();
            crowd.awaitAnswer();
            if (seconds > SILENCE_SECONDS) {
                crowd.awaitCalls(calls);
            }
            crowd.await(status -> status.link() == Status.Link.LIVE);
            long recovery = System.nanoTime() - start;
            crowd.awaitEverybody();
            if (seconds > SILENCE_SECONDS) {
                assertTrue(server.connectionsMade() >= before + Crowd.CONNECTIONS, "everybody is let in anew");
            } else {
                assertEquals(before, server.connectionsMade(), "somebody was let in anew");
                assertEquals(calls, crowd.calls(), "somebody called again");
            }
            return recovery;
        });
    }

    @Test
    @Tag("slow")
    @EnabledOnOs(OS.LINUX)
    @DisplayName("that can open no file more serves who is in, and newcomers as soon as it can")
    void noHandles() throws Exception {
        noHandles(1);
    }

    @Test
    @Tag("long")
    @EnabledOnOs(OS.LINUX)
    @DisplayName("that can open no file more, ten times, serves who is in, and newcomers as soon as it can")
    void noHandlesOften() throws Exception {
        noHandles(10);
    }

    private void noHandles(int times) throws Exception {
        String how = "prlimit --nofile below what is open, a leave and newcomers meanwhile";
        AtomicInteger round = new AtomicInteger();
        survive("no file handle left", how, times, (server, crowd) -> {
            SessionId left = guestRoom(server, "left-" + round.incrementAndGet());
            SessionId entered = guestRoom(server, "entered-" + round);
            String before = softLimit(server);
            String shown;
            try (Player leaving = Crowd.one(guests, server.line(), folder.resolve(left.text()), left)) {
                leaving.work(_ -> leaving.bursts() >= 2);
                Tool.must("prlimit", "--pid", "" + server.pid(), "--nofile=8:");
                shown = leaving.shown();
            }
            try (Player newcomer = Crowd.one(guests, server.line(), folder.resolve(entered.text()), entered)) {
                crowd.awaitEverybody();
                Tool.must("prlimit", "--pid", "" + server.pid(), "--nofile=" + before + ":");
                long start = System.nanoTime();
                newcomer.work(_ -> newcomer.bursts() >= 1);
                long recovery = System.nanoTime() - start;
                assertEquals(200, server.status("/healthz"));
                // Two rooms were left in each round before, and one in this: nobody else leaves.
                server.awaitMetric("tutti_kv_writes_total", writes -> writes >= 2 * round.get() - 1);
                assertEquals(shown, Documents.hash(server.kvDocument(left).session()), "the leave is paid");
                return recovery;
            }
        });
    }

    private SessionId guestRoom(ServerProgram server, String name) throws IOException, InterruptedException {
        SessionId room = new SessionId("guest-room-" + name);
        Crowd.prepareForOne(server, room);
        guestRooms.add(room);
        return room;
    }

    @Test
    @Tag("slow")
    @DisplayName("that rewrites its store and is killed in the midst of it, 4 times, has lost and doubled nothing")
    void rewriting() throws Exception {
        rewriting(4);
    }

    @Test
    @Tag("long")
    @DisplayName("that rewrites its store and is killed in the midst of it, 50 times, has lost and doubled nothing")
    void rewritingOften() throws Exception {
        rewriting(50);
    }

    private void rewriting(int times) throws Exception {
        Random random = new Random(SEED);
        AtomicInteger round = new AtomicInteger();
        AtomicInteger inTheMidst = new AtomicInteger();
        String how = "asked to rewrite, SIGKILL at seeded moments, seed " + SEED;
        survive("kill -9 of a server that rewrites", how, times, (server, crowd) -> {
            try (Socket asking = askToRewrite(folder.resolve("server"))) {
                for (int looks = round.getAndIncrement() % 2 == 0 ? 0 : random.nextInt(LOOKS); looks > 0; looks--) {
                    // Each look is an answer of the server: so the moment is one of its own, and no clock's.
                    server.metric("tutti_rooms");
                }
                long start = System.nanoTime();
                server.killAndRestart();
                crowd.awaitAnswer();
                long recovery = System.nanoTime() - start;
                inTheMidst.addAndGet(isDone(asking) ? 0 : 1);
                return recovery;
            }
        });
        assertTrue(inTheMidst.get() > 0, "no kill came before the end of a rewriting");
    }

    /** As {@code tutti server rewrite} does. */
    private static Socket askToRewrite(Path data) throws IOException {
        String[] words = Files.readString(data.resolve("control")).strip().split(" ");
        Socket asking = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]));
        asking.getOutputStream().write((words[1] + " rewrite\n").getBytes(StandardCharsets.UTF_8));
        return asking;
    }

    /** Whether the server that is dead now had said so. */
    private static boolean isDone(Socket asking) throws IOException {
        try (InputStream said = asking.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8).contains("done");
        } catch (SocketException reset) {
            return false;
        }
    }

    private static String softLimit(ServerProgram server) throws IOException, InterruptedException {
        return Tool.run("prlimit", "--pid", "" + server.pid(), "--nofile", "--output=SOFT", "--noheadings")
                .output()
                .strip();
    }

    @Test
    @Tag("slow")
    @DisplayName("does not notice a second one on its folder, which says who has it and ends with 1")
    void second() throws Exception {
        survive("two servers on one folder", "a second process on the same folder", 1, (server, crowd) -> {
            Path words = folder.resolve("second.err");
            List<String> options =
                    List.of("--data", folder.resolve("server").toString(), "--http-port", "0", "--ws-port", "0");
            try (Program second = Program.start("second", words, "tutti.server.api.Main", options)) {
                assertEquals(1, second.ended());
            }
            // On Windows what is locked cannot be read, so that nobody can say whose it is.
            String who = OS.WINDOWS.isCurrentOs() ? "" : " (process " + server.pid() + ")";
            String line = "tutti-server: another server works in " + folder.resolve("server") + who
                    + ": stop that one, or choose another folder with --data";
            assertEquals(List.of(line), Files.readAllLines(words));
            long start = System.nanoTime();
            crowd.awaitAnswer();
            long recovery = System.nanoTime() - start;
            assertEquals(Crowd.CONNECTIONS, server.connectionsMade(), "nobody was disturbed");
            return recovery;
        });
    }
}
