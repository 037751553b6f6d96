package tutti.server.room;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the rooms. Turns, which do not block, have a few platform threads of their own: a virtual thread that
 * works does not give way, so what is asked over HTTP could hold every room up. Errands may block: a virtual thread
 * each. The {@link Scribes} work on whole documents. One thread only puts letters into mailboxes when their time has
 * come.
 */
final class Engine implements Timers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int LEAST_TURNS = 2;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("room-timers").daemon().factory());
    private final ExecutorService turns = turnThreads();
    private final ExecutorService errands = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("room-errand-", 0).factory());
    private final Scribes scribes = Scribes.start();

    private Engine() {
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    static Engine start() {
        return new Engine();
    }

    /** A letter that comes after the end, such as the store's last answer, concerns nobody. */
    private static ExecutorService turnThreads() {
        int threads = Math.max(LEAST_TURNS, Runtime.getRuntime().availableProcessors());
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("room-turn-", 0).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void after(long micros, Runnable what) {
        var _ = clock.schedule(() -> rooted(what), micros, TimeUnit.MICROSECONDS);
    }

    /** The root of every thread here: what is thrown ends neither a thread nor what comes after it, and is said. */
    private static void rooted(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("something failed that nobody waits for", bug);
        }
    }

    Executor turns() {
        return what -> turns.execute(() -> rooted(what));
    }

    Executor errands() {
        return what -> errands.execute(() -> rooted(what));
    }

    Scribes scribes() {
        return scribes;
    }

    /** Takes nothing more; what runs ends by itself. */
    @Override
    public void close() {
        clock.shutdownNow();
        errands.shutdown();
        turns.shutdown();
        scribes.close();
    }
}
