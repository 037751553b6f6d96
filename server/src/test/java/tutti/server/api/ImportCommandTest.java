package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tutti.server.room.StoreBell;
import tutti.server.store.H2Journal;
import tutti.server.store.Journal;
import tutti.server.verify.Brought;
import tutti.server.verify.Folders;
import tutti.server.verify.Importer;

@Tag("slow")
@DisplayName("The command import")
class ImportCommandTest {
    private static final Path RECORDS =
            Path.of(System.getProperty("tutti.root"), "shared-protocol/src/test/resources/tutti/wire/legacy");

    @TempDir
    Path temporary;

    private Path data;
    private Path from;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void copy() throws IOException {
        data = temporary.resolve("data");
        from = Folders.copy(RECORDS, temporary.resolve("from"));
    }

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    private String run(String... more) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        List<String> args = new ArrayList<>(List.of("import", from.toString(), "--data", data.toString()));
        args.addAll(List.of(more));
        return line.execute(args.toArray(String[]::new)) + " " + said.toString().strip();
    }

    private String get(TuttiServer server, String path) throws IOException, InterruptedException {
        URI address = URI.create(server.httpAddress() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static List<String> ids(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("brings all legacy records over, after which the KV fallback count stays at zero")
    void fallbacks() throws Exception {
        SortedMap<String, String> before = Folders.bytes(from);
        assertEquals("0 " + data + ": 4 adopted, 0 restored, 0 already there, 0 refused", run());
        assertEquals(before, Folders.bytes(from), "the files are only read");
        Folders.copy(RECORDS, Files.createDirectories(data.resolve("kv")).resolve("legacy"));
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            for (String id : ids(from)) {
                assertTrue(get(server, "/api/sessions/" + id).contains("\"id\":\"" + id + "\""), id);
            }
            assertTrue(get(server, "/metrics").contains("tutti_kv_fallbacks_total 0\n"));
        }
        assertEquals("0 " + data + ": 0 adopted, 0 restored, 4 already there, 0 refused", run());
    }

    @Test
    @DisplayName("brings our own KV files over after their store was lost, each with its content and at its seq")
    void lostStore() throws Exception {
        Path old = Folders.released("schema-1", temporary.resolve("old"));
        from = old.resolve("kv");
        SortedMap<String, String> documents = new TreeMap<>();
        for (String id : ids(from)) {
            documents.put(id, parts(Files.readString(from.resolve(id + ".json"))));
        }
        assertEquals("0 " + data + ": 1 adopted, 2 restored, 0 already there, 0 refused", run());
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            for (String id : documents.keySet()) {
                String read = get(server, "/api/sessions/" + id);
                assertEquals(documents.get(id), parts(read), id);
            }
            assertTrue(get(server, "/api/sessions/corpus-busy").contains("\"seq\":321,"));
        }
    }

    /** What a document says but for where it comes from. */
    private static String parts(String document) {
        return document.substring(document.indexOf("\"parts\""), document.indexOf(",\"seq\""));
    }

    @Test
    @DisplayName("never puts anything in the place of what the store has")
    void neverOver() throws Exception {
        run();
        String id = ids(from).getFirst();
        String first;
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            first = get(server, "/api/sessions/" + id);
        }
        Files.writeString(from.resolve(id + ".json"), "{\"state\":{\"tracks\":[],\"tempo\":99}}");
        assertEquals("0 " + data + ": 0 adopted, 0 restored, 4 already there, 0 refused", run());
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            assertEquals(first, get(server, "/api/sessions/" + id));
        }
    }

    @Test
    @DisplayName("refuses each file that it cannot take, with the reason, and takes the others")
    void refused() throws IOException {
        Path kv = Folders.released("schema-1", temporary.resolve("old")).resolve("kv");
        Path busy = kv.resolve("corpus-busy.json");
        Files.copy(busy, from.resolve("torn.json"));
        byte[] torn = Files.readAllBytes(busy);
        Files.write(from.resolve("torn.json"), Arrays.copyOf(torn, torn.length / 2));
        Files.copy(busy, from.resolve("another.json"));
        Files.writeString(from.resolve("no id.json"), "{}");
        Files.writeString(from.resolve("empty.json"), "{}");
        assertEquals("""
                3 another.json: REFUSED
                  it is the file of another session
                empty.json: REFUSED
                  it is no record that can be read: state: a record without its state
                no id.json: REFUSED
                  its name is no id of a session
                torn.json: REFUSED
                  it is damaged: character 468: not JSON
                %s: 4 adopted, 0 restored, 0 already there, 4 refused""".formatted(data), run());
    }

    @Test
    @DisplayName("refuses what cannot be opened or read, with the reason, takes the others, and says how far it is")
    void unreadable() throws IOException {
        Files.createDirectory(from.resolve("d.json"));
        Path nowhere = temporary.resolve("nowhere");
        Files.createSymbolicLink(from.resolve("0.json"), nowhere);
        for (int i = 0; i < 100; i++) {
            Files.writeString(from.resolve("no id " + i + ".json"), "{}");
        }
        String said = run();
        assertTrue(said.startsWith("3 100 of 106 files\n0.json: REFUSED\n  it cannot be read: "), said);
        assertTrue(said.contains("\nd.json: REFUSED\n  it is a folder\n"), said);
        assertTrue(said.endsWith(data + ": 4 adopted, 0 restored, 0 already there, 102 refused"), said);
    }

    @Test
    @DisplayName("says of each record what could not be kept as it was, when asked to")
    void verbose() throws IOException {
        Files.writeString(
                from.resolve("solo.json"),
                "{\"state\":{\"tempo\":100,\"tracks\":[{\"id\":\"t\",\"name\":\"Hat\",\"sampleId\":\"hihat\","
                        + "\"steps\":[],\"parameterLocks\":[],\"soloed\":true}]}}");
        String said = run("--verbose");
        assertTrue(
                said.contains("solo.json: adopted\n  Track Hat was stored with solo on; in Tutti solo belongs to each"),
                said);
    }

    @Test
    @DisplayName("is refused in words while a server works in the folder, and where there is no folder to bring")
    void held() throws Exception {
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            assertTrue(server.http().getPort() > 0);
            String said = run();
            assertTrue(said.startsWith("1 tutti-server: another server works in " + data), said);
        }
        from = temporary.resolve("nowhere");
        assertEquals("1 tutti-server: " + from + " is no folder", run());
    }

    @Test
    @DisplayName("ends where it is told to, and goes on from there another time")
    void ended() throws IOException {
        try (Journal journal = H2Journal.open(data, new StoreBell())) {
            List<Brought> some = new Importer(journal).all(from, (done, all) -> done < 2);
            assertEquals(
                    List.of(Brought.End.ADOPTED, Brought.End.ADOPTED),
                    some.stream().map(Brought::end).toList());
            assertFalse(journal.list().isEmpty());
        }
        assertEquals("0 " + data + ": 2 adopted, 0 restored, 2 already there, 0 refused", run());
    }
}
