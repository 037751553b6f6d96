package tutti.server.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The writes that wait for the writer, in order. Any thread offers; the writer alone takes. Once it is shut nothing is
 * ever left in it unanswered: an offer either stands before the shutting, or is refused.
 */
final class Intake {
    /** What became of an offer. */
    enum Offer {
        TAKEN,
        FULL,
        SHUT
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Queue<Write> waiting = new ArrayDeque<>();
    private boolean shut;

    Offer offer(Write write) {
        lock.lock();
        try {
            if (shut || waiting.size() >= Limits.WAITING) {
                return shut ? Offer.SHUT : Offer.FULL;
            }
            waiting.add(write);
            something.signal();
            return Offer.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for writes and takes all that one transaction may hold. Empty means: shut, and all was taken. */
    List<Write> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !shut) {
                something.awaitUninterruptibly();
            }
            return group();
        } finally {
            lock.unlock();
        }
    }

    private List<Write> group() {
        List<Write> group = new ArrayList<>();
        long bytes = 0;
        for (Write next = waiting.peek(); next != null; next = waiting.peek()) {
            if (group.size() >= Limits.GROUP || (bytes > 0 && bytes + next.bytes() > Limits.GROUP_BYTES)) {
                return group;
            }
            bytes += next.bytes();
            group.add(waiting.remove());
        }
        return group;
    }

    /** Takes no further offer. What waits can still be taken. */
    void shut() {
        lock.lock();
        try {
            shut = true;
            something.signal();
        } finally {
            lock.unlock();
        }
    }
}
