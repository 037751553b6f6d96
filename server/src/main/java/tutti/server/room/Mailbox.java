package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A room's letters, and who works on them: one turn at a time, on whichever thread the executor gives. Any thread may
 * offer; that never blocks. What a peer can send is bounded before it is offered ({@link Seat}, {@link RoomActor}).
 */
final class Mailbox {
    private final ConcurrentLinkedQueue<Letter> letters = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean owned = new AtomicBoolean();
    private final Executor executor;
    private final Runnable turn;

    /**
     * An empty mailbox.
     *
     * @param turn the root of a turn: must not throw
     */
    Mailbox(Executor executor, Runnable turn) {
        this.executor = executor;
        this.turn = turn;
    }

    void offer(Letter letter) {
        letters.add(letter);
        wake();
    }

    private void wake() {
        if (owned.compareAndSet(false, true)) {
            executor.execute(this::own);
        }
    }

    private void own() {
        try {
            turn.run();
        } finally {
            owned.set(false);
            if (!letters.isEmpty()) {
                wake();
            }
        }
    }

    /** All that waits, in order. The turn's owner only. */
    List<Letter> drain() {
        List<Letter> drained = new ArrayList<>();
        for (Letter next = letters.poll(); next != null; next = letters.poll()) {
            drained.add(next);
        }
        return drained;
    }

    int size() {
        return letters.size();
    }
}
