package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.Continuity;
import tutti.sync.ServerMessage;
import tutti.wire.Documents;
import tutti.wire.Stamp;

@Tag("slow")
@DisplayName("A server that is killed")
class KilledServerTest {
    private static final SessionId ID = new SessionId("session-of-a-test");
    private static final int KILLS = 3;

    @TempDir
    Path data;

    /** A server process, killed at the end without a chance to tidy up. */
    private final class Victim implements AutoCloseable {
        private final Process process;
        private final URI ws;
        private final URI http;

        Victim() throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            this.process = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            "tutti.server.api.Main",
                            "--data",
                            data.toString(),
                            "--http-port",
                            "0",
                            "--ws-port",
                            "0")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader();
            String ready = out.readLine();
            assertNotNull(ready, "it ended before it was ready");
            String[] words = ready.split(" ");
            assertEquals("ready", words[0]);
            this.ws = URI.create(words[1].substring("ws=".length()));
            this.http = URI.create(words[2].substring("http=".length()));
        }

        String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.body());
                return answer.body();
            }
        }

        void create() throws IOException, InterruptedException {
            String body = Documents.text(new Stamp(ID, 0, Chain.NONE, ""), Session.BLANK);
            ask(HttpRequest.newBuilder(http.resolve("/api/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        String read() throws IOException, InterruptedException {
            return ask(HttpRequest.newBuilder(http.resolve("/api/sessions/" + ID.text())));
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    @Test
    @Timeout(120)
    @DisplayName("has every row that it said is settled, and goes on where its clients were")
    void killed() throws Exception {
        long seq = 0;
        Chain chain = Chain.NONE;
        try (Victim first = new Victim()) {
            first.create();
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            try (Victim server = new Victim();
                    Visitor ann = new Visitor(server.ws, "ann")) {
                ann.hello(ID, seq, chain);
                ServerMessage.Welcome welcome = ann.next(ServerMessage.Welcome.class);
                assertEquals(seq, welcome.settled());
                assertEquals(seq, welcome.seq());
                assertEquals(kill == 1 ? Continuity.UNKNOWN : Continuity.SAME, welcome.continuity());
                ann.put(seq + 1, RoomsOverSocketsTest.name("kill " + kill));
                ServerMessage.Rows rows = ann.next(ServerMessage.Rows.class);
                chain = rows.chain();
                seq = ann.next(ServerMessage.Settled.class).n();
            }
        }
        try (Victim last = new Victim()) {
            String document = last.read();
            assertTrue(document.contains("\"kill " + KILLS + "\""), document);
            assertTrue(document.contains("\"seq\":" + KILLS), document);
            assertTrue(document.contains(chain.hex()), document);
        }
    }
}
