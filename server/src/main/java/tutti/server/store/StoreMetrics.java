package tutti.server.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Plain counters of the store. Read on any thread; written by the store's threads. */
public final class StoreMetrics {
    private final LongAdder commits = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder actsDropped = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder syncNanos = new LongAdder();
    private final LongAccumulator longestSync = new LongAccumulator(Math::max, 0);
    private final LongAccumulator largestGroup = new LongAccumulator(Math::max, 0);
    private final LongAdder rewritings = new LongAdder();
    private final LongAccumulator longestPause = new LongAccumulator(Math::max, 0);
    private final AtomicLong fileBytes = new AtomicLong();

    void committed(int groupWrites, long groupRows, long groupBytes, long nanos) {
        commits.increment();
        writes.add(groupWrites);
        rows.add(groupRows);
        bytes.add(groupBytes);
        syncNanos.add(nanos);
        longestSync.accumulate(nanos);
        largestGroup.accumulate(groupWrites);
    }

    void failed() {
        failures.increment();
    }

    void copied(Copied copied) {
        if (copied instanceof Copied.Done done) {
            rewritings.increment();
            longestPause.accumulate(done.pauseNanos());
            fileIs(done.bytesAfter());
        }
    }

    void actDropped() {
        actsDropped.increment();
    }

    void fileIs(long size) {
        fileBytes.set(size);
    }

    /** Transactions that were synced. */
    public long commits() {
        return commits.sum();
    }

    /** Writes (batches, creates, notes, burials) in those transactions; by {@link #commits} it is the mean group. */
    public long writes() {
        return writes.sum();
    }

    /** Rows in those transactions. */
    public long rows() {
        return rows.sum();
    }

    /** Canonical bytes in those transactions: rows, parts, verdicts. */
    public long bytes() {
        return bytes.sum();
    }

    /** Acts that were not noted, because too many waited or the store was away. */
    public long actsDropped() {
        return actsDropped.sum();
    }

    /** Errors on the write path, failed opens, and callbacks that threw. */
    public long failures() {
        return failures.sum();
    }

    /** Nanoseconds spent in commit and sync, in all. */
    public long syncNanos() {
        return syncNanos.sum();
    }

    /** The longest commit and sync, in nanoseconds. */
    public long longestSync() {
        return longestSync.get();
    }

    /** The most writes in one transaction. */
    public long largestGroup() {
        return largestGroup.get();
    }

    /** How often the store was rewritten into a new file. */
    public long rewritings() {
        return rewritings.sum();
    }

    /** The longest time for which a rewriting kept edits waiting, in nanoseconds. */
    public long longestPause() {
        return longestPause.get();
    }

    /** Size of the store's file at its last commit, in bytes. */
    public long fileBytes() {
        return fileBytes.get();
    }
}
