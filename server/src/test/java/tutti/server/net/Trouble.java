package tutti.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import tutti.model.SessionId;
import tutti.server.store.Await;
import tutti.wire.Codec;

/**
 * Two guests that nobody wants, for as long as this is open: one is in the room and never reads, though it gives signs
 * of life; the other comes again and again, says what nobody understands, and is shown out.
 */
final class Trouble implements AutoCloseable {
    private static final long PAUSE = 20_000_000L;
    private static final int SMALL = 4 * 1024;
    private static final byte[] SIGN_OF_LIFE = RawClient.frame(0x80 | RawClient.PONG, new byte[0], true);

    private final InetSocketAddress server;
    private final RawClient deaf;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean over;
    private int turnedOut;

    private Trouble(InetSocketAddress server, RawClient deaf) {
        this.server = server;
        this.deaf = deaf;
    }

    static Trouble in(InetSocketAddress server, SessionId session) throws IOException {
        RawClient deaf = RawClient.connect(server, SMALL);
        deaf.enter(server);
        deaf.send(new Codec().write(BenchClient.hello(session, "deaf")));
        Trouble trouble = new Trouble(server, deaf);
        Thread.ofPlatform().daemon().name("trouble").start(trouble::run);
        return trouble;
    }

    private void run() {
        try {
            while (!over) {
                deaf.raw(SIGN_OF_LIFE);
                babble();
                Await.time(System.nanoTime() + PAUSE);
            }
            ended.complete(null);
        } catch (IOException | RuntimeException | AssertionError e) {
            ended.completeExceptionally(e);
        }
    }

    private void babble() throws IOException {
        try (RawClient babbler = RawClient.open(server)) {
            babbler.send("{\"type\":\"Hello\",".repeat(100));
            babbler.awaitCloseCode();
            turnedOut++;
        }
    }

    /** Ends both; returns how often the second was shown out. */
    int end() {
        over = true;
        ended.join();
        return turnedOut;
    }

    @Override
    public void close() throws IOException {
        over = true;
        deaf.close();
    }
}
