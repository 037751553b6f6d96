package tutti.server.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;
import tutti.server.store.Bytes;
import tutti.server.store.Mark;
import tutti.server.store.StoreDown;

@DisplayName("The KV folder")
class FileSnapshotsTest {
    private static final SessionId A = new SessionId("a");
    private static final History OURS = Texts.history(10);

    @TempDir
    Path folder;

    private SnapshotStore files;

    @BeforeEach
    void open() throws IOException {
        files = FileSnapshots.open(folder, Texts::stampOf);
    }

    private Paid pay(Mark at) throws IOException {
        return files.pay(A, Texts.stamp(at), Texts.document(at), OURS);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("holds one document a session, and gives it back with its stamp")
    void written() throws IOException {
        assertFalse(files.has(A));
        assertEquals(new Paid.Written(Optional.empty()), pay(Texts.ours(3)));
        assertEquals(List.of("a.json"), names());
        assertTrue(files.has(A));
        Filed filed = new Filed(Texts.stamp(Texts.ours(3)), Texts.document(Texts.ours(3)));
        assertEquals(Optional.of(filed), files.read(A));
        assertEquals(Set.of(A), files.sessions());
    }

    @Test
    @DisplayName("replaces an older state of the same history")
    void replaced() throws IOException {
        pay(Texts.ours(3));
        assertEquals(new Paid.Written(Optional.empty()), pay(Texts.ours(7)));
        assertEquals(List.of("a.json"), names());
        assertEquals(Texts.document(Texts.ours(7)), files.read(A).orElseThrow().document());
    }

    @Test
    @DisplayName("is not written again where the very same place lies already")
    void there() throws IOException {
        pay(Texts.ours(3));
        Bytes other = Bytes.utf8(Texts.document(Texts.ours(3)).text() + " ");
        assertEquals(new Paid.There(), files.pay(A, Texts.stamp(Texts.ours(3)), other, OURS));
        assertEquals(Texts.document(Texts.ours(3)), files.read(A).orElseThrow().document());
    }

    @Test
    @DisplayName("puts a file aside that is ahead of the head, under a name that says so")
    void ahead() throws IOException {
        pay(Texts.ours(9));
        assertEquals(new Paid.Written(Optional.of("a.put-aside-ahead-1.json")), pay(Texts.ours(4)));
        assertEquals(List.of("a.json", "a.put-aside-ahead-1.json"), names());
        assertEquals(Texts.document(Texts.ours(9)), Bytes.of(Files.readAllBytes(folder.resolve(names().get(1)))));
    }

    @Test
    @DisplayName("puts a file aside whose chain is not ours at its seq, each under a name of its own")
    void foreign() throws IOException {
        for (int i = 1; i <= 2; i++) {
            Files.write(
                    folder.resolve("a.json"), Texts.document(Texts.theirs(2)).toArray());
            assertEquals(new Paid.Written(Optional.of("a.put-aside-foreign-" + i + ".json")), pay(Texts.ours(4)));
        }
    }

    @Test
    @DisplayName("puts a file aside that is no document of ours")
    void unreadable() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{torn");
        assertEquals(Optional.empty(), files.read(A));
        assertTrue(files.has(A));
        assertEquals(new Paid.Written(Optional.of("a.put-aside-unreadable-1.json")), pay(Texts.ours(4)));
    }

    @Test
    @DisplayName("puts nothing aside while the store cannot say whose it is: the debt stays")
    void storeDown() throws IOException {
        pay(Texts.ours(3));
        History mute = place -> {
            throw new StoreDown("down");
        };
        Mark next = Texts.ours(5);
        assertThrows(IOException.class, () -> files.pay(A, Texts.stamp(next), Texts.document(next), mute));
        assertEquals(Texts.document(Texts.ours(3)), files.read(A).orElseThrow().document());
    }

    @Test
    @DisplayName("says so when it cannot write")
    void cannotWrite() throws IOException {
        Files.createDirectories(folder.resolve("a.json").resolve("in the way"));
        assertThrows(IOException.class, () -> pay(Texts.ours(3)));
    }

    @Test
    @DisplayName("loses at the next start what was cut off while it was written")
    void cutOff() throws IOException {
        pay(Texts.ours(3));
        Files.writeString(folder.resolve("a.json.tmp"), "half a docu");
        open();
        assertEquals(List.of("a.json"), names());
    }

    @Test
    @DisplayName("is rid of a session with all that was put aside, and of no other")
    void purge() throws IOException {
        pay(Texts.ours(9));
        pay(Texts.ours(4));
        SessionId other = new SessionId("a-b");
        files.pay(other, Texts.stamp(Texts.ours(1)), Texts.document(Texts.ours(1)), OURS);
        assertEquals(Set.of(A, other), files.traces());
        files.purge(A);
        files.purge(A);
        assertEquals(List.of("a-b.json"), names());
    }

    @Test
    @DisplayName("reads legacy records of a bounded size, and nothing else of theirs")
    void legacy() throws IOException {
        assertEquals(new Legacy.Absent(), files.legacy(A));
        assertEquals(Set.of(), files.legacyIds());
        Path record = Files.createDirectory(folder.resolve("legacy")).resolve("a.json");
        Files.writeString(record, "{old}");
        assertEquals(new Legacy.Found(Bytes.utf8("{old}")), files.legacy(A));
        assertEquals(Set.of(A), files.legacyIds());
        assertEquals(Set.of(), files.sessions());
        Files.write(record, new byte[Limits.LEGACY_BYTES + 1]);
        assertInstanceOf(Legacy.Unreadable.class, files.legacy(A));
    }
}
