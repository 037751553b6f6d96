package tutti.server.api;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the heap near what lives in it, on a thread of its own; for the serial collector, others do so themselves. */
final class HeapWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);
    /** The serial collector's name for where old objects are. */
    private static final String OLD = "Tenured Gen";

    private final CountDownLatch closing = new CountDownLatch(1);

    private HeapWatch() {}

    static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        pool().ifPresent(old ->
                Thread.ofPlatform().name("tutti-heap-watch").daemon().start(() -> watch.look(old)));
        return watch;
    }

    private static Optional<MemoryPoolMXBean> pool() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(OLD))
                .findFirst();
    }

    /** The root of the thread. */
    private void look(MemoryPoolMXBean old) {
        try {
            HeapBound bound = new HeapBound(now());
            while (!closing.await(Limits.LOOK_HEAP_MILLIS, TimeUnit.MILLISECONDS)) {
                long lived = old.getCollectionUsage().getUsed();
                if (bound.isOver(old.getUsage().getUsed(), lived, now())) {
                    System.gc();
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            LOG.error("nobody looks after the heap any more", e);
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
