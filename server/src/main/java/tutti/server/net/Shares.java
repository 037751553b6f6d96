package tutti.server.net;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Something of which there is only so much, such as places or bytes, and of which no one address may have all (an IPv6
 * host owns a /64, so that counts as one). Nobody waits for a share. Any thread.
 */
public final class Shares {
    private final long most;
    private final long mostPerAddress;
    private final Map<String, Long> taken = new HashMap<>();
    private long total;
    private boolean closed;

    /** So much over all, and so much for each address. */
    public Shares(long most, long mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** Takes a share, to be followed by one {@link #give} of the same; false, and nothing is taken, if none is. */
    public synchronized boolean take(InetAddress address, long amount) {
        String key = Door.key(address);
        long mine = taken.getOrDefault(key, 0L) + amount;
        if (closed || total + amount > most || mine > mostPerAddress) {
            return false;
        }
        total += amount;
        taken.put(key, mine);
        return true;
    }

    /** Gives a share back. */
    public synchronized void give(InetAddress address, long amount) {
        total -= amount;
        taken.computeIfPresent(Door.key(address), (key, mine) -> mine == amount ? null : mine - amount);
        notifyAll();
    }

    /** Gives nothing more out. Blocks until all is given back, at most that long; whether it is. */
    public synchronized boolean close(long millis) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (total > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
