package tutti.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Edits that come at an even rate, whatever becomes of those before: what waits is late, and its lateness counts.
 *
 * @param rate edits a second, of all clients together
 * @param seconds how long
 */
record Pace(int rate, int seconds) {
    private static final long SECOND = 1_000_000_000L;
    private static final long NAP = 1_000_000L;
    private static final long DRAIN = 60 * SECOND;
    /** Bytes of an ordinary row with its chain. */
    private static final int ROW = 232;

    int edits() {
        return rate * seconds;
    }

    private long due(long from, int n) {
        return from + n * SECOND / rate;
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(NAP, left));
        }
    }

    /** The first {@code authors} take turns; all listen. Ends when everybody has seen every edit. */
    Latencies run(List<BenchClient> clients, int authors) {
        clients.forEach(BenchClient::forget);
        long from = System.nanoTime();
        for (int n = 0; n < edits(); n++) {
            awaitTime(due(from, n));
            clients.get(n % authors).arrive(due(from, n));
        }
        awaitAll(clients, edits());
        Latencies all = new Latencies();
        clients.forEach(client -> all.take(client.seen()));
        return all;
    }

    /** All take turns with edits that are due at once, so that their windows stay full; returns edits a second. */
    static double burst(List<BenchClient> clients, int edits) {
        clients.forEach(BenchClient::forget);
        long from = System.nanoTime();
        for (int n = 0; n < edits; n++) {
            clients.get(n % clients.size()).arrive(from);
        }
        awaitAll(clients, edits);
        return edits * (double) SECOND / (System.nanoTime() - from);
    }

    private static void awaitAll(List<BenchClient> clients, int edits) {
        long deadline = System.nanoTime() + DRAIN;
        while (!clients.stream().allMatch(client -> client.heard() == edits)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("of " + edits + " edits were heard: "
                        + clients.stream().map(BenchClient::heard).toList());
            }
            LockSupport.parkNanos(NAP);
        }
    }

    /** The same load on a bare file: appends what is due in one write, and forces it. */
    Latencies raw(Path path) throws IOException {
        Latencies times = new Latencies();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long from = System.nanoTime();
            int done = 0;
            while (done < edits()) {
                awaitTime(due(from, done));
                long now = System.nanoTime();
                int upTo = done;
                while (upTo < edits() && due(from, upTo) <= now) {
                    upTo++;
                }
                file.write(ByteBuffer.allocate((upTo - done) * ROW));
                file.force(false);
                long forced = System.nanoTime();
                for (; done < upTo; done++) {
                    times.add(forced - due(from, done));
                }
            }
        }
        return times;
    }
}
