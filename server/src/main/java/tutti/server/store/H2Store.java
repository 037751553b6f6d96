package tutti.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One opened store and its writer. It lives until it is closed or until its first error on the write path; nothing of
 * it is used again after that.
 */
final class H2Store {
    private static final String BUSY = "the store has more writes waiting than it takes";

    private final StoreFolder folder;
    private final Ground ground;
    private final SyncGate gate;
    private final StoreMetrics metrics;
    private final LongSupplier nanos;
    private final Readers readers;
    private final Thread writer;
    private final Intake intake = new Intake();
    private final Copyist copyist = new Copyist();
    /** The size of the file at which to see how much of it is of use; none while that is being seen. */
    private final AtomicLong look;
    /** Bytes that the last rewriting came to; less cannot be had, whatever is counted as live. Copyist's thread. */
    private long floor;

    private H2Store(
            StoreFolder folder,
            Ground ground,
            Opened opened,
            SyncGate gate,
            StoreMetrics metrics,
            LongSupplier nanos,
            Consumer<Lost> failed)
            throws IOException {
        this.folder = folder;
        this.ground = ground;
        this.gate = gate;
        this.metrics = metrics;
        this.nanos = nanos;
        this.readers = opened.readers();
        this.look = new AtomicLong(ground.growth().least());
        Writer work = new Writer(opened, intake, gate, metrics, nanos, this::grown, lost -> {
            copyist.stop();
            failed.accept(lost);
        });
        this.writer = Thread.ofPlatform().daemon().name("tutti-store-writer").unstarted(work);
    }

    /**
     * Opens the store and starts its writer.
     *
     * @param failed is told once, on the writer thread, if the store was lost and dropped
     */
    static H2Store open(
            StoreFolder folder, Ground ground, StoreMetrics metrics, LongSupplier nanos, Consumer<Lost> failed)
            throws IOException {
        SyncGate gate = new SyncGate();
        Opened opened = Opened.open(folder, ground.mode(), gate);
        H2Store store = new H2Store(folder, ground, opened, gate, metrics, nanos, failed);
        store.writer.start();
        return store;
    }

    /** {@link Upkeep#rewrite}. */
    Copied rewrite(Progress progress) throws IOException {
        return copyist.run(unwanted -> rewrite(progress, unwanted));
    }

    private Copied rewrite(Progress progress, BooleanSupplier unwanted) throws IOException {
        Copied copied = new Rewriting(folder, ground.mode(), readers, nanos).run(intake, progress, unwanted);
        metrics.copied(copied);
        return copied;
    }

    /** {@link Upkeep#backUp}. */
    Copied backUp(Path to, Progress progress) throws IOException {
        return copyist.run(unwanted ->
                new Backup(ground.mode(), folder.storeId(), gate).run(folder.store(), to, progress, unwanted));
    }

    /** On the writer thread, now and then. */
    private void grown(long bytes) {
        long due = look.get();
        if (bytes > due && look.compareAndSet(due, Long.MAX_VALUE)) {
            boolean taken = copyist.runSometime(unwanted -> tidy(bytes, unwanted));
            if (!taken) {
                look.set(due);
            }
        }
    }

    private Copied tidy(long bytes, BooleanSupplier unwanted) throws IOException {
        long next = 2 * bytes; // if it cannot be done now
        try {
            long live = Math.max(floor, readers.read(tables -> tables.liveSize()));
            next = ground.growth().next(bytes, live);
            if (!ground.growth().due(bytes, live)) {
                return new Copied.Cancelled();
            }
            Copied copied = rewrite(Progress.SILENT, unwanted);
            next = 2 * bytes;
            if (copied instanceof Copied.Done done) {
                floor = done.bytesAfter();
                next = ground.growth().next(floor, floor);
            }
            return copied;
        } finally {
            look.set(next);
        }
    }

    /** Hands a write over. Never blocks. */
    void offer(Write write) {
        switch (intake.offer(write)) {
            case TAKEN -> {}
            case FULL -> write.rejected(BUSY);
            case SHUT -> write.unknown("the store is closed");
        }
    }

    /** Reads; blocks. */
    <T> T read(Readers.Reading<T> reading) throws StoreDamaged, StoreDown {
        return readers.read(reading);
    }

    /**
     * Answers what waits, then closes. Blocks until that is done; the writer is never interrupted.
     *
     * @return false if it is not done after so many seconds
     */
    boolean close(int seconds) throws InterruptedException {
        copyist.stop();
        intake.shut();
        return copyist.awaitEnd(seconds) && writer.join(Duration.ofSeconds(seconds));
    }
}
