package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** An honest client that talks to an echoing gateway all the while that something bad happens beside it. */
final class Neighbour {
    private static final int AFTERWARDS = 20;

    private final RawClient client;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final CompletableFuture<Integer> echoes;

    Neighbour(InetSocketAddress server) throws Exception {
        client = RawClient.open(server);
        echoes = CompletableFuture.supplyAsync(
                this::talk, task -> Thread.ofPlatform().start(task));
    }

    private Integer talk() {
        try {
            int count = 0;
            for (int left = AFTERWARDS; left > 0; left -= isOver.get() ? 1 : 0) {
                String word = "word " + count++;
                client.send(word);
                assertEquals(word, client.readText());
            }
            return count;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Ends the bad time; every word was answered, in it and after it, or this throws. */
    void finish() throws Exception {
        isOver.set(true);
        echoes.get();
        client.close();
    }
}
