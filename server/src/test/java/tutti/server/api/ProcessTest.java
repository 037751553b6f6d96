package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("The server as a process")
class ProcessTest {
    @TempDir
    Path data;

    @Test
    @DisplayName("says ready in one line, and ends cleanly with 0 when it is asked to terminate")
    void terminates() throws Exception {
        Process server = start();
        try (BufferedReader out = server.inputReader()) {
            String ready = out.readLine();
            assertTrue(
                    ready != null
                            && ready.matches("ready ws=ws://127\\.0\\.0\\.1:\\d+/ws http=http://127\\.0\\.0\\.1:\\d+"),
                    ready);
            assertTrue(Files.exists(data.resolve("server.json")));
            server.destroy();
            assertTrue(server.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, server.exitValue());
            assertFalse(Files.exists(data.resolve("server.json")));
        } finally {
            server.destroyForcibly();
        }
    }

    private Process start() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                data.toString(),
                "--http-port",
                "0",
                "--ws-port",
                "0");
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
