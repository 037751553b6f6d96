package tutti.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tutti.server.store.Await;

/**
 * Edits that come at an even rate, whatever becomes of those before: what waits is late, and its lateness counts.
 *
 * @param rate edits a second, of all clients together
 * @param seconds how long
 */
record Pace(int rate, int seconds) {
    private static final long SECOND = 1_000_000_000L;
    /** Bytes of an ordinary row with its chain. */
    private static final int ROW = 232;

    int edits() {
        return rate * seconds;
    }

    private long due(long from, int n) {
        return from + n * SECOND / rate;
    }

    /** In each room the first {@code authors} take turns, and so do the rooms. Ends when all have seen every edit. */
    Latencies run(List<List<BenchClient>> rooms, int authors) {
        List<BenchClient> all = rooms.stream().flatMap(List::stream).toList();
        all.forEach(BenchClient::forget);
        long from = System.nanoTime();
        for (int n = 0; n < edits(); n++) {
            Await.time(due(from, n));
            rooms.get(n % rooms.size()).get(n / rooms.size() % authors).arrive(due(from, n));
        }
        for (int i = 0; i < rooms.size(); i++) {
            awaitAll(rooms.get(i), (edits() + rooms.size() - 1 - i) / rooms.size());
        }
        Latencies seen = new Latencies();
        all.forEach(client -> seen.take(client.seen()));
        return seen;
    }

    /** All take turns with edits that are due at once, so that their windows stay full. */
    static void burst(List<BenchClient> clients, int edits) {
        clients.forEach(BenchClient::forget);
        long from = System.nanoTime();
        for (int n = 0; n < edits; n++) {
            clients.get(n % clients.size()).arrive(from);
        }
        awaitAll(clients, edits);
    }

    private static void awaitAll(List<BenchClient> clients, int edits) {
        Await.until(() -> clients.stream().allMatch(client -> client.heard() == edits));
    }

    /** The same load on a bare file: appends what is due in one write, and forces it. */
    Latencies raw(Path path) throws IOException {
        Latencies times = new Latencies();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long from = System.nanoTime();
            int done = 0;
            while (done < edits()) {
                Await.time(due(from, done));
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
