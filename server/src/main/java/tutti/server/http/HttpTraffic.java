package tutti.server.http;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What HTTP has answered since it opened. Any thread. */
final class HttpTraffic {
    private static final long MILLI = 1_000_000;

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
                () -> Family.counter("tutti_http_refused_total", "Requests refused.", (double) refused.sum()),
                () -> Family.counter("tutti_http_broken_total", "Requests that failed here.", (double) broken.sum()));
    }
}
