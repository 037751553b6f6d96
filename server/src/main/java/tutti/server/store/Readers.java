package tutti.server.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

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

    private final ThreadPoolExecutor threads;
    private final SyncGate gate;
    private volatile ReaderPool pool;

    private Readers(ReaderPool pool, SyncGate gate) {
        this.pool = pool;
        this.gate = gate;
        this.threads = new ThreadPoolExecutor(
                Limits.READERS,
                Limits.READERS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(Limits.WAITING_READS),
                Thread.ofPlatform().daemon().name("tutti-store-reader-", 1).factory());
    }

    static Readers open(H2Mode mode, Path store, SyncGate gate) throws SQLException {
        return new Readers(ReaderPool.open(mode, store), gate);
    }

    /** Reads go to another file from now on; those that run end where they began. The pool that they had. */
    ReaderPool moveTo(ReaderPool next) {
        ReaderPool old = pool;
        pool = next;
        return old;
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
            if (failed.getCause() instanceof SQLException told && speaksOfDamage(told)) {
                throw new StoreDamaged("the store", "H2 says: " + told.getMessage());
            }
            throw new StoreDown("a read failed: " + failed.getCause(), failed);
        }
    }

    /** Whether the disk failed. A file that ends too early is none of its failures. */
    static boolean isOfDisk(SQLException told) {
        return Stream.<Throwable>iterate(told, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException && !(cause instanceof EOFException));
    }

    /**
     * A page or a value that cannot be one is damage and stays, and so is a table that is not there: no statement is
     * wrong by itself. A disk that fails may come back.
     */
    private static boolean speaksOfDamage(SQLException told) {
        return !isOfDisk(told)
                && (told.getErrorCode() == ErrorCode.FILE_CORRUPTED_1
                        || told.getErrorCode() == ErrorCode.GENERAL_ERROR_1
                        || told instanceof SQLDataException
                        || told instanceof SQLSyntaxErrorException);
    }

    private <T> T onThread(Reading<T> reading) throws StoreDown, SQLException, StoreDamaged {
        for (ReaderPool mine = pool; ; mine = pool) {
            Optional<ReadTables> lent = mine.lend();
            if (lent.isPresent()) {
                return read(reading, lent.get(), mine);
            }
            if (mine == pool) {
                throw new StoreDown("the store is closed");
            }
        }
    }

    private static <T> T read(Reading<T> reading, ReadTables tables, ReaderPool pool)
            throws SQLException, StoreDamaged {
        try {
            return reading.read(tables);
        } catch (IllegalArgumentException illegal) {
            throw new StoreDamaged("the store", "a value in it is not legal: " + illegal.getMessage());
        } finally {
            pool.giveBack(tables);
        }
    }

    /** Lets reads that run end, and closes the connections. */
    @Override
    public void close() throws SQLException {
        stop();
        pool.close();
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
