package tutti.server.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds a read's answer back until all that it may have seen is synced: H2 shows a commit to readers before the sync.
 * The writer never waits for a reader.
 */
final class SyncGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long begun;
    private long synced;
    private boolean dead;

    /** Writer: from now on readers may see something that is not synced. */
    void begin() {
        lock.lock();
        try {
            begun++;
        } finally {
            lock.unlock();
        }
    }

    /** Writer: all that was begun is synced. */
    void synced() {
        lock.lock();
        try {
            synced = begun;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writer: it never will be. */
    void die() {
        lock.lock();
        try {
            dead = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reader, after reading: waits until what it may have seen is synced. False if that is not to be. */
    boolean pass() {
        lock.lock();
        try {
            long seen = begun;
            while (synced < seen && !dead) {
                moved.awaitUninterruptibly();
            }
            return synced >= seen;
        } finally {
            lock.unlock();
        }
    }
}
