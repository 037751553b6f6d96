package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tutti.server.store.Damages;
import tutti.server.verify.Folders;

@Tag("slow")
@DisplayName("The command verify")
class VerifyCommandTest {
    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void copy() throws IOException {
        data = Folders.released("schema-1", temporary.resolve("data"));
    }

    /** What it said, after the code that it ended with. */
    private String run(String... more) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        String[] args = new String[more.length + 3];
        System.arraycopy(more, 0, args, 3, more.length);
        args[0] = "verify";
        args[1] = "--data";
        args[2] = data.toString();
        int code = line.execute(args);
        return code + " " + said;
    }

    @Test
    @DisplayName("ends with 0 and one line where all is whole")
    void whole() {
        assertEquals("0 " + data + " is whole: 6 things, 323 rows done again", run().strip());
    }

    @Test
    @DisplayName("says something of each session when asked to")
    void verbose() {
        String said = run("--verbose");
        assertTrue(said.contains("session corpus-busy: whole, 321 rows\n"), said);
        assertTrue(said.contains("legacy record corpus-old: whole\n"), said);
    }

    @Test
    @DisplayName("ends with 3 on damage, and names it")
    void damaged() throws IOException {
        Files.writeString(data.resolve("kv").resolve("corpus-busy.json"), "{torn");
        assertEquals(
                "3 session corpus-busy: DAMAGED: its KV file cannot be read, or is another session's\n" + data
                        + " is damaged: 1 of 6 things; nothing was changed",
                run().strip());
    }

    @ParameterizedTest(name = "ends with 3 on damage in the journal, and names it: {0}")
    @MethodSource("tutti.server.store.Damages#all")
    void journal(String sql, String told) throws IOException, SQLException {
        data = temporary.resolve("journal");
        Damages.write(data);
        assertTrue(run().startsWith("0 "), "whole before");
        Damages.change(data, sql);
        String said = run();
        assertTrue(said.startsWith("3 ") && said.contains("DAMAGED: " + told + "\n"), said);
    }

    @Test
    @DisplayName("ends with 3 on a row that fits its chain and no document")
    void unreducible() throws IOException {
        data = temporary.resolve("journal");
        Damages.write(data);
        Damages.stray(
                data,
                "{\"at\":9,\"by\":\"ann\",\"first\":4,\"gesture\":\"g4\",\"mutations\":[{\"at\":\"step/A/nobody/1\","
                        + "\"put\":\"velocity\",\"to\":1}],\"seq\":4,\"traces\":[],\"wall\":9}");
        String said = run();
        assertTrue(said.startsWith("3 session a: DAMAGED: row 4: it does not apply: "), said);
    }

    @Test
    @DisplayName("ends with 1 in words where a server works, and where there is nothing")
    void refused() throws Exception {
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            assertTrue(server.http().getPort() > 0);
            assertTrue(run().startsWith("1 tutti-server: a server works in " + data), run());
        }
        data = Files.createDirectory(temporary.resolve("nothing"));
        assertEquals("1 tutti-server: there is no store in " + data, run().strip());
    }

    @Test
    @DisplayName("does not know an option that it does not have")
    void badOption() {
        assertTrue(run("--colour").startsWith("2 tutti-server: Unknown option: '--colour'"), run("--colour"));
    }
}
