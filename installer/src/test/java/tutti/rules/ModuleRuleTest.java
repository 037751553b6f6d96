package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The module of both ends")
class ModuleRuleTest {

    /** None of these can open a file, a socket or a database. */
    private static final Set<String> MAY_REQUIRE = Set.of("java.base", "tools.jackson.core", "org.jspecify");

    @Test
    @DisplayName("requires no module that does I/O, and hides no package from its users")
    void requiresNoInput() throws IOException {
        try (InputStream compiled =
                Files.newInputStream(Code.root().resolve("shared-protocol/target/classes/module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(compiled);
            assertEquals(List.of(), tooMuch(module));
            assertEquals("tutti.protocol", module.name());
            assertEquals(
                    List.of("tutti.edit", "tutti.model", "tutti.music", "tutti.sync", "tutti.wire"),
                    module.exports().stream()
                            .map(ModuleDescriptor.Exports::source)
                            .sorted()
                            .toList());
        }
    }

    @Test
    @DisplayName("is caught when it requires a database")
    void isCaughtWhenItRequiresADatabase() {
        ModuleDescriptor planted = ModuleDescriptor.newModule("planted")
                .requires("java.sql")
                .requires("org.jspecify")
                .build();
        assertEquals(List.of("java.sql"), tooMuch(planted));
    }

    private static List<String> tooMuch(ModuleDescriptor module) {
        return module.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> !MAY_REQUIRE.contains(name))
                .toList();
    }
}
