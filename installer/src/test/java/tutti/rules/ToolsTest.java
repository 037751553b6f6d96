package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiler, Error Prone, NullAway, formatter and enforcer stop a build. A real Maven builds small modules under this
 * project's own parent, each with one thing wrong, and one with nothing.
 */
@Tag("slow")
@DisplayName("The build stops")
class ToolsTest {

    private static final Map<String, String> SOURCES = Map.of(
            "sound", "public record Planted(int value) {}\n",
            "unformatted", "public record Planted( int value ){}\n",
            "warned", "public record Planted(java.util.List value) {}\n",
            "erroneous", method("String text", "text.strip();"),
            "nullable", method("@org.jspecify.annotations.Nullable String text", "text.wait();"));

    @Test
    @DisplayName("at a warning, a bug pattern, a possible null and wrong format, and not without a reason")
    void atWhatIsWrong(@TempDir Path folder) throws IOException, InterruptedException {
        writeProject(folder);
        Run run = maven(folder, "-fae", "verify");
        assertNotEquals(0, run.code());
        assertAll(
                () -> assertTrue(run.says("sound .*SUCCESS"), run::output),
                () -> assertTrue(run.says("unformatted .*FAILURE"), run::output),
                () -> assertTrue(run.says("warned .*FAILURE"), run::output),
                () -> assertTrue(run.says("erroneous .*FAILURE"), run::output),
                () -> assertTrue(run.says("nullable .*FAILURE"), run::output),
                () -> assertTrue(run.says("format violations"), run::output),
                () -> assertTrue(run.says("\\[rawtypes\\]"), run::output),
                () -> assertTrue(run.says("\\[ReturnValueIgnored\\]"), run::output),
                () -> assertTrue(run.says("\\[NullAway\\]"), run::output));
    }

    @Test
    @DisplayName("at an older JDK, and says which one it needs")
    void atAnOlderJdk(@TempDir Path folder) throws IOException, InterruptedException {
        writeProject(folder);
        Run run = maven(folder, "-Djava.version=21.0.1", "-pl", "sound", "validate");
        assertNotEquals(0, run.code());
        assertTrue(run.says("Tutti needs JDK 25 or newer"), run::output);
        assertEquals(0, maven(folder, "-pl", "sound", "validate").code());
    }

    private record Run(int code, String output) {
        boolean says(String pattern) {
            return output.lines().anyMatch(line -> line.matches(".*" + pattern + ".*"));
        }
    }

    private static Run maven(Path folder, String... arguments) throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Path maven = Path.of(System.getProperty("tutti.maven"), "bin", windows ? "mvn.cmd" : "mvn");
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                maven.toString(), "-B", "-Dmaven.repo.local=" + System.getProperty("tutti.repository")),
                        Stream.of(arguments))
                .toList());
        builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "");
        int code = builder.start().waitFor();
        return new Run(code, Files.readString(output));
    }

    private static void writeProject(Path folder) throws IOException {
        List<String> modules = SOURCES.keySet().stream().sorted().toList();
        StringBuilder list = new StringBuilder();
        modules.forEach(module -> list.append("<module>%s</module>".formatted(module)));
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>planted</groupId><artifactId>all</artifactId><version>1</version>
                    <packaging>pom</packaging>
                    <modules>%s</modules>
                </project>
                """.formatted(list));
        Files.copy(
                Code.root().resolve("pom.xml"),
                Files.createDirectory(folder.resolve("parent")).resolve("pom.xml"));
        for (String module : modules) {
            writeModule(folder.resolve(module), SOURCES.get(module));
        }
    }

    private static void writeModule(Path folder, String source) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/java/planted"));
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <parent>
                        <groupId>org.tutti</groupId><artifactId>tutti</artifactId><version>0.1.0-SNAPSHOT</version>
                        <relativePath>../parent/pom.xml</relativePath>
                    </parent>
                    <artifactId>%s</artifactId><name>%s</name>
                    <dependencies>
                        <dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId></dependency>
                    </dependencies>
                </project>
                """.formatted(folder.getFileName(), folder.getFileName()));
        Files.writeString(
                sources.resolve("package-info.java"), "@org.jspecify.annotations.NullMarked\npackage planted;\n");
        Files.writeString(sources.resolve("Planted.java"), "package planted;\n\n" + source);
    }

    private static String method(String parameter, String statement) {
        return """
                public final class Planted {
                    private Planted() {}

                    static void run(%s) throws InterruptedException {
                        %s
                    }
                }
                """.formatted(parameter, statement);
    }
}
