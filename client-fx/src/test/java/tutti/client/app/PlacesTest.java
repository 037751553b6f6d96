package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The folder of application data")
class PlacesTest {
    private static final Map<String, String> NOTHING_SET = Map.of();
    private static final String HOME = "/home/ann";

    private static Path root(Map<String, String> environment, String system) {
        return Places.usual(environment, system, HOME).root();
    }

    @Test
    @DisplayName("is where each system puts it")
    void usual() {
        assertEquals(Path.of(HOME, ".local", "share", "tutti"), root(NOTHING_SET, "Linux"));
        assertEquals(Path.of(HOME, "Library", "Application Support", "Tutti"), root(NOTHING_SET, "Mac OS X"));
        assertEquals(Path.of(HOME, "AppData", "Local", "Tutti"), root(NOTHING_SET, "Windows 11"));
    }

    @Test
    @DisplayName("is where the system's variable says, on the systems that have that variable")
    void told() {
        String elsewhere = Path.of("elsewhere").toAbsolutePath().toString();
        assertEquals(Path.of(elsewhere, "tutti"), root(Map.of("XDG_DATA_HOME", elsewhere), "Linux"));
        assertEquals(Path.of(elsewhere, "Tutti"), root(Map.of("LOCALAPPDATA", elsewhere), "Windows 11"));
        assertEquals(root(NOTHING_SET, "Mac OS X"), root(Map.of("XDG_DATA_HOME", elsewhere), "Mac OS X"));
    }

    @Test
    @DisplayName("is the usual one when the variable is empty or no absolute path")
    void useless() {
        assertEquals(root(NOTHING_SET, "Linux"), root(Map.of("XDG_DATA_HOME", " "), "Linux"));
        assertEquals(root(NOTHING_SET, "Linux"), root(Map.of("XDG_DATA_HOME", "some/where"), "Linux"));
    }

    @Test
    @DisplayName("holds the server's card beside the client's own files, so that each finds the other")
    void layout() {
        Path root = Path.of("data");
        Places places = new Places(root);
        assertEquals(root.resolve("server.json"), places.serverCard());
        assertEquals(root.resolve("client").resolve("identity"), places.identity());
    }
}
