package tutti.client.audio;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The only way in which tests here wait for what no latch or queue tells them. */
public final class Await {
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(60);
    private static final long NAP = TimeUnit.MILLISECONDS.toNanos(1);

    private Await() {}

    /** Waits for a condition that another thread brings about; fails after a minute. */
    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come about");
            }
            LockSupport.parkNanos(NAP);
        }
    }

    /** Waits until {@link System#nanoTime} is {@code moment}: for loads that come at a pace, and for slow devices. */
    public static void time(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(NAP, left));
        }
    }
}
