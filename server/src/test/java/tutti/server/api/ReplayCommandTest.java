package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tutti.server.verify.Folders;

@Tag("slow")
@DisplayName("A report of a fault")
class ReplayCommandTest {
    @TempDir
    Path temporary;

    private Path data;
    private Path file;

    @BeforeEach
    void copy() throws IOException {
        data = Folders.released("schema-1", temporary.resolve("data"));
        file = temporary.resolve("busy.history");
    }

    private static String run(String... args) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        return line.execute(args) + " " + said.toString().strip();
    }

    private String export(String session) {
        return run("export", "--data", data.toString(), "--session", session, file.toString());
    }

    @Test
    @DisplayName("is exported from a folder and replayed, and every law holds")
    void whole() throws IOException {
        var before = Folders.bytes(data);
        assertEquals("0 " + file + ": 46 rows of corpus-busy", export("corpus-busy"));
        assertEquals(before, Folders.bytes(data));
        String said = run("replay", file.toString());
        assertTrue(said.startsWith("0 corpus-busy: 46 rows, done again up to 321, chain "), said);
        assertTrue(said.endsWith("; every law holds"), said);
    }

    @Test
    @DisplayName("names the exact row that was broken, and the law")
    void broken() throws IOException {
        export("corpus-busy");
        Folders.change(file, "\"seq\":300,", "\"seq\":300, ");
        String said = run("replay", file.toString());
        String chain = "3 row 300: breaks the law “its row follows from the chain before it” (chain): ";
        assertTrue(said.startsWith(chain), said);
        assertTrue(
                run("replay", file.toString(), "--bisect", "codec").startsWith("3 row 300: breaks the law"),
                run("replay", file.toString(), "--bisect", "codec"));
        assertEquals(
                "0 all rows keep the law “the weight is what a walk counts”",
                run("replay", file.toString(), "--bisect", "weight"));
    }

    @Test
    @DisplayName("is refused in words where it is none")
    void none() throws IOException {
        assertTrue(export("nobody").endsWith("there is no session nobody"));
        assertEquals("1 tutti-server: " + file + ": no such file or folder", run("replay", file.toString()));
        Files.write(file, new byte[] {'{', (byte) 0xC3, '('});
        assertEquals(
                "1 tutti-server: " + file + ": is not UTF-8, so no history that was exported",
                run("replay", file.toString()));
        Files.delete(file);
        export("corpus-quiet");
        String unknown = run("replay", file.toString(), "--bisect", "gravity");
        assertTrue(unknown.startsWith("2 tutti-server: --bisect knows no law gravity; there are chain, seq,"), unknown);
    }
}
