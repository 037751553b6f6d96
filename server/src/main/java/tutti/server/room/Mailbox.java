package tutti.server.room;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

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

    /**
     * Opens all that waits now, in order; where one cannot be opened, those behind it wait for the next turn. The
     * turn's owner only.
     */
    void open(Consumer<Letter> reader) {
        for (int left = letters.size(); left > 0; left--) {
            Letter next = letters.poll();
            if (next != null) {
                reader.accept(next);
            }
        }
    }

    int size() {
        return letters.size();
    }
}
