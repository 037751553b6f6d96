package tutti.server.room;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where whole documents are parsed, folded and written, each up to a second of a processor: on a few platform threads,
 * with which the system shares its processors. On virtual threads they would keep the carriers from requests and
 * errands. Rooms have theirs, so that nothing that is asked over HTTP stands before a room that wakes. Any thread may
 * ask, but for a turn: whoever asks waits.
 *
 * @param rooms takes whatever comes
 * @param guests refuses what it has no place for
 */
record Scribes(Executor rooms, Executor guests) {
    /** Threads of their own, and where to let go of them. */
    static Scribes start() {
        return new Scribes(
                pool("room-scribe-", new LinkedBlockingQueue<>()),
                pool("http-scribe-", new ArrayBlockingQueue<>(Limits.SCRIBES_WAITING)));
    }

    private static ThreadPoolExecutor pool(String name, BlockingQueue<Runnable> waiting) {
        return new ThreadPoolExecutor(
                Limits.SCRIBES,
                Limits.SCRIBES,
                0,
                TimeUnit.SECONDS,
                waiting,
                Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    /** Done for a room, in its turn; whatever the work throws is thrown here. Blocks. */
    <T> T forRoom(Supplier<T> work) {
        return done(CompletableFuture.supplyAsync(work, rooms));
    }

    /** Done for HTTP; nothing if too much waits already. Whatever the work throws is thrown here. Blocks. */
    <T> Optional<T> forGuest(Supplier<T> work) {
        CompletableFuture<T> done;
        try {
            done = CompletableFuture.supplyAsync(work, guests);
        } catch (RejectedExecutionException busy) {
            return Optional.empty();
        }
        return Optional.of(done(done));
    }

    private static <T> T done(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw failed;
            }
        }
    }

    /** Takes nothing more; what is under way ends by itself. */
    void close() {
        for (Executor executor : new Executor[] {rooms, guests}) {
            if (executor instanceof ThreadPoolExecutor pool) {
                pool.shutdown();
            }
        }
    }
}
