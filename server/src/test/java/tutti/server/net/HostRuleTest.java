package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The host rule")
class HostRuleTest {
    private final HostRule rule = new HostRule(Set.of("studio.example"));

    @ParameterizedTest(name = "Host {0}, Origin {1}: {2}")
    @CsvSource({
        "127.0.0.1, , WELCOME",
        "192.168.1.20:7788, , WELCOME",
        "[::1]:7788, , WELCOME",
        "[fe80::1%25eth0]:7788, , FOREIGN_HOST",
        "localhost:7788, , WELCOME",
        "Mini.Local:7788, , WELCOME",
        "studio.example, , WELCOME",
        "STUDIO.EXAMPLE:80, , WELCOME",
        "localhost:7788, http://localhost:7788, WELCOME",
        "localhost:7788, https://LOCALHOST:7788, WELCOME",
        "localhost:7788, http://localhost:7789, FOREIGN_ORIGIN",
        "localhost:7788, http://evil.example, FOREIGN_ORIGIN",
        "localhost:7788, http://localhost:7788/page, FOREIGN_ORIGIN",
        "localhost:7788, null, FOREIGN_ORIGIN",
        "evil.example, http://evil.example, FOREIGN_HOST",
        "local, , FOREIGN_HOST",
        "evil-local, , FOREIGN_HOST",
        "1.2.3.4.example, , FOREIGN_HOST",
        "localhost/evil, , FOREIGN_HOST",
        "user@localhost, , FOREIGN_HOST",
        "localhost; evil, , FOREIGN_HOST",
        "'', , FOREIGN_HOST",
        ", , FOREIGN_HOST",
    })
    @DisplayName("judges")
    void judges(String host, String origin, HostRule.Verdict verdict) {
        assertEquals(verdict, rule.judge(host, origin));
    }
}
