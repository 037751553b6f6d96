package tutti.server.http;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What HTTP has answered since it opened. Any thread. */
public final class HttpTraffic {
    private static final long MILLI = 1_000_000;

    private final LongAdder answered = new LongAdder();
    private final Histogram times = new Histogram(
            "tutti_http_seconds",
            "From a request's header to its response.",
            MILLI,
            5 * MILLI,
            20 * MILLI,
            100 * MILLI,
            500 * MILLI,
            2_000 * MILLI);
    private final LongAdder refused = new LongAdder();
    private final LongAdder broken = new LongAdder();

    void answered(int status, long nanos) {
        answered.increment();
        times.accept(nanos);
        if (status >= 500) {
            broken.increment();
        } else if (status >= 400) {
            refused.increment();
        }
    }

    /** As metrics. */
    List<Supplier<Family>> families() {
        return List.of(
                times::family,
                () -> Family.counter("tutti_http_refused_total", "Requests refused.", (double) refusedTotal()),
                () -> Family.counter("tutti_http_broken_total", "Requests that failed here.", (double) brokenTotal()));
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
