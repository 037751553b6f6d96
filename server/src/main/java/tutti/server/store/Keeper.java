package tutti.server.store;

import java.io.IOException;
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
 * soon and then ever later. Safe on any thread.
 */
final class Keeper {
    /** Opens the store; the given consumer is told if that store object is lost later on. */
    interface Opener {
        H2Store open(Consumer<String> lost) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int CLOSE_SECONDS = 30;

    /** Either a store, or why there is none. */
    private record State(@Nullable H2Store store, String reason) {}

    private final Opener opener;
    private final StoreWatch watch;
    private final StoreMetrics metrics;
    private final ScheduledThreadPoolExecutor thread;
    private volatile State state = new State(null, "the store is not open yet");
    /** Touched only by whoever opens or loses the store, which take turns. */
    private Backoff backoff = Backoff.FIRST;

    private long commitsWhenOpened;

    private Keeper(Opener opener, StoreWatch watch, StoreMetrics metrics) {
        this.opener = opener;
        this.watch = watch;
        this.metrics = metrics;
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("tutti-store-keeper").factory());
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Opens the store for the first time; if that fails there is no keeper. */
    static Keeper start(Opener opener, StoreWatch watch, StoreMetrics metrics) throws IOException {
        Keeper keeper = new Keeper(opener, watch, metrics);
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
        state = new State(opener.open(this::lost), "");
    }

    /** On the writer thread of the store that was lost, as its last act. */
    private void lost(String reason) {
        state = new State(null, reason);
        backoff = metrics.commits() > commitsWhenOpened ? Backoff.FIRST : backoff.next();
        tell(() -> watch.lost(reason));
        later();
    }

    private void later() {
        ScheduledFuture<?> _ = thread.schedule(this::again, backoff.millis(), TimeUnit.MILLISECONDS);
    }

    private void again() {
        try {
            open();
        } catch (Throwable failed) {
            LOG.error("the store cannot be opened again; trying later: {}", failed.toString());
            metrics.failed();
            state = new State(null, reason(failed));
            backoff = backoff.next();
            later();
            return;
        }
        LOG.info("the store is well again");
        tell(watch::well);
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
        return store().read(reading);
    }

    /** The store that is open now. */
    H2Store store() throws StoreDown {
        State now = state;
        if (now.store() == null) {
            throw new StoreDown(now.reason());
        }
        return now.store();
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
        H2Store store = state.store();
        state = new State(null, "the store is closed");
        if (!closed || (store != null && !Uninterrupted.await(() -> store.close(CLOSE_SECONDS)))) {
            throw new IOException(
                    "the store did not close within " + CLOSE_SECONDS + " s; it is left to the next start");
        }
    }
}
