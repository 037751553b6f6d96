package tutti.server.room;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What HTTP asked of a room. */
final class Asked {
    private Asked() {}

    /** Blocks until the room has answered; nothing if it did not in time, so that nobody knows what came of it. */
    static <T> Optional<T> heard(CompletableFuture<T> reply) {
        try {
            return Optional.of(reply.get(tutti.server.http.Limits.ANSWER_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("rooms only ever answer", impossible);
        }
    }
}
