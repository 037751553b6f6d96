package tutti.client.net;

import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubling, with jitter, so that a room does not come back all at once. */
final class Backoff {
    private static final long FIRST = 200;
    private static final long MOST = 4_000;

    private final RandomGenerator random;
    private long next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Milliseconds to wait now. */
    long next() {
        long wait = next;
        next = Math.min(MOST, next * 2);
        return wait * 3 / 4 + random.nextLong(wait / 2 + 1);
    }

    /** The last attempt led to something. */
    void reset() {
        next = FIRST;
    }
}
