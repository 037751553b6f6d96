package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Launchers")
class LaunchersTest {
    /** Chosen in decision 0101. */
    private static final String MACHINE = "-XX:+UseSerialGC -Xms64m -Xmx512m -Xmn12m -XX:SurvivorRatio=2"
            + " -XX:MaxHeapFreeRatio=50 -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=10000 -Xlog:trimnative=off"
            + " -XX:+ExitOnOutOfMemoryError -Dh2.objectCache=false";

    @ParameterizedTest(name = "{0} gives the server the small machine that was measured")
    @ValueSource(
            strings = {
                "tutti",
                "tutti.cmd",
                "installer/src/package/tutti-server.properties",
                "server/src/test/java/tutti/server/net/BenchServer.java",
                "installer/src/test/java/tutti/e2e/Program.java"
            })
    void giveTheServerTheSameMachine(String file) throws IOException {
        String oneWord = read(file).replaceAll("\"\\s*\\+ \"", "");
        assertTrue(oneWord.contains(MACHINE), MACHINE);
    }

    @ParameterizedTest(name = "{1} can be read by {0}")
    @CsvSource({"sh, tutti", "bash, .ci/run", "bash, installer/check.sh"})
    @DisabledOnOs(OS.WINDOWS)
    void canBeRead(String shell, String file) throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        shell, "-n", Code.root().resolve(file).toString())
                .redirectErrorStream(true)
                .start();
        assertEquals(new Machine.Run(0, ""), Machine.end(check));
    }

    @Test
    @DisplayName("of both kinds know the commands that they list, and the same ones")
    void knowTheSameCommands() throws IOException {
        TreeSet<String> listed = words("^\\./tutti (\\w+)", read("tutti"));
        TreeSet<String> known =
                words("^    (\\w+)(?: \\| --help \\| -h)?\\) .*;;", after(read("tutti"), "case ${1:-help} in"));
        TreeSet<String> windows = words("^echo tutti (\\w+)", read("tutti.cmd"));
        assertEquals(listed, known);
        listed.remove("prepare"); // there Windows needs nothing
        assertEquals(listed, windows);
        for (String word : windows) {
            assertTrue(read("tutti.cmd").contains("if \"%COMMAND%\"==\"" + word + "\" goto"), word);
        }
    }

    private static TreeSet<String> words(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String after(String text, String mark) {
        return text.substring(text.indexOf(mark));
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(Code.root().toString(), file.split("/")));
    }
}
