package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;

@Tag("slow")
@DisplayName("The server on the small machine that people run")
class SmallHeapTest {
    private static final int ENEMIES = 4;
    private static final int PASSES = 4;

    @TempDir
    private Path data;

    @Test
    @DisplayName("has memory for all that can be asked of it at once about the heaviest document")
    void heaviest() throws IOException {
        String heavy = HeavyDocument.text(Attack.HEAVY);
        try (BenchServer server = BenchServer.start(data, List.of())) {
            Attack attack = new Attack(
                    server.address(), server.http(), new SessionId(Attack.HEAVY), "o", heavy, new AtomicLong());
            attack.heavyDocument();
            List<Siege.Camp> camps = List.of(
                    Sieges::slowReplies,
                    Siege.of(Attack::heavyDocument),
                    Sieges::heavyReads,
                    Siege.of(Attack::heavyPast),
                    Siege.of(Sieges::newcomers));
            List<CompletableFuture<Void>> enemies = IntStream.range(0, ENEMIES * camps.size())
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> besiege(camps.get(i % camps.size()), attack),
                            task -> Thread.ofPlatform().name("enemy-" + i).start(task)))
                    .toList();
            enemies.forEach(CompletableFuture::join);
            assertEquals("200", attack.web().status("GET /healthz", Web.OWN, ""));
            System.out.println("small heap: " + heavy.length() + " bytes of document, "
                    + server.residentBytes() / 1024 / 1024 + " MiB resident");
        }
    }

    private static void besiege(Siege.Camp camp, Attack attack) {
        try (Siege siege = camp.pitch(attack)) {
            for (int i = 0; i < PASSES; i++) {
                siege.press();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
