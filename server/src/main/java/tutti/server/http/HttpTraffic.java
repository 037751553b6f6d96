package tutti.server.http;

import java.util.concurrent.atomic.LongAdder;

/** What HTTP has answered since it opened. Any thread. */
public final class HttpTraffic {
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder broken = new LongAdder();

    void answered(int status) {
        answered.increment();
        if (status >= 500) {
            broken.increment();
        } else if (status >= 400) {
            refused.increment();
        }
    }

    /** All requests. */
    public long answeredTotal() {
        return answered.sum();
    }

    /** Those with a status of 400 to 499. */
    public long refusedTotal() {
        return refused.sum();
    }

    /** Those with a status of 500 or more. */
    public long brokenTotal() {
        return broken.sum();
    }
}
