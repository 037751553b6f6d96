package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line of the window")
class MainTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> launched = new ArrayList<>();

    private int run(String... args) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.run(args, out, out, given -> launched.addAll(List.of(given)));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("opens it with what was given")
    void opens() {
        String data = folder.resolve("data").toString();
        assertEquals(0, run("--data", data, "--size", "1600x900"));
        assertEquals(List.of("--data", data, "--size", "1600x900"), launched);
        assertEquals("", said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "1280", "1280x", "1x1", "1280x800x1", "-5x800"})
    @DisplayName("refuses a size that is none, in one line")
    void size(String size) {
        assertEquals(2, run("--data", folder.toString(), "--size=" + size));
        assertTrue(said().contains("'" + size + "' is no size such as 1280x800"), said());
        assertEquals(1, said().lines().count(), said());
        assertEquals(List.of(), launched);
    }

    @Test
    @DisplayName("says in one line that a data folder cannot be written, and what to do")
    void unwritable() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertEquals(2, run("--data", file.toString()));
        assertEquals(
                "tutti: nothing can be kept in " + file
                        + ": it is no folder, or this user may not write there; choose another with --data",
                said().strip());
        assertEquals(List.of(), launched);
    }

    @Test
    @DisplayName("starts a server without a share in a console, where there is such a program beside the one given")
    void windowless() throws IOException {
        String java = folder.resolve("java.exe").toString();
        assertEquals(java, Bundled.windowless(java));
        String quiet = Files.createFile(folder.resolve("javaw.exe")).toString();
        assertEquals(quiet, Bundled.windowless(java));
        assertEquals(quiet, Bundled.windowless(folder.resolve("java").toString()));
        String other = folder.resolve("tutti-server.exe").toString();
        assertEquals(other, Bundled.windowless(other));
    }
}
