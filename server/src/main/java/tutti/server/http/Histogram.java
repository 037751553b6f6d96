package tutti.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** How long something takes, in buckets that are fixed when it is made. Any thread; a measurement costs no lock. */
public final class Histogram implements LongConsumer {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final String help;
    private final long[] bounds;
    private final LongAdder[] counts;
    private final LongAdder sum = new LongAdder();

    /**
     * An empty histogram.
     *
     * @param name of the family, ends in {@code _seconds}
     * @param bounds upper bounds of the buckets in nanoseconds, rising; one more bucket takes the rest
     */
    public Histogram(String name, String help, long... bounds) {
        this.name = name;
        this.help = help;
        this.bounds = bounds.clone();
        this.counts = new LongAdder[bounds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** Takes one measurement, in nanoseconds. */
    @Override
    public void accept(long nanos) {
        int bucket = 0;
        while (bucket < bounds.length && nanos > bounds[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sum.add(nanos);
    }

    /** Its values now. */
    public Family family() {
        List<Family.Sample> samples = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i].sum();
            String bound = i < bounds.length ? Double.toString(bounds[i] / NANOS) : "+Inf";
            samples.add(new Family.Sample("_bucket", "{le=\"" + bound + "\"}", total));
        }
        samples.add(new Family.Sample("_sum", "", sum.sum() / NANOS));
        samples.add(new Family.Sample("_count", "", total));
        return new Family(name, Family.Type.HISTOGRAM, help, samples);
    }
}
