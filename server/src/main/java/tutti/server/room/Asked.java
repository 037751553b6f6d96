package tutti.server.room;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What was asked of a room or of the store, by somebody who can wait. */
final class Asked {
    private Asked() {}

    /** Blocks until the answer is there; nothing if it did not in time, so that nobody knows what came of it. */
    static <T> Optional<T> heard(CompletableFuture<T> reply) {
        try {
            return Optional.of(reply.get(tutti.server.http.Limits.ANSWER_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("whoever is asked only ever answers", impossible);
        }
    }
}
