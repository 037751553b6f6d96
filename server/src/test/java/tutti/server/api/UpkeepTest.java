package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tutti.server.store.Await;

@Tag("slow")
@DisplayName("An operator")
class UpkeepTest {
    private static final String ID = "a-session-to-keep";

    @TempDir
    Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    /** What a command said, after the code that it ended with. */
    private static String run(String... args) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        StringWriter errors = new StringWriter();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(errors));
        int code = line.execute(args);
        return code + " " + said + (code == 0 ? "" : errors);
    }

    private String post(TuttiServer server, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.httpAddress() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer the-secret-of-an-operator")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private void edit(TuttiServer server, int n, int tempo) throws IOException, InterruptedException {
        String answer = post(
                server,
                "/api/sessions/" + ID + "/edits",
                "{\"edit\":{\"ask\":{\"mutations\":[{\"at\":\"session\",\"put\":\"tempo\",\"to\":" + tempo
                        + "}],\"type\":\"Change\"},\"gesture\":\"g" + n + "\",\"n\":" + n + "},\"outbox\":\"script\"}");
        assertTrue(answer.contains("Settled"), answer);
    }

    private String parts(TuttiServer server) throws IOException, InterruptedException {
        URI address = URI.create(server.httpAddress() + "/api/sessions/" + ID);
        String document = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        return document.substring(document.indexOf("\"parts\""), document.indexOf("\"seq\""));
    }

    @Test
    @DisplayName("backs up a server at work, and restores it in another place, where edits go on")
    void whole() throws Exception {
        Path data = temporary.resolve("data");
        Path backup = temporary.resolve("backup");
        Path other = temporary.resolve("other");
        String then;
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            post(server, "/api/sessions", "{\"id\":\"" + ID + "\",\"version\":1}");
            for (int n = 1; n <= 5; n++) {
                edit(server, n, 9_000 + n);
            }
            then = parts(server);
            String said = run("backup", "--data", data.toString(), "--to", backup.toString());
            assertTrue(said.startsWith("0 done: 1 sessions, 5 rows"), said);
            edit(server, 6, 12_000);
            String rewritten = run("rewrite", "--data", data.toString());
            assertTrue(rewritten.startsWith("0 done: 1 sessions, 6 rows"), rewritten);
            edit(server, 7, 13_000);
        }
        String said = run("restore", "--from", backup.toString(), "--data", other.toString());
        assertTrue(said.startsWith("0 done: 1 sessions, 5 rows, each read and verified"), said);
        try (TuttiServer server = TuttiServer.start(Options.local(other))) {
            assertEquals(then, parts(server));
            edit(server, 6, 14_000);
            assertTrue(parts(server).contains("14000"));
        }
        String verified = run("verify", "--data", other.toString(), "--scratch", temporary.toString());
        assertTrue(verified.startsWith("0 "), verified);
    }

    @Test
    @DisplayName("exports a session of a server at work as of one that is stopped, and replays it")
    void exported() throws Exception {
        Path data = temporary.resolve("data");
        String at = temporary.resolve("at work").toString();
        String after = temporary.resolve("after").toString();
        List<String> export = List.of("export", "--data", data.toString(), "--session");
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            post(server, "/api/sessions", "{\"id\":\"" + ID + "\",\"version\":1}");
            for (int n = 1; n <= 5; n++) {
                edit(server, n, 9_000 + n);
            }
            assertEquals("0 " + at + ": 5 rows of " + ID, run(export, ID, at).strip());
            String again = run(export, ID, at);
            assertTrue(again.startsWith("1 tutti-server: ") && again.contains(at), again);
            assertEquals(
                    "1 tutti-server: there is no session nobody",
                    run(export, "nobody", after).strip());
            assertFalse(Files.exists(Path.of(after)));
        }
        assertEquals("0 " + after + ": 5 rows of " + ID, run(export, ID, after).strip());
        assertEquals(Files.readString(Path.of(after)), Files.readString(Path.of(at)));
        String replayed = run("replay", at);
        assertTrue(replayed.startsWith("0 ") && replayed.contains("every law holds"), replayed);
    }

    private static String run(List<String> command, String... more) {
        return run(Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    @DisplayName("is for eight askers at a time: one more is told so at once, and is heard when another has gone")
    void askers() throws Exception {
        Path data = temporary.resolve("data");
        String file = temporary.resolve("history").toString();
        List<Socket> silent = new ArrayList<>();
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            post(server, "/api/sessions", "{\"id\":\"" + ID + "\",\"version\":1}");
            int port =
                    Integer.parseInt(Files.readString(data.resolve("control")).split(" ")[0]);
            for (int i = 0; i < Control.ASKERS; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
            }
            String[] export = {"export", "--data", data.toString(), "--session", ID, file};
            assertEquals(
                    "1 tutti-server: the server hears 8 askers at a time; ask again later",
                    run(export).strip());
            silent.removeFirst().close();
            Await.until(() -> run(export).startsWith("0 "));
        } finally {
            for (Socket one : silent) {
                one.close();
            }
        }
    }

    @Test
    @DisplayName("who puts KV files of the lost store beside a restored one finds those that are ahead put aside")
    void filesAhead() throws Exception {
        Path data = temporary.resolve("data");
        Path backup = temporary.resolve("backup");
        Path other = temporary.resolve("other");
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            post(server, "/api/sessions", "{\"id\":\"" + ID + "\",\"version\":1}");
            edit(server, 1, 9_001);
            String said = run("backup", "--data", data.toString(), "--to", backup.toString());
            assertTrue(said.startsWith("0 done"), said);
            edit(server, 2, 9_002);
        }
        String said = run("restore", "--from", backup.toString(), "--data", other.toString());
        assertTrue(said.startsWith("0 done"), said);
        Path kv = Files.createDirectories(other.resolve("kv"));
        Files.copy(data.resolve("kv").resolve(ID + ".json"), kv.resolve(ID + ".json"));
        try (TuttiServer server = TuttiServer.start(Options.local(other))) {
            assertTrue(parts(server).contains("9001"));
        }
        try (Stream<Path> files = Files.list(kv)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(ID))
                    .toList();
            assertEquals(2, names.size(), names::toString);
        }
        assertTrue(Files.readString(kv.resolve(ID + ".json")).contains("9001"));
    }

    @Test
    @DisplayName("is told in a line what cannot be done")
    void refused() throws Exception {
        String nothing = temporary.resolve("nothing").toString();
        String to = temporary.resolve("to").toString();
        assertEquals(
                "1 tutti-server: there is no store in " + nothing,
                run("backup", "--data", nothing, "--to", to).strip());
        assertEquals(
                "1 tutti-server: there is no backup in " + nothing,
                run("restore", "--from", nothing, "--data", to).strip());
        assertFalse(Files.exists(Path.of(nothing)));
    }

    @Test
    @DisplayName("alone is heard: who does not know the secret in the folder is refused")
    void secret() throws Exception {
        Path data = temporary.resolve("data");
        try (TuttiServer _ = TuttiServer.start(Options.local(data))) {
            String[] control = Files.readString(data.resolve("control")).strip().split(" ");
            for (String line : List.of("wrong rewrite", control[1] + "x rewrite", "rewrite", control[1])) {
                try (Socket asking = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(control[0]))) {
                    asking.getOutputStream().write((line + "\n").getBytes());
                    assertEquals(
                            "failed not known",
                            new String(asking.getInputStream().readAllBytes()).strip());
                }
            }
        }
        assertFalse(Files.exists(data.resolve("control")));
    }
}
