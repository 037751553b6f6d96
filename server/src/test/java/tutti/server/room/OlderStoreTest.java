package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.store.Await;
import tutti.server.store.Creation;
import tutti.server.store.Origin;
import tutti.sync.ServerMessage;
import tutti.wire.Seal;

@Tag("slow")
@Tag("fault")
@DisplayName("A store that an older copy of its folder has replaced")
class OlderStoreTest {
    private static final SessionId ID = new SessionId("session-of-a-test");

    @TempDir
    Path folder;

    @Test
    @DisplayName("is the truth: a KV file that is ahead of it is neither served nor overwritten, but put aside")
    void ahead() throws Exception {
        Path data = folder.resolve("data");
        try (House house = new House(data)) {
            assertInstanceOf(Creation.Made.class, house.host.create(ID, Session.BLANK, Origin.NEW, "made"));
            visit(house, 1, "first");
        }
        Path copy = copy(data, folder.resolve("copy"));
        try (House house = new House(data)) {
            for (int n = 2; n <= 4; n++) {
                visit(house, n, "later " + n);
            }
        }
        Path file = Path.of("kv", ID.text() + ".json");
        String ahead = Files.readString(data.resolve(file));
        Files.copy(data.resolve(file), copy.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (House house = new House(copy)) {
            assertTrue(read(house).contains("first"), "the store is the truth");
            visit(house, 2, "another history");
            byte[] sealed = Seal.on(read(house).getBytes(StandardCharsets.UTF_8));
            assertArrayEquals(sealed, Files.readAllBytes(copy.resolve(file)));
        }
        List<Path> aside =
                kv(copy).filter(name -> name.toString().contains("ahead")).toList();
        assertEquals(1, aside.size(), aside::toString);
        assertEquals(ahead, Files.readString(aside.getFirst()));
        System.out.println(String.join(
                "\t",
                "fault",
                "a store older than its KV file",
                "the store's folder replaced by an older copy",
                "1",
                "5",
                "0",
                "-"));
    }

    /** Somebody comes, names the session, and leaves at once. */
    private static void visit(House house, long n, String name) throws Exception {
        try (Visitor ann = Visitor.in(house.address(), "ann", ID)) {
            ann.next(ServerMessage.Welcome.class);
            ann.put(n, RoomsOverSocketsTest.name(name));
            ann.next(ServerMessage.Settled.class);
            ann.leave();
            assertEquals(1000, ann.closeCode());
        }
        Await.until(() -> house.host.awake() == 0 && !house.host.busy());
        assertFalse(house.failure.get() != null, () -> "" + house.failure.get());
    }

    private static String read(House house) throws Exception {
        return assertInstanceOf(Answer.Found.class, house.api.read(ID.text())).json();
    }

    private static Stream<Path> kv(Path data) throws IOException {
        return Files.list(data.resolve("kv"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }
}
