package tutti.server.store;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One opened store and its writer. It lives until it is closed or until its first error on the write path; nothing of
 * it is used again after that.
 */
final class H2Store {
    private static final String BUSY = "the store has more writes waiting than it takes";

    private final Opened opened;
    private final Intake intake = new Intake();
    private final Thread writer;

    private H2Store(Opened opened, SyncGate gate, StoreMetrics metrics, LongSupplier nanos, Consumer<String> failed) {
        this.opened = opened;
        this.writer = Thread.ofPlatform()
                .daemon()
                .name("tutti-store-writer")
                .unstarted(new Writer(opened, intake, gate, metrics, nanos, failed));
    }

    /**
     * Opens the store and starts its writer.
     *
     * @param failed is told once, on the writer thread, if the store was lost and dropped
     */
    static H2Store open(
            StoreFolder folder, H2Mode mode, StoreMetrics metrics, LongSupplier nanos, Consumer<String> failed)
            throws IOException {
        SyncGate gate = new SyncGate();
        H2Store store = new H2Store(Opened.open(folder, mode, gate), gate, metrics, nanos, failed);
        store.writer.start();
        return store;
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
        return opened.readers().read(reading);
    }

    /**
     * Answers what waits, then closes. Blocks until that is done; the writer is never interrupted.
     *
     * @return false if it is not done after so many seconds
     */
    boolean close(int seconds) throws InterruptedException {
        intake.shut();
        return writer.join(Duration.ofSeconds(seconds));
    }
}
