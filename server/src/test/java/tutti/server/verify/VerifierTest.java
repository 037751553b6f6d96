package tutti.server.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.server.store.FolderHeld;
import tutti.server.store.H2Journal;
import tutti.server.store.Journal;
import tutti.server.store.StoreWatch;

@Tag("slow")
@DisplayName("Verifying a folder")
class VerifierTest {
    private static final StoreWatch UNWATCHED = new StoreWatch() {
        @Override
        public void lost(String reason) {}

        @Override
        public void well() {}
    };

    @TempDir
    Path temporary;

    private Path data;
    private Path kv;

    @BeforeEach
    void copy() throws IOException {
        data = Folders.released("schema-1", temporary.resolve("data"));
        kv = data.resolve("kv");
    }

    private Findings verify() throws IOException {
        Path scratch = Files.createDirectories(temporary.resolve("scratch"));
        SortedMap<String, String> before = Folders.bytes(data);
        Findings findings = Verifier.of(data, scratch, (done, all) -> true);
        assertEquals(before, Folders.bytes(data), "not a byte changes");
        assertEquals(1, Folders.bytes(scratch).size(), "the copy is gone");
        return findings;
    }

    private static List<String> damage(Findings findings) {
        return findings.all().stream()
                .flatMap(finding -> finding.damage().stream().map(words -> finding.what() + ": " + words))
                .toList();
    }

    @Test
    @DisplayName("does every row of every session again, and changes not a byte")
    void whole() throws IOException {
        Findings findings = verify();
        assertEquals(List.of(), damage(findings));
        assertTrue(findings.whole());
        assertEquals(321 + 2, findings.rows());
    }

    @Test
    @DisplayName("is refused while a server works there")
    void held() throws IOException {
        try (Journal journal = H2Journal.open(data, UNWATCHED)) {
            assertTrue(journal.health() != null);
            FolderHeld held = assertThrows(FolderHeld.class, () -> Verifier.of(data, temporary, (done, all) -> true));
            assertTrue(held.getMessage().startsWith("a server works in " + data), held.getMessage());
        }
    }

    @Test
    @DisplayName("says so where there is no store at all")
    void empty() throws IOException {
        Path nothing = Files.createDirectory(temporary.resolve("nothing"));
        IOException none = assertThrows(IOException.class, () -> Verifier.of(nothing, temporary, (done, all) -> true));
        assertEquals("there is no store in " + nothing, none.getMessage());
    }

    @Test
    @DisplayName("names a KV file that shows something else than the rows make")
    void otherContent() throws IOException {
        Folders.change(kv.resolve("corpus-busy.json"), "\"position\":\"V.kick\"", "\"position\":\"W.kick\"");
        assertEquals(
                List.of("session corpus-busy: its KV file does not show what its rows make at 321"), damage(verify()));
    }

    @Test
    @DisplayName("names a torn KV file, one of another session, and one without its session")
    void files() throws IOException {
        Path busy = kv.resolve("corpus-busy.json");
        Files.copy(busy, kv.resolve("nobody.json"));
        Files.write(busy, Arrays.copyOf(Files.readAllBytes(busy), 700));
        Folders.change(kv.resolve("corpus-quiet.json"), "\"id\":\"corpus-quiet\"", "\"id\":\"corpus-other\"");
        assertEquals(
                List.of(
                        "session corpus-busy: its KV file cannot be read, or is another session's",
                        "session corpus-quiet: its KV file cannot be read, or is another session's",
                        "KV file nobody: the store has no such session; `import` brings it over"),
                damage(verify()));
    }

    @Test
    @DisplayName("names a KV file of another history")
    void foreign() throws IOException {
        Path quiet = kv.resolve("corpus-quiet.json");
        String text = Files.readString(quiet);
        Files.writeString(quiet, text.replaceFirst("\"chain\":\"[0-9a-f]{4}", "\"chain\":\"0000"));
        assertEquals(
                List.of("session corpus-quiet: its KV file is not of this history: another chain at 2"),
                damage(verify()));
    }

    @Test
    @DisplayName("takes a missing KV file as a debt, not as damage")
    void missing() throws IOException {
        Files.delete(kv.resolve("corpus-quiet.json"));
        Findings findings = verify();
        assertTrue(findings.whole());
        assertTrue(findings.all().toString().contains("its KV file is gone; a start writes it again"));
    }

    @Test
    @DisplayName("names a legacy record that cannot be read")
    void legacy() throws IOException {
        Files.writeString(kv.resolve("legacy").resolve("corpus-old.json"), "{\"id\":\"corpus-old\"}");
        assertEquals(List.of("legacy record corpus-old: state: a record without its state"), damage(verify()));
    }

    @Test
    @DisplayName("names a pointer, a witness and a store that are gone or not as they were left")
    void store() throws IOException {
        Folders.change(data.resolve("CURRENT"), "ready", "reedy");
        assertEquals(
                List.of("the store: CURRENT: this file must name the store and does not; it is damaged"),
                damage(verify()));
        Files.delete(data.resolve("CURRENT"));
        assertEquals(List.of("the store: CURRENT: it is missing, but there are stores"), damage(verify()));
    }
}
