package tutti.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads on threads of its own, each with a connection, so that no interrupt of a caller ever reaches the store's file.
 * Safe on any thread.
 */
final class Readers implements AutoCloseable {
    /** A read of one state of the store. */
    interface Reading<T> {
        T read(ReadTables tables) throws SQLException, StoreDamaged;
    }

    private static final int CLOSE_SECONDS = 10;

    private final List<ReadTables> tables;
    private final BlockingQueue<ReadTables> idle;
    private final ThreadPoolExecutor threads;
    private final SyncGate gate;

    private Readers(List<ReadTables> tables, SyncGate gate) {
        this.tables = tables;
        this.idle = new ArrayBlockingQueue<>(tables.size(), false, tables);
        this.gate = gate;
        this.threads = new ThreadPoolExecutor(
                tables.size(),
                tables.size(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(Limits.WAITING_READS),
                Thread.ofPlatform().daemon().name("tutti-store-reader-", 1).factory());
    }

    static Readers open(H2Mode mode, Path store, SyncGate gate) throws SQLException {
        List<ReadTables> tables = new ArrayList<>();
        try {
            for (int i = 0; i < Limits.READERS; i++) {
                tables.add(ReadTables.on(mode.connect(store)));
            }
        } catch (SQLException failed) {
            for (ReadTables each : tables) {
                each.close();
            }
            throw failed;
        }
        return new Readers(tables, gate);
    }

    /**
     * Reads, and yields nothing that is not synced. Blocks.
     *
     * @throws StoreDamaged if the read found damage
     * @throws StoreDown if it could not be read now
     */
    <T> T read(Reading<T> reading) throws StoreDamaged, StoreDown {
        T found = await(submit(() -> onThread(reading)));
        if (!gate.pass()) {
            throw new StoreDown("the store failed while this was read");
        }
        return found;
    }

    private <T> Future<T> submit(Callable<T> reading) throws StoreDown {
        try {
            return threads.submit(reading);
        } catch (RejectedExecutionException closedOrFull) {
            throw new StoreDown("the store is closed, or too many reads wait", closedOrFull);
        }
    }

    private static <T> T await(Future<T> reading) throws StoreDamaged, StoreDown {
        try {
            return reading.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoreDown("the reader was interrupted", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StoreDamaged damaged) {
                throw new StoreDamaged(
                        damaged.damage().where(), damaged.damage().what());
            }
            throw new StoreDown("a read failed: " + failed.getCause(), failed);
        }
    }

    private <T> T onThread(Reading<T> reading) throws InterruptedException, SQLException, StoreDamaged {
        ReadTables mine = idle.take();
        try {
            return reading.read(mine);
        } catch (IllegalArgumentException illegal) {
            throw new StoreDamaged("the store", "a value in it is not legal: " + illegal.getMessage());
        } finally {
            giveBack(mine);
        }
    }

    private void giveBack(ReadTables mine) throws SQLException {
        try {
            mine.done();
        } finally {
            idle.add(mine);
        }
    }

    /** Lets reads that run end, and closes the connections. */
    @Override
    public void close() throws SQLException {
        stop();
        for (ReadTables each : tables) {
            each.close();
        }
    }

    /** Takes no further read and waits a while for those that run. */
    void stop() {
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
