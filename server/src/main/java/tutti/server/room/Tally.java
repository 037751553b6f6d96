package tutti.server.room;

import java.util.concurrent.atomic.LongAdder;

/** What the rooms have done since the start. Any thread; the numbers only rise. */
public final class Tally {
    private final LongAdder edits = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder kvWrites = new LongAdder();
    private final LongAdder kvFailures = new LongAdder();
    private final LongAdder adoptions = new LongAdder();
    private final LongAdder pauses = new LongAdder();
    private final LongAdder failures = new LongAdder();

    void edits(int n) {
        edits.add(n);
    }

    void refused(int n) {
        refused.add(n);
    }

    void batch() {
        batches.increment();
    }

    void kvWrite() {
        kvWrites.increment();
    }

    void kvFailure() {
        kvFailures.increment();
    }

    void adoption() {
        adoptions.increment();
    }

    void pause() {
        pauses.increment();
    }

    void failure() {
        failures.increment();
    }

    /** Edits that were answered: applied or refused. */
    public long editsTotal() {
        return edits.sum();
    }

    /** Edits that were refused, or skipped something. */
    public long refusedTotal() {
        return refused.sum();
    }

    /** Batches that rooms handed to the journal. */
    public long batchesTotal() {
        return batches.sum();
    }

    /** KV files that were written. */
    public long kvWritesTotal() {
        return kvWrites.sum();
    }

    /** KV writes that failed and are owed still. */
    public long kvFailuresTotal() {
        return kvFailures.sum();
    }

    /** Sessions that were not in the store and were taken from the KV: legacy records adopted. */
    public long kvFallbacksTotal() {
        return adoptions.sum();
    }

    /** Times that a room was paused because of its store. */
    public long pausesTotal() {
        return pauses.sum();
    }

    /** Rooms that failed by a bug or by damage. */
    public long failuresTotal() {
        return failures.sum();
    }
}
