package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Tag("slow")
@DisplayName("The command line")
class MainTest {
    @TempDir
    Path data;

    /** What it said, after the code that it ended with. */
    private static String run(String... args) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        int code = line.execute(args);
        return code + " " + said;
    }

    private static void assertOneLine(String start, String said) {
        assertTrue(said.startsWith(start), said);
        assertEquals(1, said.lines().count(), said);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--http-port, 65536, --http-port must be from 0 to 65535",
        "--ws-port, -1, --ws-port must be from 0 to 65535",
        "--ws-port, seven, Invalid value for option '--ws-port'",
        "--bind, no.such.host.invalid, --bind is no address of this machine",
        "--max-connections, 0, --max-connections must be at least 1",
        "--colour, blue, Unknown options: '--colour'",
    })
    @DisplayName("says in one line what is wrong with an option")
    void badOptions(String option, String value, String words) {
        assertOneLine("2 tutti-server: " + words, run("--data", data.toString(), option, value));
    }

    @Test
    @DisplayName("says in one line that a port is in use, and leaves the folder free")
    void portInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertOneLine(
                    "1 tutti-server: 127.0.0.1:" + port
                            + " is in use by another program: choose another port with --ws",
                    run("--data", data.toString(), "--ws-port", port, "--http-port", "0"));
            assertOneLine(
                    "1 tutti-server: 127.0.0.1:" + port
                            + " is in use by another program: choose another port with --http",
                    run("--data", data.toString(), "--ws-port", "0", "--http-port", port));
        }
    }

    @Test
    @DisplayName("says in one line that another server has the folder")
    void folderHeld() throws StartFailed {
        try (TuttiServer other = TuttiServer.start(Options.local(data))) {
            String said = run("--data", data.toString(), "--ws-port", "0", "--http-port", "0");
            assertOneLine("1 tutti-server: another server works in " + data, said);
            assertTrue(other.http().getPort() > 0);
        }
    }

    @Test
    @DisplayName("says in one line that a folder cannot be used")
    void notAFolder() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        assertOneLine("1 tutti-server: the folder " + file + " cannot be used", run("--data", file.toString()));
    }

    @Test
    @DisplayName("explains its options, and its version")
    void help() {
        assertTrue(run("--help").startsWith("0 Usage: tutti-server"));
        assertEquals("0 tutti-server " + TuttiServer.VERSION, run("--version").strip());
    }
}
