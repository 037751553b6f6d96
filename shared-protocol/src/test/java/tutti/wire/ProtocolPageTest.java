package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.Step;

/**
 * Makes the page anew with
 * {@code ./mvnw -pl shared-protocol test -Dtest=ProtocolPageTest -Dtutti.regenerate=true}; look at the
 * difference before you commit it.
 */
@DisplayName("The protocol page")
class ProtocolPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("tutti.root")).resolve("docs").resolve("protocol.md");

    @Test
    @DisplayName("has the tables and samples that the code has")
    void fresh() throws IOException {
        String page = Files.readString(PAGE);
        String renewed = new ProtocolPage(Samples.messages()).renew(page);
        if (Boolean.getBoolean("tutti.regenerate")) {
            Files.writeString(PAGE, renewed);
            return;
        }
        assertEquals(renewed, page, "docs/protocol.md is stale: see how this test makes it anew");
    }

    @Test
    @DisplayName("is found stale when one default in it is another")
    void stale() throws IOException {
        String page = Files.readString(PAGE).replace("| `12000` |", "| `12001` |");
        assertNotEquals(page, new ProtocolPage(Samples.messages()).renew(page));
    }

    @Test
    @DisplayName("cannot be made of a field whose record does not say what it is")
    void said() {
        assertEquals("in this step alone: hertz", FieldDocs.of(Step.BLANK, "lock.filter.cutoff"));
        assertThrows(AssertionError.class, () -> FieldDocs.of(new Unsaid(true), "on"));
    }

    /** Says nothing of its component. */
    record Unsaid(boolean on) {}
}
