package tutti.server.room;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.kv.Debt;
import tutti.server.kv.JournalHistory;
import tutti.server.kv.Paid;
import tutti.server.kv.Stamp;
import tutti.server.kv.Stillness;
import tutti.server.store.Bytes;

/**
 * Sees to it that a visit that changed something is written to the KV once, after it ended. Remembers only what is
 * under
 * way and until when to wait; what is owed follows from the head and the folder. For the room's turn alone.
 */
final class Clerk {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private final SessionId id;
    private final Means means;
    private final Semaphore writers;
    private boolean paying;
    private boolean noting;
    private long noteDue = -1;
    private long retryAt;
    private long quietUntil;
    private long returnUntil;

    Clerk(SessionId id, Means means, Semaphore writers) {
        this.id = id;
        this.means = means;
        this.writers = writers;
    }

    /** An edit over HTTP came: a visit, if nobody is in. */
    void posted(long now) {
        quietUntil = now + Limits.QUIET_MICROS;
    }

    /** After a start: until then whoever was in may return. */
    void awaitReturns(long until) {
        returnUntil = until;
    }

    /** Something to wait for that is no member: a quiet time, or returns after a start. */
    boolean expecting(long now) {
        return now < quietUntil || now < returnUntil;
    }

    /** The next time at which waiting may end, {@link Long#MAX_VALUE} if there is none. */
    long next(long now, boolean owed) {
        long next = Long.MAX_VALUE;
        for (long at : new long[] {quietUntil, returnUntil, owed ? retryAt : 0}) {
            next = at > now ? Math.min(next, at) : next;
        }
        return next;
    }

    /** Whether a KV write or its note is under way. */
    boolean writing() {
        return paying || noting || noteDue >= 0;
    }

    /** Whether a note is in flight: the head must not be moved otherwise. */
    boolean noting() {
        return noting;
    }

    boolean owes(Live live) {
        return debt(live).owed();
    }

    private static Debt debt(Live live) {
        return new Debt(live.room().seq(), live.kvSeq(), live.hasFile());
    }

    /** Pays if it is time to. */
    void settle(Live live, Stillness still, long now, long life, Mailbox mailbox) {
        if (now < retryAt || !debt(live).due(still)) {
            return;
        }
        paying = true;
        Reading reading = live.reading();
        means.errands().execute(() -> mailbox.offer(pay(reading, life)));
    }

    /** The root of an errand: whatever happens becomes a letter. Blocks on the disk. */
    private Letter pay(Reading reading, long life) {
        writers.acquireUninterruptibly();
        try {
            Stamp stamp = new Stamp(
                    Papers.mark(reading.seq(), reading.chain()), means.journal().storeId());
            Bytes text = means.scribes().forRoom(() -> Bytes.utf8(Papers.document(id, stamp.storeId(), reading)));
            report(means.files().pay(id, stamp, text, new JournalHistory(means.journal(), id)));
            return new Letter.Filed(life, reading.seq());
        } catch (IOException | RuntimeException | Error failed) {
            LOG.error("the KV file of {} was not written; it is owed still", id.text(), failed);
            means.tally().kvFailure();
            return new Letter.NotFiled(life, String.valueOf(failed.getMessage()));
        } finally {
            writers.release();
        }
    }

    private void report(Paid paid) {
        switch (paid) {
            case Paid.Written written -> {
                means.tally().kvWrite();
                written.putAside().ifPresent(aside -> LOG.error("a KV file of {} was not ours: {}", id.text(), aside));
            }
            case Paid.There _ -> LOG.info("the KV file of {} was there already", id.text());
        }
    }

    void filed(long seq) {
        paying = false;
        noteDue = seq;
    }

    /** The file was written from a state that is gone: what is owed is found out anew. */
    void filedForNothing() {
        paying = false;
    }

    void notFiled(long now) {
        paying = false;
        retryAt = now + Limits.KV_RETRY_MICROS;
    }

    /** Whether the last try failed and the next one is not due yet. */
    boolean failing(long now) {
        return now < retryAt;
    }

    /** A try that failed is repeated at once. */
    void retryNow() {
        retryAt = 0;
    }

    /** Notes a file that was written, as soon as no batch is in flight. */
    void note(Live live, long life, Mailbox mailbox) {
        if (noteDue >= 0 && !noting && !live.busy()) {
            noting = true;
            means.journal()
                    .noteKv(id, live.version(), noteDue, outcome -> mailbox.offer(new Letter.Told(life, outcome)));
        }
    }

    void noted(Live live, long version) {
        live.noted(noteDue, version);
        forget();
    }

    /** The state went: no note of it is waited for. */
    void forget() {
        noting = false;
        noteDue = -1;
    }
}
