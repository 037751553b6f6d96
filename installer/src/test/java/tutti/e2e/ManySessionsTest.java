package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;

/** A real server with a store full of sessions, of which few are awake. */
@DisplayName("A server with 10,000 stored sessions")
class ManySessionsTest {
    private static final int STORED = 10_000;
    private static final int LIVE = 20;
    private static final int AT_ONCE = 2;
    private static final int READ = 200;
    /** Of what lives after a collection: the heap that is stated. */
    private static final long MOST_KIBI = 96 * 1024;

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @DisplayName("and 20 live ones keeps 96 MiB of heap at most, and a read wakes none")
    void sleep() throws Exception {
        Path data = Files.createDirectories(folder.resolve("server"));
        Ledger ledger = new Ledger();
        try (ServerProgram server = new ServerProgram(data, folder.resolve("server.err"))) {
            fill(server);
            server.killAndRestart();
            List<Player> players = new ArrayList<>();
            for (int i = 0; i < LIVE; i++) {
                SessionId session = session(i * (STORED / LIVE));
                players.add(Crowd.one(ledger, server.line(), folder.resolve(session.text()), session));
            }
            for (Player player : players) {
                player.work(_ -> player.bursts() >= 20);
            }
            for (int i = 0; i < READ; i++) {
                assertEquals(200, server.status("/api/sessions/" + session(i).text()));
            }
            assertEquals(LIVE, server.metric("tutti_rooms"), "a read wakes none");
            long kibi = liveKibi(server);
            System.out.printf(
                    Locale.ROOT, "%d stored sessions, %d live ones: %.1f MiB of heap%n", STORED, LIVE, kibi / 1024.0);
            assertTrue(kibi <= MOST_KIBI, kibi + " KiB live");
            players.forEach(Player::close);
            assertEquals(0, server.stop());
            server.verify();
            List<SessionId> live = players.stream().map(Player::session).toList();
            assertEquals(List.of(), ledger.judge(data, live));
        }
    }

    private static SessionId session(int number) {
        return new SessionId("stored-session-" + number);
    }

    private static void fill(ServerProgram server) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> made = new ArrayList<>();
            for (int i = 0; i < STORED; i++) {
                int number = i;
                made.add(workers.submit(() -> {
                    Crowd.prepareForOne(server, session(number));
                    return number;
                }));
            }
            for (Future<?> one : made) {
                one.get();
            }
        }
    }

    /** What lives on the server's heap after a collection. */
    private static long liveKibi(ServerProgram server) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Tool said = Tool.run(jcmd, "" + server.pid(), "GC.class_histogram");
        String total = said.output()
                .lines()
                .filter(row -> row.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said.output()));
        return Long.parseLong(total.strip().split(" +")[2]) / 1024;
    }
}
