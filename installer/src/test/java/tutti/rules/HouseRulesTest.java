package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule holds over the whole repository, and each is seen to catch what is planted for it. In the folder
 * {@code planted/RULE} every class whose name begins with {@code Planted} breaks that rule and must be named; a class
 * whose name begins with {@code Legal} looks like it and must not be. Others are there to be leant on.
 */
@Tag("slow")
@DisplayName("The rules of the house")
class HouseRulesTest {

    private static final Path PLANTED = Code.root().resolve("installer/src/test/resources/planted");

    @TestFactory
    @DisplayName("The repository keeps")
    Stream<DynamicTest> theRepositoryKeeps() {
        Code repository = Code.ofRepository();
        return HouseRules.all().stream()
                .map(rule -> dynamicTest(rule.name(), () -> {
                    List<String> breaches = rule.breaches().apply(repository);
                    assertTrue(breaches.isEmpty(), () -> rule.name() + ":\n  " + String.join("\n  ", breaches));
                }));
    }

    @Test
    @DisplayName("Every module is judged: its sources, its tests, and all that was compiled of them")
    void everyModuleIsJudged() {
        Code repository = Code.ofRepository();
        for (String module : Code.MODULES) {
            List<Source> sources = repository.sources().stream()
                    .filter(source -> source.path().startsWith(module))
                    .toList();
            assertTrue(sources.stream().anyMatch(Source::test), module + " has no tests");
            for (Source source : sources) {
                String file = source.path().getFileName().toString();
                String name = source.packageName() + "." + file.replace(".java", "");
                boolean type = !source.test() && !file.contains("-");
                assertTrue(!type || repository.classes().contain(name), name + " is not compiled");
            }
            assertTrue(sources.stream().anyMatch(source -> !source.test()), module + " has no sources");
        }
    }

    @TestFactory
    @DisplayName("A planted violation is caught by")
    Stream<DynamicTest> aPlantedViolationIsCaughtBy(@TempDir Path compiled) {
        return HouseRules.all().stream()
                .map(rule -> dynamicTest(rule.name(), () -> {
                    Path folder = PLANTED.resolve(rule.name());
                    Code planted = Code.ofPlanted(folder, Files.createDirectory(compiled.resolve(rule.name())));
                    String breaches = String.join("\n", rule.breaches().apply(planted));
                    assertAll(Code.javaFiles(folder).stream().map(file -> () -> judge(file, breaches)));
                }));
    }

    @Test
    @DisplayName("Every rule has a planted violation, and every planted violation a rule")
    void everyRuleHasAPlantedViolation() throws IOException {
        try (Stream<Path> folders = Files.list(PLANTED)) {
            assertEquals(
                    HouseRules.all().stream().map(Rule::name).sorted().toList(),
                    folders.map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList());
        }
        for (Rule rule : HouseRules.all()) {
            assertTrue(
                    Code.javaFiles(PLANTED.resolve(rule.name())).stream()
                            .anyMatch(file -> className(file).startsWith("Planted")),
                    rule.name());
        }
    }

    private static void judge(Path file, String breaches) {
        String name = className(file);
        if (name.startsWith("Planted")) {
            assertTrue(breaches.contains(name), () -> name + " was not caught, only: " + breaches);
        }
        if (name.startsWith("Legal")) {
            assertFalse(breaches.contains(name), () -> name + " is legal but was caught: " + breaches);
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
