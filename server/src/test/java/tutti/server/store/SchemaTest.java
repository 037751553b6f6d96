package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.SessionId;

/** Older stores are those of the corpus, the first one and the last one; every write of their upgrade is recorded. */
@Tag("slow")
@Tag("fault")
@DisplayName("An older store")
class SchemaTest {
    private static final Path CORPUS = Path.of(System.getProperty("tutti.root"), "server/src/test/resources/corpus");

    @TempDir
    Path temporary;

    private final Random random = new Random(13);

    /** All that a session is, and what was played in it. */
    private record Content(Load.Found session, List<Act> acts) {}

    private Path copy(int schema, String name) throws IOException {
        Path older = CORPUS.resolve("schema-" + schema).resolve("data");
        Path to = Files.createDirectory(temporary.resolve(name));
        try (Stream<Path> files = Files.list(older)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, to.resolve(each.getFileName().toString()));
            }
        }
        return to;
    }

    private static Path store(Path folder) throws IOException {
        return folder.resolve(Pointer.read(folder).orElseThrow().file() + StoreFolder.ENDING);
    }

    private static Map<SessionId, Content> content(Journal journal) throws IOException {
        Map<SessionId, Content> content = new HashMap<>();
        for (Listed line : journal.list()) {
            Load load = journal.load(line.session(), Rooms.ALL);
            List<Act> acts = journal.acts(line.session(), Meanwhile.EVER);
            content.put(line.session(), new Content(assertInstanceOf(Load.Found.class, load), acts));
        }
        return content;
    }

    private static int schema(Path folder) throws IOException, SQLException {
        return one(folder, "SELECT version FROM meta");
    }

    private static int count(Path folder, String table) throws IOException, SQLException {
        return one(folder, "SELECT COUNT(*) FROM " + table);
    }

    private static int one(Path folder, String query) throws IOException, SQLException {
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement statement = store.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    @ParameterizedTest(name = "is raised once, before it serves, and is then of the newest schema: {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void raised(int from) throws IOException, SQLException {
        Path folder = copy(from, "older");
        assertEquals(from, schema(folder));
        H2Journal.open(folder, Rooms.UNWATCHED).close();
        assertEquals(Schema.NEWEST, schema(folder));
    }

    @ParameterizedTest(name = "whose upgrade was cut off at any write, by kill -9 or a power cut, is raised again: {0}")
    @CsvSource({"1, 0, 20", "4, 1, 8"})
    void cutOff(int from, int acts, int least) throws IOException, SQLException {
        Path folder = copy(from, "older");
        Tape tape = new Tape(Files.readAllBytes(store(folder)));
        Map<SessionId, Content> whole;
        try (TestDisk disk = TestDisk.register(tape);
                Journal journal = H2Journal.open(folder, Rooms.UNWATCHED, disk.mode())) {
            whole = content(journal);
        }
        assertEquals(
                acts,
                whole.values().stream()
                        .mapToInt(content -> content.acts().size())
                        .sum());
        List<byte[]> left = new ArrayList<>();
        for (int cut = 2; cut <= tape.length(); cut++) {
            left.add(tape.killed(cut));
            left.add(tape.after(cut, random));
        }
        for (byte[] image : left) {
            Path after = copy(from, "after");
            Files.write(store(after), image);
            try (Journal journal = H2Journal.open(after, Rooms.UNWATCHED)) {
                assertEquals(whole, content(journal));
            }
            assertEquals(Schema.NEWEST, schema(after));
            assertEquals(acts, count(after, "landed"));
            assertEquals(count(after, "session"), count(after, "voucher"));
            Rooms.delete(after);
        }
        assertTrue(left.size() >= least, left.size() + " cuts");
        System.out.printf(
                "fault\tupgrade of a store of schema %d cut off\tkill -9 and power cut at every write of it"
                        + "\t%d\t-\t0\t-%n",
                from, left.size());
    }
}
