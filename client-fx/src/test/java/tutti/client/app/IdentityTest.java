package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who I am")
class IdentityTest {
    private final Fresh fresh = new Fresh();

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("client").resolve("identity");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    @DisplayName("is given at the first start and the same at every later one")
    void given() throws IOException {
        Identity first = Identity.load(file(), fresh);
        assertFalse(first.profile().name().isBlank());
        assertEquals(first, Identity.load(file(), fresh));
        assertNotEquals(
                first.secret(), Identity.load(folder.resolve("other"), fresh).secret());
    }

    @Test
    @DisplayName("keeps name, level and look, and stays the same member under another name")
    void kept() throws IOException {
        Identity first = Identity.load(file(), fresh);
        Identity next = first.named("Zoë „Żaba“").at(-12_345).lit(true);
        next.save(file());
        assertEquals(next, Identity.load(file(), fresh));
        assertEquals(first.secret(), next.secret());
        assertEquals(first.home(), next.home());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an empty file |",
                "no secret | home=home",
                "a secret that anybody could guess | secret=1234\\nhome=home",
                "no home | secret=SECRET",
                "a colour that there is not | secret=SECRET\\nhome=home\\ncolour=99",
                "a level that is no number | secret=SECRET\\nhome=home\\nlevel=loud",
                "a name of nothing | secret=SECRET\\nhome=home\\nname=",
                "an escape that is none | secret=SECRET\\nhome=home\\nname=\\u00zz",
            })
    @DisplayName("is given anew, and the file put aside and not lost, where it cannot be read:")
    void damaged(String why, String text) throws IOException {
        String damaged = text == null
                ? ""
                : text.replace("\\n", "\n").replace("SECRET", fresh.secret().text());
        Files.createDirectories(file().getParent());
        Files.writeString(file(), damaged);
        Identity made = Identity.load(file(), fresh);
        assertEquals(made, Identity.load(file(), fresh));
        String aside = names().stream()
                .filter(name -> name.startsWith("identity.damaged-"))
                .findFirst()
                .orElseThrow();
        assertEquals(damaged, Files.readString(file().resolveSibling(aside)));
    }
}
