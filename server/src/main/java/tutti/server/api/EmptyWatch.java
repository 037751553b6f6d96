package tutti.server.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tutti.server.net.Gateway;
import tutti.server.room.RoomHost;

/** Looks, on a thread of its own, whether everybody has gone. */
final class EmptyWatch implements AutoCloseable {
    private final RoomHost host;
    private final Gateway gateway;
    private final CompletableFuture<@Nullable Void> ended;
    private final CountDownLatch closing = new CountDownLatch(1);

    private EmptyWatch(RoomHost host, Gateway gateway, CompletableFuture<@Nullable Void> ended) {
        this.host = host;
        this.gateway = gateway;
        this.ended = ended;
    }

    /** Completes {@code ended} when it is time. */
    static EmptyWatch start(RoomHost host, Gateway gateway, CompletableFuture<@Nullable Void> ended) {
        EmptyWatch watch = new EmptyWatch(host, gateway, ended);
        Thread.ofPlatform().name("tutti-empty-watch").daemon().start(watch::look);
        return watch;
    }

    /** The root of the thread. */
    private void look() {
        try {
            Emptiness emptiness = new Emptiness(now());
            while (!closing.await(Limits.LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                boolean came =
                        gateway.traffic().openedTotal() > 0 || host.tally().editsTotal() > 0;
                if (emptiness.isOver(came, host.busy() || gateway.connections() > 0, now())) {
                    ended.complete(null);
                    return;
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            ended.completeExceptionally(e);
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
