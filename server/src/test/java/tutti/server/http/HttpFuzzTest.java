package tutti.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import tutti.server.net.HostRule;

/** Whatever a request line and its headers say. */
@Tag("slow")
@DisplayName("Whatever a request says,")
class HttpFuzzTest {
    private static final List<Route> ROUTES = List.of(
            Route.get("/api/sessions", request -> Reply.refusal(Problem.BROKEN, "")),
            Route.get("/api/sessions/{id}", request -> Reply.refusal(Problem.BROKEN, "")),
            Route.get("/api/sessions/{id}/history", request -> Reply.refusal(Problem.BROKEN, "")));
    /** Names that need no configuration, said in another way than the rule says it. */
    private static final String OWN =
            "(?i)(localhost|[^/@?#\\[\\]:]*\\.local|[0-9.]+|\\[[0-9a-f:.]+(%[^\\]]*)?])(:[0-9]*)?";

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a path fills at most the open part of a route, and never with a path")
    void path(byte[] bytes) {
        String path = text(bytes);
        for (Route route : ROUTES) {
            route.match(path).ifPresent(id -> {
                assertEquals(path, route.path().replace("{id}", id));
                assertFalse(id.contains("/"), path);
            });
        }
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a query is refused, or holds exactly what it says, each name once")
    void query(byte[] bytes) {
        String raw = text(bytes);
        Query.parse(raw).ifPresent(query -> {
            Set<String> pairs = query.values().entrySet().stream()
                    .map(pair -> pair.getKey() + "=" + pair.getValue())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(List.of(raw.split("&"))), pairs);
            query.values().keySet().forEach(query::number);
        });
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName(
            "a Host is welcome only if it is an address, localhost or a .local name, an Origin only if it is the same")
    void host(byte[] bytes) {
        String[] lines = text(bytes).split("\n", 2);
        String origin = lines.length > 1 ? lines[1] : "";
        HostRule rule = new HostRule(Set.of());
        if (rule.judge(lines[0], origin) == HostRule.Verdict.WELCOME) {
            assertTrue(lines[0].matches(OWN), lines[0]);
            assertTrue(
                    origin.isEmpty()
                            || origin.toLowerCase(Locale.ROOT).endsWith("://" + lines[0].toLowerCase(Locale.ROOT)),
                    origin);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
