package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;
import tutti.server.api.Options;
import tutti.server.api.TuttiServer;

/**
 * Each attack on a whole server again and again, while a neighbour makes durable edits. The neighbour's p99 is compared
 * with that of an equal stretch in peace in between, so that a busy machine does not matter.
 */
@Tag("slow")
@Tag("fault")
@DisplayName("Under attack")
class UnderAttackTest {
    private static final SessionId ROOM = new SessionId("attacked-room");
    private static final String NEIGHBOUR = "secret-of-the-neighbour-0";
    private static final String OUTBOX = "outbox-of-the-neighbour";
    private static final int ROUNDS = 3;
    private static final int ATTEMPTS = 3;
    private static final int EDITS = 40;
    private static final double P99 = 0.99;
    /** Attacks share this machine's processors with those whom they attack: room for that, none for a wait. */
    private static final double RATIO = 3;

    private static final double GRACE_MILLIS = 30;

    @TempDir
    private Path data;

    /** One pass of an attack; fails if the server let it through. */
    @FunctionalInterface
    private interface Strike {
        void once(Attack attack) throws IOException;
    }

    private record Named(String name, String how, Strike strike) {}

    private static final List<Named> ATTACKS = List.of(
            new Named("frame bomb", "a header that declares 1.5 GB", Attack::frameBomb),
            new Named("half-open handshakes", "16 requests without an end", Attack::halfOpenHandshakes),
            new Named("endless headers", "40 KB of them, WebSocket and HTTP", Attack::endlessHeaders),
            new Named("slow headers", "a byte at a time, WebSocket and HTTP", Attack::slowHeaders),
            new Named("endless fragments", "1,025 empty ones", Attack::endlessFragments),
            new Named("slow reader", "reads nothing, asks 500 times", Attack::slowReader),
            new Named("flood of edits", "100 at once, then a number far ahead", Attack::floodOfEdits),
            new Named("ping flood", "2,000 pings, no pong read", Attack::pingFlood),
            new Named("unreadable messages", "deep, huge, NaN, 1e999, unknown, doubled", Attack::unreadable),
            new Named("foreign Host and Origin", "WebSocket and HTTP", Attack::foreign),
            new Named("path tricks in ids", "WebSocket and HTTP", Attack::pathTricks),
            new Named("log injection", "CR, LF, ANSI in names, types, paths", Attack::logInjection),
            new Named("impersonation", "a member's id as secret", Attack::impersonation),
            new Named("another's outbox", "its id under another secret", Attack::replayedOutbox));

    @Test
    @DisplayName("a server enforces its bounds, and a neighbour's p99 stays what it was")
    void neighbourIsServed() throws Exception {
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            create(server);
            Attack attack = new Attack(server, ROOM, NEIGHBOUR, OUTBOX);
            try (HonestClient neighbour = HonestClient.join(server.ws(), ROOM, NEIGHBOUR, OUTBOX)) {
                neighbour.edit(10 * EDITS);
                for (Named named : ATTACKS) {
                    watch(named, attack, neighbour);
                }
            }
        }
        assertNoStrayFile();
    }

    private static void create(TuttiServer server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.httpAddress() + "/api/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + ROOM.text() + "\",\"version\":1}"))
                    .build();
            assertEquals(
                    201,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    /** What holds a neighbour up does so each time; what else a busy machine does, does not. */
    private static void watch(Named named, Attack attack, HonestClient neighbour) throws Exception {
        long before = neighbour.acknowledged();
        Watched watched = watchOnce(named, attack, neighbour);
        int strikes = watched.strikes();
        for (int again = 1; again < ATTEMPTS && !watched.isBearable(); again++) {
            watched = watchOnce(named, attack, neighbour);
            strikes += watched.strikes();
        }
        assertTrue(watched.isBearable(), named.name() + ": " + watched.words());
        String edits = "" + (neighbour.acknowledged() - before);
        System.out.println(
                String.join("\t", "fault", named.name(), named.how(), "" + strikes, edits, "0", watched.words()));
    }

    /** The neighbour's p99 in milliseconds: the median in peace, the least in war. */
    private record Watched(int strikes, double peace, double war) {
        boolean isBearable() {
            return war <= RATIO * peace + GRACE_MILLIS;
        }

        String words() {
            return String.format(Locale.ROOT, "neighbour's p99 %.1f ms, in peace %.1f ms", war, peace);
        }
    }

    private static Watched watchOnce(Named named, Attack attack, HonestClient neighbour) throws Exception {
        List<Double> peace = new ArrayList<>();
        List<Double> war = new ArrayList<>();
        int strikes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            peace.add(neighbour.edit(EDITS).millis(P99));
            AtomicBoolean isOver = new AtomicBoolean();
            CompletableFuture<Integer> enemy = CompletableFuture.supplyAsync(
                    () -> strikeUntil(isOver, named.strike(), attack),
                    task -> Thread.ofPlatform().name("enemy").start(task));
            try {
                war.add(neighbour.edit(EDITS).millis(P99));
            } finally {
                isOver.set(true);
            }
            strikes += enemy.get();
        }
        return new Watched(strikes, median(peace), Collections.min(war));
    }

    private static int strikeUntil(AtomicBoolean isOver, Strike strike, Attack attack) {
        int strikes = 0;
        try {
            do {
                strike.once(attack);
                strikes++;
            } while (!isOver.get());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return strikes;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** A trick in an id made no file: one session was made, and one has a file. */
    private void assertNoStrayFile() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("kv"))) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertEquals(List.of(ROOM.text() + ".json"), names);
        }
    }

    @Test
    @DisplayName("a log has one line for each thing that was logged, whatever the names in it")
    void logStaysWhole() throws Exception {
        Path legacy = Files.createDirectories(data.resolve("kv").resolve("legacy"));
        String name = "\\r\\n" + Attack.FORGED + "\\u001b[31m";
        Files.writeString(
                legacy.resolve("old-room-0001.json"),
                "{\"id\":\"another-0001\",\"name\":\"" + name
                        + "\",\"createdAt\":1,\"state\":{\"tempo\":111,\"swing\":0,"
                        + "\"version\":1,\"tracks\":[{\"id\":\"t-1\",\"name\":\"" + name + "\",\"steps\":7}]}}");
        Files.writeString(legacy.resolve("old-room-0002.json"), "{\"state\":{\"" + name + "\":1,\"" + name + "\":2}}");
        PrintStream usual = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (TuttiServer server = TuttiServer.start(Options.local(data))) {
            create(server);
            new Attack(server, ROOM, NEIGHBOUR, OUTBOX).logInjection();
            HonestClient.join(server.ws(), new SessionId("old-room-0001"), NEIGHBOUR, OUTBOX)
                    .close();
            try (RawClient other = RawClient.open(server.ws())) {
                other.send(new tutti.wire.Codec()
                        .write(HonestClient.hello(new SessionId("old-room-0002"), NEIGHBOUR, OUTBOX)));
                assertEquals(1008, other.awaitCloseCode());
            }
        } finally {
            System.setErr(usual);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("old-room-0001") && text.contains(Attack.FORGED), "nothing was logged: " + text);
        assertTrue(text.lines().noneMatch(line -> line.startsWith(Attack.FORGED)), text);
        assertFalse(text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t'), text);
    }
}
