package tutti.sync;

/**
 * One numbered request of an outbox; atomic.
 *
 * @param n 1, 2, 3 … without gaps
 * @param gesture what it belongs to; an undo has a gesture of its own, by which it can be undone
 */
public record Edit(long n, GestureId gesture, Ask ask) {
    /** @throws IllegalArgumentException if the number is not positive */
    public Edit {
        if (n < 1) {
            throw new IllegalArgumentException("edits are numbered from 1");
        }
    }
}
