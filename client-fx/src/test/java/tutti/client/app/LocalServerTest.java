package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@DisplayName("The server of this machine")
class LocalServerTest {
    private static final List<String> USUAL = List.of();

    @TempDir
    private Path folder;

    private final List<List<String>> starts = new ArrayList<>();
    private Optional<URI> answers = Optional.empty();
    private String start = "";
    private long now;
    /** Whether what was started goes on without serving. */
    private boolean lives;

    private Runnable atPause = () -> {};
    private Optional<String> wanted = Optional.empty();

    private final Patience patience = new Patience() {
        @Override
        public long millis() {
            return now;
        }

        @Override
        public void pause(long millis) {
            now += millis;
            atPause.run();
        }
    };

    private LocalServer local() {
        return local(ports -> {
            starts.add(ports);
            return () -> lives;
        });
    }

    private LocalServer local(LocalServer.Starter starter) {
        return new LocalServer(new Places(folder), this::ask, starter, patience, wanted);
    }

    /** Nothing that is no address of a server gets as far as the network. */
    private ServerCard ask(URI http) throws IOException {
        if (!"http".equals(http.getScheme())) {
            try (ServerHttp real = new ServerHttp()) {
                return real.server(http);
            }
        }
        if (answers.equals(Optional.of(http))) {
            return new ServerCard(http, "0.1.0", 1, URI.create("ws://127.0.0.1:7789/live"), start);
        }
        throw new IOException("nobody answers at " + http);
    }

    private void card(String text) {
        try {
            Files.writeString(folder.resolve("server.json"), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on a server answers at that port, and its card says so. */
    private void serve(int port) {
        URI http = URI.create("http://127.0.0.1:" + port);
        card("{\"http\":\"" + http + "\",\"pid\":1}");
        answers = Optional.of(http);
    }

    private void serveAt(long millis, int port) {
        atPause = () -> {
            if (now >= millis && answers.isEmpty()) {
                serve(port);
            }
        };
    }

    @Test
    @DisplayName("is found where it runs, and none is started")
    void found() throws IOException {
        serve(7788);
        assertEquals(7788, local().find().http().getPort());
        assertEquals(List.of(), starts);
        assertEquals(0, now);
    }

    @Test
    @DisplayName("is started on the usual ports where none runs, and used as soon as it answers")
    void started() throws IOException {
        serveAt(1_000, 7788);
        assertEquals(7788, local().find().http().getPort());
        assertEquals(List.of(USUAL), starts);
        assertEquals(1_000, now);
    }

    @Test
    @DisplayName("is one for two windows that start at once: the second joins the one that came first")
    void second() throws IOException {
        List<Integer> ports = new ArrayList<>();
        LocalServer other = local();
        atPause = () -> {
            atPause = () -> serve(7788);
            try {
                ports.add(other.find().http().getPort());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
        ports.add(local().find().http().getPort());
        assertEquals(List.of(7788, 7788), ports);
        assertEquals(List.of(USUAL, USUAL), starts, "each asked for one; the folder lets only one serve");
    }

    @Test
    @DisplayName("is tried again on any ports when a start has ended without one, 3 s later")
    void otherPorts() throws IOException {
        atPause = () -> {
            if (starts.size() == 2) {
                serve(40_404);
            }
        };
        assertEquals(40_404, local().find().http().getPort());
        assertEquals(List.of(USUAL, LocalServer.ANY_PORT), starts);
        assertEquals(3_100, now);
    }

    @Test
    @DisplayName("is not started again while the one that was started is on its way, however slow the machine")
    void onItsWay() throws IOException {
        lives = true;
        serveAt(9_000, 7788);
        assertEquals(7788, local().find().http().getPort());
        assertEquals(List.of(USUAL), starts);
    }

    @Test
    @DisplayName("is given up, in words that name the log, after 15 s and five starts")
    void givenUp() {
        IOException why = assertThrows(IOException.class, local()::find);
        assertTrue(why.getMessage().endsWith("see " + folder.resolve("server.log")), why.getMessage());
        assertTrue(now > LocalServer.PATIENCE_MILLIS && now < LocalServer.PATIENCE_MILLIS + 200, now + " ms");
        assertEquals(6, starts.size());
        assertEquals(USUAL, starts.getFirst());
        assertEquals(1, starts.stream().filter(List::isEmpty).count());
    }

    @Test
    @DisplayName("is known by its start: whoever took its port after a crash is not believed")
    void another() throws IOException {
        String card = "{\"http\":\"http://127.0.0.1:7788\",\"pid\":1,\"start\":\"mine\"}";
        answers = Optional.of(URI.create("http://127.0.0.1:7788"));
        card(card);
        start = "another";
        assertEquals(Optional.empty(), local().running());
        start = "mine";
        assertEquals(7788, local().running().orElseThrow().http().getPort());
    }

    @Test
    @DisplayName("that died is not believed by the card that it left, but started again")
    void dead() throws IOException {
        card("{\"http\":\"http://127.0.0.1:7788\",\"pid\":1}");
        serveAt(500, 9_999);
        assertEquals(9_999, local().find().http().getPort());
        assertEquals(List.of(USUAL), starts);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"pid\":7}",
                "{\"http\":7788}",
                "{\"http\":\"not an address\"}",
                "{\"http\":\"file:///etc/passwd\"}",
                "{\"http\":\"http://192.0.2.7:80\"}"
            })
    @DisplayName("is not there while its card is another program's or torn:")
    void foreign(String text) throws IOException {
        card(text);
        assertEquals(Optional.empty(), local().running());
        serveAt(200, 7788);
        assertEquals(7788, local().find().http().getPort());
    }

    /** What is said of a server that listens there, to a person who wants it elsewhere. */
    private Optional<String> misfit(String asked, String listens) throws IOException {
        wanted = Optional.ofNullable(asked);
        serve(7788);
        card("{\"bind\":\"" + listens + "\",\"http\":\"http://127.0.0.1:7788\",\"pid\":42}");
        List<Optional<String>> said = new ArrayList<>();
        LocalServer local = local();
        local.onMisfit(said::add);
        local.find();
        return said.getLast();
    }

    @Test
    @DisplayName("that listens elsewhere than asked is used all the same, and that is said with what to close")
    void misfit() throws IOException {
        assertEquals(
                Optional.of(
                        "The server that runs here listens on 127.0.0.1, not on 0.0.0.0: close every window of Tutti"
                                + " on this machine, or end process 42, then start again"),
                misfit("0.0.0.0", "127.0.0.1"));
        assertTrue(misfit("127.0.0.1", "0.0.0.0").isPresent());
        assertEquals(Optional.empty(), misfit("0.0.0.0", "0.0.0.0"));
        assertEquals(Optional.empty(), misfit("::", "0.0.0.0"));
        assertEquals(Optional.empty(), misfit("localhost", "127.0.0.1"));
        assertEquals(Optional.empty(), misfit(null, "127.0.0.1"));
        assertEquals(List.of(), starts);
    }

    @Test
    @DisplayName("that cannot be started at all is said at once, and not tried for 15 s")
    void noProgram() {
        LocalServer local = local(ports -> {
            throw new IOException("this program was not told how to start one");
        });
        assertThrows(IOException.class, local::find);
        assertEquals(0, now);
    }
}
