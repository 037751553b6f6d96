package tutti.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The connections through which one store file is read. Safe on any thread. */
final class ReaderPool {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition back = lock.newCondition();
    private final Deque<ReadTables> idle = new ArrayDeque<>();
    private int lent;
    private boolean retired;

    private ReaderPool() {}

    static ReaderPool open(H2Mode mode, Path store) throws SQLException {
        ReaderPool pool = new ReaderPool();
        try {
            for (int i = 0; i < Limits.READERS; i++) {
                pool.idle.add(ReadTables.on(mode.connect(store)));
            }
            return pool;
        } catch (SQLException failed) {
            pool.close();
            throw failed;
        }
    }

    /** One to read with; none if this file is not the store any more. There are as many as threads that read. */
    Optional<ReadTables> lend() {
        lock.lock();
        try {
            if (retired) {
                return Optional.empty();
            }
            lent++;
            return Optional.of(idle.remove());
        } finally {
            lock.unlock();
        }
    }

    /** Ends what was read with it, and takes it back. */
    void giveBack(ReadTables tables) throws SQLException {
        try {
            tables.done();
        } finally {
            lock.lock();
            try {
                idle.add(tables);
                lent--;
                back.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Lends no more, and waits for what was lent.
     *
     * @return whether all came back in that time
     */
    boolean retire(int seconds) {
        lock.lock();
        try {
            retired = true;
            return Uninterrupted.await(() -> allBack(TimeUnit.SECONDS.toNanos(seconds)));
        } finally {
            lock.unlock();
        }
    }

    private boolean allBack(long nanos) throws InterruptedException {
        long left = nanos;
        while (lent > 0 && left > 0) {
            left = back.awaitNanos(left);
        }
        return lent == 0;
    }

    /** Closes all that are not lent. */
    void close() throws SQLException {
        lock.lock();
        try {
            retired = true;
            for (ReadTables each : idle) {
                each.close();
            }
            idle.clear();
        } finally {
            lock.unlock();
        }
    }
}
