package tutti.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
    @DisplayName("run in this process, with their own arguments")
    void runInThisProcess() throws ReflectiveOperationException {
        new Bench("planted", "", Planted.class.getName()).run("one", "two");
        assertTrue(Planted.ran.equals("one two"));
    }

    /** A benchmark's main is not always public. */
    static final class Planted {
        static String ran = "";

        private Planted() {}

        static void main(String[] arguments) {
            ran = String.join(" ", arguments);
        }
    }

    private static Stream<String> programs(Path sources) {
        if (!Files.isDirectory(sources)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith("Bench.java"))
                    .map(sources::relativize)
                    .toList()
                    .stream()
                    .map(file -> file.toString()
                            .replace(".java", "")
                            .replace('/', '.')
                            .replace('\\', '.'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
