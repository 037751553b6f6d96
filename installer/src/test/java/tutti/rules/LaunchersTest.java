package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Launchers")
class LaunchersTest {
    /** Chosen in decision 0101. */
    private static final String MACHINE = "-XX:+UseSerialGC -Xms64m -Xmn8m";

    @ParameterizedTest(name = "{0} gives the server the small machine that was measured")
    @CsvSource({
        "tutti, ' '",
        "tutti.cmd, ' '",
        "installer/src/package/tutti-server.properties, ' '",
        "server/src/test/java/tutti/server/net/BenchServer.java, '\", \"'"
    })
    void giveTheServerTheSameMachine(String file, String between) throws IOException {
        String text = Files.readString(Code.root().resolve(file));
        assertTrue(text.contains(MACHINE.replace(" ", between)), MACHINE);
    }
}
