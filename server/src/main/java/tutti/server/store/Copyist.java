package tutti.server.store;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread on which a store is copied, one copying after the other. Nobody interrupts it. Safe on any thread. */
final class Copyist {
    /** One copying. */
    interface Job {
        /** @param unwanted whether it shall end */
        Copied run(BooleanSupplier unwanted) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Copyist.class);
    private static final int WAITING = 8;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("tutti-store-copyist").factory());
    private volatile boolean stopped;

    /** Copies, and waits for the end of it. An interrupt of the caller ends the copying. */
    Copied run(Job job) throws IOException {
        AtomicBoolean left = new AtomicBoolean();
        FutureTask<Copied> task = new FutureTask<>(() -> job.run(() -> stopped || left.get()));
        hand(task);
        try {
            return task.get();
        } catch (InterruptedException stop) {
            left.set(true);
            Thread.currentThread().interrupt();
            return new Copied.Cancelled();
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        }
    }

    private void hand(Runnable task) throws StoreDown {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closedOrFull) {
            throw new StoreDown("the store is closed, or too many copies of it wait", closedOrFull);
        }
    }

    /** What the copying thread threw, thrown again here. */
    private static IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new StoreDown("the copying failed");
            case StoreDamaged damaged ->
                new StoreDamaged(damaged.damage().where(), damaged.damage().what());
            case StoreDown down -> new StoreDown(down.reason(), down);
            case Throwable other -> new StoreDown("the copying failed: " + other, other);
        };
    }

    /** Copies when there is time, for nobody in particular; false if too much waits already. Never blocks. */
    boolean runSometime(Job job) {
        try {
            hand(() -> alone(job));
            return true;
        } catch (StoreDown closedOrFull) {
            LOG.info("nothing is copied now: {}", closedOrFull.reason());
            return false;
        }
    }

    private void alone(Job job) {
        try {
            LOG.info("the store was copied: {}", job.run(() -> stopped));
        } catch (IOException | RuntimeException failed) {
            LOG.error("the store could not be copied, and stays as it is", failed);
        }
    }

    /** Ends what is under way soon, and takes nothing more. */
    void stop() {
        stopped = true;
        thread.shutdown();
    }

    /** Waits for the end of it, after {@link #stop}; false if it did not come in that time. */
    boolean awaitEnd(int seconds) throws InterruptedException {
        return thread.awaitTermination(seconds, TimeUnit.SECONDS);
    }
}
