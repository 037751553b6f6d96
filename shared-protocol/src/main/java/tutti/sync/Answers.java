package tutti.sync;

import java.util.ArrayDeque;
import java.util.Deque;

/** Answered numbers and the rows that they led to. Not thread-safe. */
final class Answers {
    private record Answer(long n, long seq) {}

    private final Deque<Answer> unreached = new ArrayDeque<>();
    private final Deque<Answer> unsaved = new ArrayDeque<>();
    private long reached;

    void add(long n, long seq) {
        unreached.addLast(new Answer(n, seq));
    }

    /** The confirmed document is at {@code seq}: returns the highest number that is contained in it. */
    long reach(long seq) {
        while (!unreached.isEmpty() && unreached.peekFirst().seq() <= seq) {
            Answer answer = unreached.removeFirst();
            reached = Math.max(reached, answer.n());
            unsaved.addLast(answer);
        }
        return reached;
    }

    /** A snapshot at {@code seq} is saved: returns the highest number that is contained in it, 0 if none is new. */
    long save(long seq) {
        long saved = 0;
        while (!unsaved.isEmpty() && unsaved.peekFirst().seq() <= seq) {
            saved = Math.max(saved, unsaved.removeFirst().n());
        }
        return saved;
    }

    /** The server went back: rows that are waited for may never come. What was reached stays answered. */
    void wentBack() {
        unreached.clear();
        unsaved.clear();
    }

    long reached() {
        return reached;
    }

    void clear() {
        unreached.clear();
        unsaved.clear();
        reached = 0;
    }
}
