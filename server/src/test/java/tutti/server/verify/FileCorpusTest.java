package tutti.server.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.SessionId;
import tutti.server.kv.FileSnapshots;
import tutti.server.kv.Filed;
import tutti.server.room.Papers;
import tutti.wire.Documents;

@DisplayName("Every form of KV file that was ever released")
class FileCorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("tutti.root"), "server/src/test/resources/tutti/server/verify/files");
    private static final SessionId QUIET = new SessionId("corpus-quiet");
    private static final String HASH = "60f66552543000e1738d542dd9dd4715a350eb7a5a5d35faaa7c341e062e41f7";

    @Test
    @DisplayName("is in the corpus: as it was first, and with a sum")
    void complete() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            assertEquals(
                    List.of("plain.json", "sealed.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    @DisplayName("is in the corpus in every version of the document")
    void versions() throws IOException {
        Set<Integer> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.toList()) {
                Matcher version = Pattern.compile("\"version\":(\\d+)").matcher(Files.readString(file));
                found.add(version.find() ? Integer.parseInt(version.group(1)) : 0);
            }
        }
        assertEquals(IntStream.rangeClosed(1, Documents.VERSION).boxed().toList(), List.copyOf(found));
    }

    @ParameterizedTest(name = "opens, and shows the document that it showed: {0}")
    @ValueSource(strings = {"plain", "sealed"})
    void opens(String form, @TempDir Path folder) throws IOException {
        byte[] content = Files.readAllBytes(CORPUS.resolve(form + ".json"));
        Incoming.Ours ours = assertInstanceOf(Incoming.Ours.class, Incoming.read(QUIET, content));
        assertEquals(2, ours.seq());
        assertEquals(HASH, Documents.hash(ours.session()));
        Files.write(folder.resolve(QUIET.text() + ".json"), content);
        Filed filed = FileSnapshots.look(folder, Papers.stamps()).read(QUIET).orElseThrow();
        assertEquals(2, filed.stamp().at().seq());
        assertEquals(
                Files.readString(CORPUS.resolve("plain.json")), filed.document().text());
    }
}
