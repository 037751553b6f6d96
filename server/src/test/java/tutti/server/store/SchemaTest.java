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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;

/** An older store is the one of the corpus with schema 1; every write of its upgrade is recorded. */
@Tag("slow")
@Tag("fault")
@DisplayName("An older store")
class SchemaTest {
    private static final Path OLDER =
            Path.of(System.getProperty("tutti.root"), "server/src/test/resources/corpus/schema-1/data");

    @TempDir
    Path temporary;

    private final Random random = new Random(13);

    private Path copy(String name) throws IOException {
        Path to = Files.createDirectory(temporary.resolve(name));
        try (Stream<Path> files = Files.list(OLDER)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, to.resolve(each.getFileName().toString()));
            }
        }
        return to;
    }

    private static Path store(Path folder) throws IOException {
        return folder.resolve(Pointer.read(folder).orElseThrow().file() + StoreFolder.ENDING);
    }

    private static Map<SessionId, Load> content(Journal journal) throws IOException {
        Map<SessionId, Load> content = new HashMap<>();
        for (Listed line : journal.list()) {
            Load load = journal.load(line.session(), Rooms.ALL);
            content.put(line.session(), assertInstanceOf(Load.Found.class, load));
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

    @Test
    @DisplayName("is raised once, before it serves, and is then of the newest schema")
    void raised() throws IOException, SQLException {
        Path folder = copy("older");
        assertEquals(1, schema(folder));
        H2Journal.open(folder, Rooms.UNWATCHED).close();
        assertEquals(Schema.NEWEST, schema(folder));
    }

    @Test
    @DisplayName("whose upgrade was cut off at any write, by kill -9 or a power cut, is raised by the next start")
    void cutOff() throws IOException, SQLException {
        Path folder = copy("older");
        Tape tape = new Tape(Files.readAllBytes(store(folder)));
        Map<SessionId, Load> whole;
        try (TestDisk disk = TestDisk.register(tape);
                Journal journal = H2Journal.open(folder, Rooms.UNWATCHED, disk.mode())) {
            whole = content(journal);
        }
        List<byte[]> left = new ArrayList<>();
        for (int cut = 2; cut <= tape.length(); cut++) {
            left.add(tape.killed(cut));
            left.add(tape.after(cut, random));
        }
        for (byte[] image : left) {
            Path after = copy("after");
            Files.write(store(after), image);
            try (Journal journal = H2Journal.open(after, Rooms.UNWATCHED)) {
                assertEquals(whole, content(journal));
            }
            assertEquals(Schema.NEWEST, schema(after));
            assertEquals(0, count(after, "pack") + count(after, "act") + count(after, "bin"));
            Rooms.delete(after);
        }
        assertTrue(left.size() >= 20, left.size() + " cuts");
        System.out.printf("fault\tupgrade of a store cut off\tevery write of it\t%d\t-\t0\t-%n", left.size());
    }
}
