package tutti.client.audio;

import java.util.Arrays;

/**
 * When a frame that is written to a device will be heard. A blocking write returns at the earliest when the device has
 * taken a buffer's worth before it, and often later, in lumps; so the truth is the lower envelope of the moments of
 * return, here over 20 s in buckets of one (a sound server takes lumps of a third of a second). A device that ran dry
 * lost time for good: a whole bucket then stays above the envelope, and the clock starts over from it. One thread.
 */
final class DeviceClock {
    private static final long SECOND = 1_000_000_000L;
    private static final long BUCKET = SECOND;
    private static final int BUCKETS = 20;
    /** A bucket this much above the envelope means that time was lost; clocks drift a hundredth of that in a bucket. */
    private static final long LOST = SECOND / 500;

    private final int rate;
    private final int capacity;
    private final long[] least = new long[BUCKETS];
    private long bucket;
    private long current;
    private long envelope = Long.MAX_VALUE;
    private long written;

    /** Of a device that takes {@code rate} frames a second and, full at {@code nanoTime}, keeps {@code capacity}. */
    DeviceClock(int rate, int capacity, long nanoTime) {
        this.rate = rate;
        this.capacity = capacity;
        Arrays.fill(least, Long.MAX_VALUE);
        bucket = Math.floorDiv(nanoTime, BUCKET);
        current = nanoTime;
    }

    /** A write of {@code frames} frames returned at {@code nanoTime}. True if it shows that the device ran dry. */
    boolean wrote(int frames, long nanoTime) {
        written += frames;
        boolean dry = false;
        long number = Math.floorDiv(nanoTime, BUCKET);
        if (number != bucket) {
            dry = close();
            bucket = number;
        }
        current = Math.min(current, nanoTime - nanos(written));
        return dry;
    }

    /** Puts the bucket that ended beside the others. */
    private boolean close() {
        boolean dry = envelope != Long.MAX_VALUE && current > envelope + LOST;
        if (dry) {
            Arrays.fill(least, Long.MAX_VALUE);
        }
        least[(int) Math.floorMod(bucket, (long) BUCKETS)] = current;
        current = Long.MAX_VALUE;
        envelope = Long.MAX_VALUE;
        for (long candidate : least) {
            envelope = Math.min(envelope, candidate);
        }
        return dry;
    }

    /** When the next frame to be written will be heard, as {@link System#nanoTime}. */
    long heardAt() {
        return Math.min(envelope, current) + nanos(written + capacity);
    }

    private long nanos(long frames) {
        return frames / rate * SECOND + frames % rate * SECOND / rate;
    }
}
