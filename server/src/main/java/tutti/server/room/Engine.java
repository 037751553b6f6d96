package tutti.server.room;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the rooms: a virtual one for each turn and each errand (a turn does not block; an errand may), and one
 * that only puts letters into mailboxes when their time has come.
 */
final class Engine implements Timers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("room-timers").daemon().factory());
    private final ExecutorService turns = named("room-turn-");
    private final ExecutorService errands = named("room-errand-");

    private Engine() {
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    static Engine start() {
        return new Engine();
    }

    private static ExecutorService named(String name) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name, 0).factory());
    }

    @Override
    public void after(long micros, Runnable what) {
        var _ = clock.schedule(() -> ring(what), micros, TimeUnit.MICROSECONDS);
    }

    /** The root of the timers' thread. */
    private static void ring(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException bug) {
            LOG.error("a timer failed", bug);
        }
    }

    Executor turns() {
        return turns;
    }

    Executor errands() {
        return errands;
    }

    /** Takes nothing more; what runs ends by itself. */
    @Override
    public void close() {
        clock.shutdownNow();
        errands.shutdown();
    }
}
