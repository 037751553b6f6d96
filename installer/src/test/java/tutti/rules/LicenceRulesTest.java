package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Licences")
class LicenceRulesTest {

    private static final Path PLANTED = Code.root().resolve("installer/src/test/resources/planted-licences");

    @Test
    @DisplayName("of what is shipped are allowed, and NOTICE names each library with its licence")
    void ofWhatIsShippedAreAllowed() throws IOException {
        String classPath = Files.readString(Code.root().resolve("installer/target/shipped.path"));
        Map<String, String> shipped = licences(LicenceRules.libraries(classPath), LicenceRules.SHIPPED);
        assertTrue(shipped.containsKey("javafx-graphics") && shipped.containsKey("h2"), shipped::toString);
        assertEquals(noticed(), shipped);
    }

    @Test
    @DisplayName("of what tests use are allowed")
    void ofWhatTestsUseAreAllowed() {
        Map<String, Pom> libraries = LicenceRules.libraries(System.getProperty("java.class.path"));
        assertTrue(libraries.containsKey("archunit"), libraries::toString);
        Map<String, String> licences = licences(libraries, LicenceRules.TESTED_WITH);
        assertFalse(licences.containsValue("none that is allowed"), licences::toString);
    }

    @ParameterizedTest(name = "that are planted are judged: {0} is {1}")
    @CsvSource({"gpl, false", "none, false", "unknown, false", "either, true", "classpath-exception, true"})
    void thatArePlantedAreJudged(String library, boolean allowed) {
        Pom planted = Pom.read(PLANTED.resolve(library + ".xml"));
        assertEquals(
                allowed, LicenceRules.licence(planted, LicenceRules.SHIPPED).isPresent());
    }

    @Test
    @DisplayName("that are enough for tests are not enough to ship")
    void thatAreEnoughForTestsAreNotEnoughToShip() {
        Pom eupl = Pom.read(PLANTED.resolve("eupl.xml"));
        assertEquals(Optional.empty(), LicenceRules.licence(eupl, LicenceRules.SHIPPED));
        assertEquals(Optional.of("EUPL-1.1"), LicenceRules.licence(eupl, LicenceRules.TESTED_WITH));
    }

    private static Map<String, String> licences(Map<String, Pom> libraries, Set<String> allowed) {
        return libraries.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        library -> LicenceRules.licence(library.getValue(), allowed)
                                .orElse("none that is allowed"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The table of NOTICE: indented lines of a library and its licence. */
    private static Map<String, String> noticed() throws IOException {
        return Files.readString(Code.root().resolve("NOTICE"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.strip().split(" +", -1))
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, other) -> one, TreeMap::new));
    }
}
