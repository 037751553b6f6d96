package tutti.server.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The writes that wait for the writer, in order, and at most one turn, which comes before them. Any thread offers; the
 * writer alone takes. Once it is shut nothing is ever left in it unanswered: an offer either stands before the
 * shutting, or is refused.
 */
final class Intake {
    /** What became of an offer. */
    enum Offer {
        TAKEN,
        FULL,
        SHUT
    }

    /** What the writer does next. */
    sealed interface Next {
        /** Writes for one transaction. */
        record Group(List<Write> writes) implements Next {}

        record Change(Turn turn) implements Next {}

        /** Nothing came in that time. */
        record Idle() implements Next {}

        /** It is shut, and all was taken. */
        record End() implements Next {}
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Queue<Write> waiting = new ArrayDeque<>();
    private @Nullable Turn turn;
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

    /** Asks for a turn of the writer; it is taken or refused later on, if not refused at once. */
    void offer(Turn asked) {
        if (!stands(asked)) {
            asked.refused();
        }
    }

    private boolean stands(Turn asked) {
        lock.lock();
        try {
            if (shut || turn != null) {
                return false;
            }
            turn = asked;
            something.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to do, as long as it takes. */
    Next next() {
        lock.lock();
        try {
            while (isIdle()) {
                something.awaitUninterruptibly();
            }
            return taken();
        } finally {
            lock.unlock();
        }
    }

    /** The same, but no longer than so many milliseconds. */
    Next next(long millis) {
        lock.lock();
        try {
            Uninterrupted.await(() -> {
                long left = TimeUnit.MILLISECONDS.toNanos(millis);
                while (isIdle() && left > 0) {
                    left = something.awaitNanos(left);
                }
                return true;
            });
            return isIdle() ? new Next.Idle() : taken();
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        return waiting.isEmpty() && turn == null && !shut;
    }

    private Next taken() {
        Turn first = turn;
        turn = null;
        if (first != null) {
            return new Next.Change(first);
        }
        return waiting.isEmpty() ? new Next.End() : new Next.Group(group());
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

    /** Takes no further offer, and refuses the turn that waits. Writes that wait can still be taken. */
    void shut() {
        Turn late = shutting();
        if (late != null) {
            late.refused();
        }
    }

    private @Nullable Turn shutting() {
        lock.lock();
        try {
            shut = true;
            something.signal();
            Turn late = turn;
            turn = null;
            return late;
        } finally {
            lock.unlock();
        }
    }
}
