package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the papers say of the code is so. */
@DisplayName("The papers")
class PapersTest {

    private static final Path DOCS = Code.root().resolve("docs");
    private static final Pattern PACKAGE = Pattern.compile("`(tutti\\.[a-z.]+)`");
    private static final Pattern LAW =
            Pattern.compile("\\| (–|[0-9]+[a-c]?) [^|]*\\| `([A-Za-z0-9]+Test)`: ([^|]+) \\|");
    private static final List<String> TRAPS = Stream.concat(
                    IntStream.rangeClosed(1, 53).mapToObj(Integer::toString), Stream.of("53a", "53b", "53c"))
            .toList();
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+Test)`");

    @Test
    @DisplayName("have every package on the map, and no package that is not there")
    void haveEveryPackageOnTheMap() throws IOException {
        assertEquals(packages(), named(PACKAGE, Files.readString(DOCS.resolve("map.md"))));
    }

    @Test
    @DisplayName("name in each decision a test that guards it and exists")
    void nameInEachDecisionATest() throws IOException {
        for (Path decision : decisions()) {
            Set<String> tests = named(TEST, Files.readString(decision));
            assertFalse(tests.isEmpty(), () -> decision + " names no test");
            assertTrue(testNames().containsAll(tests), () -> decision + " names a test that is not there: " + tests);
        }
    }

    @Test
    @DisplayName("have each law of persistence from the title of a test")
    void haveEachLawFromATest() throws IOException {
        List<MatchResult> laws = LAW.matcher(Files.readString(DOCS.resolve("persistence.md")))
                .results()
                .toList();
        List<String> traps = laws.stream().map(law -> law.group(1)).toList();
        assertEquals(TRAPS, traps.stream().filter(trap -> !trap.equals("–")).toList());
        assertTrue(traps.contains("–"), "the laws without a trap are not there");
        for (MatchResult law : laws) {
            assertTrue(isTitled(titles(law.group(2)), law.group(3)), () -> law.group() + " is no test's title");
        }
    }

    @Test
    @DisplayName("take for a title what a test is called by, and no other words")
    void takeForATitle() {
        assertTrue(isTitled("@DisplayName(\"a law\")", "a law"));
        assertTrue(isTitled("@ParameterizedTest(name = \"a law: {0}\")", "a law: {0}"));
        assertTrue(isTitled("    void a_law() {", "a_law"));
        assertFalse(isTitled("// a law", "a law"));
        assertFalse(isTitled("@DisplayName(\"no, a law\")", "a law"));
    }

    private static boolean isTitled(String test, String title) {
        return test.contains("@DisplayName(\"" + title + "\")")
                || test.contains("name = \"" + title + "\"")
                || test.contains("void " + title + "(");
    }

    /** The source of a test, with texts whole that stand on several lines. */
    private static String titles(String test) {
        return Code.MODULES.stream()
                .flatMap(module -> Code.javaFiles(Code.root().resolve(module).resolve("src/test/java")).stream())
                .filter(file -> file.endsWith(test + ".java"))
                .map(PapersTest::read)
                .collect(Collectors.joining())
                .replaceAll("\"\\s*\\+\\s*\"", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("keep a decision to one page")
    void keepADecisionToOnePage() throws IOException {
        for (Path decision : decisions()) {
            assertTrue(Files.readAllLines(decision).size() <= 60, decision::toString);
        }
    }

    @Test
    @DisplayName("are read for names in backquotes alone")
    void areReadForNamesInBackquotes() {
        assertEquals(Set.of("tutti.model"), named(PACKAGE, "`tutti.model` and tutti.edit, `Room`"));
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("decisions"))) {
            return files.sorted().toList();
        }
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> packages() {
        return Code.MODULES.stream()
                .map(module -> Code.root().resolve(module).resolve("src/main/java"))
                .flatMap(sources -> Code.javaFiles(sources).stream()
                        .filter(file -> !file.endsWith("module-info.java"))
                        .map(file -> sources.relativize(file.getParent()).toString()))
                .map(path -> path.replace('/', '.').replace('\\', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testNames() {
        return Code.MODULES.stream()
                .flatMap(module -> Code.javaFiles(Code.root().resolve(module).resolve("src/test/java")).stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
