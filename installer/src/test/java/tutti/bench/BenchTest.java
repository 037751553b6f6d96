package tutti.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Benchmarks")
class BenchTest {

    private static final Path ROOT = Path.of(System.getProperty("tutti.root"));

    @Test
    @DisplayName("can all be called by name")
    void canAllBeCalledByName() {
        Set<String> named = Bench.ALL.stream().map(Bench::program).collect(Collectors.toSet());
        Set<String> there = Stream.of("shared-protocol", "server", "client-fx", "installer")
                .flatMap(module -> programs(ROOT.resolve(module).resolve("src/test/java")))
                .collect(Collectors.toSet());
        assertEquals(there, named);
        assertEquals(
                Bench.ALL.size(), Bench.ALL.stream().map(Bench::name).distinct().count());
    }

    @Test
    @DisplayName("are given the libraries of the tests among which they live")
    void areGivenTheTestsLibraries() {
        String scope = read(ROOT.resolve("installer/pom.xml")).split("</?launch.scope>")[1];
        assertEquals("test", scope);
        assertTrue(read(ROOT.resolve("pom.xml")).contains("<includeScope>${launch.scope}</includeScope>"));
    }

    @Test
    @DisplayName("run in this process, with their own arguments")
    void runInThisProcess() throws ReflectiveOperationException {
        Planted.said = "first words\nfigure planted.x-1.p50 -1.500 1/s";
        new Bench("planted", "", Planted.class.getName()).run("one", "two");
        assertTrue(Planted.ran.equals("one two"));
    }

    /** A benchmark's main is not always public. */
    static final class Planted {
        static String ran = "";
        static String said = "";

        private Planted() {}

        static void main(String[] arguments) {
            ran = String.join(" ", arguments);
            System.out.println(said);
        }
    }

    @ParameterizedTest(name = "that say ''{0}'' are not taken for one")
    @ValueSource(
            strings = {
                "figure other.x 1.0 ms",
                "figure planted 1.0 ms",
                "figure planted.x 1,0 ms",
                "figure planted.x NaN ms",
                "figure planted.x 1.0 ",
                "figure planted.x 1.0 KB, 3 KB asleep",
                "figure planted.x 1.0 ms\nthat was it"
            })
    void endWithFigures(String line) {
        Planted.said = line;
        Bench bench = new Bench("planted", "", Planted.class.getName());
        assertThrows(IllegalStateException.class, bench::run);
    }

    @Test
    @DisplayName("print figures in one way, and tests that are none print no figures")
    void printFiguresInOneWay() {
        List<String> printers = Stream.of("shared-protocol", "server", "client-fx")
                .flatMap(module -> sources(ROOT.resolve(module).resolve("src/test/java")))
                .filter(file -> read(file).contains("\"figure "))
                .map(file -> file.getFileName().toString())
                .toList();
        assertEquals(List.of("Figures.java", "Figures.java"), printers, "one for each module with benchmarks");
    }

    private static Stream<String> programs(Path sources) {
        return sources(sources)
                .filter(file -> file.toString().endsWith("Bench.java"))
                .map(file -> sources.relativize(file)
                        .toString()
                        .replace(".java", "")
                        .replace('/', '.')
                        .replace('\\', '.'));
    }

    private static Stream<Path> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
