package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The data folder")
class DataFolderTest {
    private static final String HOME = "/home/ann";

    @Test
    @DisplayName("on Linux follows XDG_DATA_HOME, and ~/.local/share where that is not set or not absolute")
    void linux() {
        Path usual = Path.of("/home/ann/.local/share/tutti");
        assertEquals(usual, DataFolder.usual(Map.of(), "Linux", HOME));
        assertEquals(usual, DataFolder.usual(Map.of("XDG_DATA_HOME", ""), "Linux", HOME));
        assertEquals(usual, DataFolder.usual(Map.of("XDG_DATA_HOME", "data"), "Linux", HOME));
        assertEquals(Path.of("/srv/tutti"), DataFolder.usual(Map.of("XDG_DATA_HOME", "/srv"), "Linux", HOME));
    }

    @Test
    @DisplayName("on macOS is in Application Support")
    void mac() {
        Path usual = Path.of("/home/ann/Library/Application Support/Tutti");
        assertEquals(usual, DataFolder.usual(Map.of("XDG_DATA_HOME", "/srv"), "Mac OS X", HOME));
    }

    @Test
    @DisplayName("on Windows is in LOCALAPPDATA, or where that usually is")
    void windows() {
        assertEquals(Path.of("/local/Tutti"), DataFolder.usual(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME));
        assertEquals(Path.of("/home/ann/AppData/Local/Tutti"), DataFolder.usual(Map.of(), "Windows 11", HOME));
    }
}
