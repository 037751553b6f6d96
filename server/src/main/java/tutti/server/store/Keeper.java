package tutti.server.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store open: when one fails, which has then dropped itself, everyone is told, and it is opened again, first
 * soon and then ever later. Until then it is read on, if it can be read. Safe on any thread.
 */
final class Keeper {
    /** Where stores come from. */
    interface Source {
        /** Opens the store; the given consumer is told if that store object is lost later on. */
        H2Store open(Consumer<Lost> lost) throws IOException;

        /** Opens for reading alone what a lost store had told. */
        ReadStore read(Told told) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int CLOSE_SECONDS = 30;

    /** Either a store, or why there is none, and perhaps what is read meanwhile. */
    private record State(@Nullable H2Store store, @Nullable ReadStore read, String reason) {}

    private final Source source;
    private final StoreWatch watch;
    private final StoreMetrics metrics;
    private final ScheduledThreadPoolExecutor thread;
    private volatile State state = new State(null, null, "the store is not open yet");
    /** Touched only by whoever opens or loses the store, which take turns. */
    private Backoff backoff = Backoff.FIRST;

    private long commitsWhenOpened;

    private Keeper(Source source, StoreWatch watch, StoreMetrics metrics) {
        this.source = source;
        this.watch = watch;
        this.metrics = metrics;
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("tutti-store-keeper").factory());
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Opens the store for the first time; if that fails there is no keeper. */
    static Keeper start(Source source, StoreWatch watch, StoreMetrics metrics) throws IOException {
        Keeper keeper = new Keeper(source, watch, metrics);
        try {
            keeper.open();
            return keeper;
        } catch (IOException | RuntimeException failed) {
            keeper.thread.shutdown();
            throw failed;
        }
    }

    private void open() throws IOException {
        commitsWhenOpened = metrics.commits();
        H2Store opened = source.open(this::lost);
        ReadStore before = state.read();
        state = new State(opened, null, "");
        close(before);
    }

    /** On the writer thread of the store that was lost, as its last act. */
    private void lost(Lost lost) {
        state = new State(null, null, lost.reason());
        backoff = metrics.commits() > commitsWhenOpened ? Backoff.FIRST : backoff.next();
        tell(() -> watch.lost(lost.reason()));
        thread.execute(() -> readOn(lost.told()));
        later(lost.told());
    }

    private void later(Told told) {
        ScheduledFuture<?> _ = thread.schedule(() -> again(told), backoff.millis(), TimeUnit.MILLISECONDS);
    }

    private void readOn(Told told) {
        try {
            state = new State(null, source.read(told), state.reason());
            LOG.info("the store cannot be written now; it is read on");
        } catch (Throwable failed) {
            LOG.error("the store cannot be read now; trying later: {}", failed.toString());
            metrics.failed();
        }
    }

    private void again(Told told) {
        try {
            open();
        } catch (Throwable failed) {
            LOG.error("the store cannot be opened again; trying later: {}", failed.toString());
            metrics.failed();
            stay(failed, told);
            backoff = backoff.next();
            later(told);
            return;
        }
        LOG.info("the store is well again");
        tell(watch::well);
    }

    /** What is damaged is not read on. */
    private void stay(Throwable failed, Told told) {
        ReadStore before = state.read();
        boolean damaged = failed instanceof StoreDamaged;
        state = new State(null, damaged ? null : before, reason(failed));
        if (damaged) {
            close(before);
        } else if (before == null) {
            readOn(told);
        }
    }

    private static void close(@Nullable ReadStore read) {
        try {
            if (read != null) {
                read.close();
            }
        } catch (SQLException failed) {
            LOG.warn("a store that was read did not close in order", failed);
        }
    }

    private static String reason(Throwable failed) {
        return failed instanceof StoreDamaged damaged
                ? damaged.damage().toString()
                : "the store cannot be opened again yet";
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException bug) {
            metrics.failed();
            LOG.error("a watcher of the store threw", bug);
        }
    }

    /** Hands a write to the store, or says at once that nothing is known of it. */
    void offer(Write write) {
        State now = state;
        if (now.store() == null) {
            write.unknown(now.reason());
        } else {
            now.store().offer(write);
        }
    }

    <T> T read(Readers.Reading<T> reading) throws StoreDamaged, StoreDown {
        State now = state;
        ReadStore read = now.read();
        if (read == null) {
            return store(now).read(reading);
        }
        try {
            return read.read(reading);
        } catch (StoreDown ended) {
            return store(state).read(reading); // it may be well again since
        }
    }

    /** The store that takes writes now. */
    H2Store store() throws StoreDown {
        return store(state);
    }

    private static H2Store store(State of) throws StoreDown {
        if (of.store() == null) {
            throw new StoreDown(of.reason());
        }
        return of.store();
    }

    /** Why there is no store just now, if there is none. */
    Optional<String> whyDown() {
        State now = state;
        return now.store() == null ? Optional.of(now.reason()) : Optional.empty();
    }

    /** Closes what is open, and opens nothing again. Blocks. */
    void close() throws IOException {
        thread.shutdown();
        boolean closed = Uninterrupted.await(() -> thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS));
        State last = state;
        H2Store store = last.store();
        state = new State(null, null, "the store is closed");
        close(last.read());
        if (!closed || (store != null && !Uninterrupted.await(() -> store.close(CLOSE_SECONDS)))) {
            throw new IOException(
                    "the store did not close within " + CLOSE_SECONDS + " s; it is left to the next start");
        }
    }
}
