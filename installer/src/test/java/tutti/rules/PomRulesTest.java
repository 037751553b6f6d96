package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Versions")
class PomRulesTest {

    private static final Path PLANTED = Code.root().resolve("installer/src/test/resources/planted-poms");

    @Test
    @DisplayName("of all plugins and libraries of this project are pinned in the parent")
    void areAllPinned() {
        Pom parent = Pom.read(Code.root().resolve("pom.xml"));
        List<Pom> modules = Code.MODULES.stream()
                .map(module -> Pom.read(Code.root().resolve(module).resolve("pom.xml")))
                .toList();
        assertEquals(List.of(), PomRules.breaches(parent, modules));
        assertEquals(
                Code.MODULES,
                parent.all("module").stream()
                        .map(element -> element.getTextContent().strip())
                        .toList());
    }

    @ParameterizedTest(name = "that are planted wrongly are caught: {0}")
    @ValueSource(
            strings = {
                "maven-site-plugin",
                "planted-range",
                "planted-snapshot",
                "planted-latest",
                "planted-unmanaged-plugin",
                "planted-unmanaged-library",
                "planted-own-version",
                "repository"
            })
    void thatAreNotPinnedAreCaught(String planted) {
        List<String> breaches = PomRules.breaches(
                Pom.read(PLANTED.resolve("pom.xml")), List.of(Pom.read(PLANTED.resolve("module.xml"))));
        assertTrue(breaches.stream().anyMatch(breach -> breach.contains(planted)), breaches::toString);
    }

    @Test
    @DisplayName("that are pinned are not caught among those that are not")
    void thatArePinnedAreNotCaught() {
        List<String> breaches = PomRules.breaches(
                Pom.read(PLANTED.resolve("pom.xml")), List.of(Pom.read(PLANTED.resolve("module.xml"))));
        assertTrue(
                Stream.of("maven-clean-plugin", "legal")
                        .noneMatch(name -> breaches.toString().contains(name)),
                breaches::toString);
    }
}
