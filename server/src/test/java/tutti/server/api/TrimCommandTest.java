package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tutti.server.verify.Folders;

@Tag("slow")
@DisplayName("The command that trims")
class TrimCommandTest {
    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void copy() throws IOException {
        data = Folders.released("schema-4", temporary.resolve("data"));
    }

    /** What it said, after the code that it ended with. */
    private String run(String session, String before) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        int code = line.execute("trim", "--data", data.toString(), "--session", session, "--before", before);
        return code + " " + said.toString().strip();
    }

    @Test
    @DisplayName("leaves what undo reaches, by number and by day")
    void keeps() {
        String kept = "0 corpus-busy: nothing was trimmed: the newest 8194 edits stay, for undo,"
                + " and what its KV file does not show yet";
        assertEquals(kept, run("corpus-busy", "100"));
        assertEquals(kept, run("corpus-busy", "2100-01-01"));
    }

    @Test
    @DisplayName("ends with 2 where it was not told what, and with 1 where there is no such session, or a server works")
    void refused() {
        assertEquals(
                "2 tutti-server: --before is no number of an edit and no day: yesterday (--help lists the options)",
                run("corpus-busy", "yesterday"));
        assertTrue(run("no id", "5").startsWith("2 tutti-server: --session is no id: no id"));
        assertEquals("1 tutti-server: there is no session nobody", run("nobody", "5"));
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            assertTrue(server.http().getPort() > 0);
            assertTrue(run("corpus-busy", "5").startsWith("1 tutti-server: a server works in " + data));
        } catch (StartFailed failed) {
            throw new AssertionError(failed);
        }
    }
}
