package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.store.Copied;
import tutti.server.store.Footing;
import tutti.server.store.H2Journal;
import tutti.server.store.Load;
import tutti.server.store.Meanwhile;
import tutti.server.store.Schemas;
import tutti.server.store.Window;

/** Data folders that earlier servers left, made by {@link CorpusMaker}: they must open for ever. */
@Tag("slow")
@DisplayName("Every store that was ever released")
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("tutti.root"), "server/src/test/resources/corpus");
    private static final Window ALL = new Window(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final String EDIT = "{\"edit\":{\"ask\":{\"mutations\":[{\"at\":\"session\",\"put\":\"tempo\","
            + "\"to\":7700}],\"type\":\"Change\"},\"gesture\":\"g\",\"n\":1},\"outbox\":\"later\"}";

    @TempDir
    Path temporary;

    static List<String> released() throws IOException {
        try (Stream<Path> all = Files.list(CORPUS)) {
            return all.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("is in the corpus: one of each schema")
    void complete() throws IOException {
        Set<String> each = new TreeSet<>(Set.of("schema-3-ripe"));
        for (int schema = 1; schema <= Schemas.newest(); schema++) {
            each.add("schema-" + schema);
        }
        assertEquals(List.copyOf(each), released());
    }

    @ParameterizedTest(name = "opens and reads as its known documents: {0}")
    @MethodSource("released")
    void documents(String release) throws IOException {
        try (House house = new House(copy(release))) {
            for (String session : CorpusMaker.SESSIONS) {
                assertEquals(known(release, session), read(house, session));
            }
            assertEquals(1, house.journal.adoptions());
            assertEquals(Set.of(new SessionId(CorpusMaker.DELETED)), house.journal.buried());
        }
    }

    @ParameterizedTest(name = "replays to its hash from the store alone, without KV files: {0}")
    @MethodSource("released")
    void replays(String release) throws IOException {
        Path data = copy(release);
        for (String session : CorpusMaker.SESSIONS) {
            Files.deleteIfExists(data.resolve("kv").resolve(session + ".json"));
        }
        try (House house = new House(data)) {
            for (String session : CorpusMaker.SESSIONS) {
                Load.Found found = assertInstanceOf(Load.Found.class, house.journal.load(new SessionId(session), ALL));
                assertEquals(found.head().at().seq(), found.rows().size());
                assertEquals(known(release, session), read(house, session));
            }
            Load.Found quiet =
                    assertInstanceOf(Load.Found.class, house.journal.load(new SessionId("corpus-quiet"), ALL));
            assertEquals(3, quiet.outboxes().getFirst().settled());
            assertFalse(quiet.outboxes().getFirst().verdicts().equals(tutti.server.store.Bytes.NONE));
        }
    }

    @ParameterizedTest(name = "takes edits, and has them at the next start: {0}")
    @MethodSource("released")
    void goesOn(String release) throws IOException {
        Path data = copy(release);
        String edited;
        try (House house = new House(data)) {
            Answer answer = house.api.edit("corpus-quiet", "a-secret-of-a-later-visitor", EDIT);
            assertInstanceOf(Answer.Settled.class, answer);
            edited = read(house, "corpus-quiet");
        }
        try (House house = new House(data)) {
            assertEquals(edited, read(house, "corpus-quiet"));
        }
    }

    @ParameterizedTest(name = "has its packs, its past, what was played, and its bin: {0}")
    @ValueSource(strings = {"schema-2", "schema-3-ripe", "schema-4", "schema-5"})
    void ripe(String release) throws IOException {
        SessionId busy = new SessionId("corpus-busy");
        try (H2Journal journal = H2Journal.open(copy(release), new StoreBell())) {
            assertEquals(1, journal.acts(busy, Meanwhile.EVER).size());
            Footing.At past = assertInstanceOf(Footing.At.class, journal.footing(busy, 600));
            assertEquals(
                    0,
                    assertInstanceOf(Footing.At.class, journal.footing(busy, 0))
                            .snapshot()
                            .at()
                            .seq());
            assertTrue(past.snapshot().at().seq() > 0, "an earlier one is kept");
            assertEquals(
                    List.of(CorpusMaker.BINNED),
                    journal.list().stream()
                            .filter(line -> line.deleted().isPresent())
                            .map(line -> line.session().text())
                            .toList());
            assertTrue(assertInstanceOf(Copied.Done.class, journal.rewrite((rows, all) -> true))
                            .packed()
                    > 0);
        }
    }

    @Test
    @DisplayName("knows what its authors were called, and after which edit something was played")
    void named() throws IOException {
        SessionId busy = new SessionId("corpus-busy");
        try (H2Journal journal = H2Journal.open(copy("schema-5"), new StoreBell())) {
            assertEquals(List.of(CorpusMaker.FACE), journal.faces(busy).whole());
            long head = journal.list().stream()
                    .filter(line -> line.session().equals(busy))
                    .findFirst()
                    .orElseThrow()
                    .at()
                    .seq();
            assertEquals(1, journal.acts(busy, new Meanwhile(head, head, 0, 0)).size());
            assertEquals(List.of(), journal.acts(busy, new Meanwhile(0, head - 1, 0, Long.MAX_VALUE)));
        }
    }

    @ParameterizedTest(name = "knows what was trimmed of it: {0}")
    @ValueSource(strings = {"schema-4", "schema-5"})
    void trimmed(String release) throws IOException {
        SessionId session = new SessionId(CorpusMaker.TRIMMED);
        try (H2Journal journal = H2Journal.open(copy(release), new StoreBell())) {
            long birth = journal.trimmed(session).orElseThrow().upTo().seq();
            Load.Found found = assertInstanceOf(Load.Found.class, journal.load(session, ALL));
            assertEquals(found.head().at().seq() - birth, found.rows().size());
        }
    }

    private Path copy(String release) throws IOException {
        Path from = CORPUS.resolve(release).resolve("data");
        Path to = temporary.resolve("data");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }

    private static String known(String release, String session) throws IOException {
        return Files.readString(CORPUS.resolve(release).resolve("documents").resolve(session + ".json"));
    }

    private static String read(House house, String session) {
        return assertInstanceOf(Answer.Found.class, house.api.read(session)).json();
    }
}
