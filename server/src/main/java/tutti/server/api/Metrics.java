package tutti.server.api;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tutti.server.http.Family;
import tutti.server.net.Gateway;
import tutti.server.net.Traffic;
import tutti.server.room.RoomHost;
import tutti.server.room.Tally;
import tutti.server.store.Journal;
import tutti.server.store.StoreMetrics;

/** Names what the parts of the server count, for whoever watches it. */
final class Metrics {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private Metrics() {}

    static List<Supplier<Family>> gateway(Gateway gateway) {
        Traffic traffic = gateway.traffic();
        return List.of(
                gauge("tutti_connections", "WebSocket connections now.", gateway::connections),
                gauge("tutti_waiting_bytes", "Bytes in the queues of all connections now.", gateway::waitingBytes),
                counter("tutti_connections_opened_total", "Clients that came in.", traffic::openedTotal),
                counter("tutti_connections_turned_away_total", "Sockets not let in.", traffic::turnedAwayTotal),
                counter("tutti_connections_silent_total", "Connections closed as silent.", traffic::silentTotal),
                counter("tutti_breaches_total", "Connections closed for what they sent.", traffic::breachesTotal),
                counter("tutti_messages_total", "Messages from clients.", traffic::messagesTotal),
                counter("tutti_bytes_received_total", "Bytes from clients.", traffic::bytesInTotal),
                counter("tutti_bytes_sent_total", "Bytes to clients.", traffic::bytesOutTotal),
                counter("tutti_sweeps_waiting_total", "Sweeps that found frames waiting.", traffic::stuckTotal));
    }

    static List<Supplier<Family>> rooms(RoomHost host) {
        Tally tally = host.tally();
        return List.of(
                gauge("tutti_rooms", "Rooms that are awake.", host::awake),
                counter("tutti_edits_total", "Edits that were answered.", tally::editsTotal),
                counter("tutti_edits_refused_total", "Edits refused, or applied in part.", tally::refusedTotal),
                counter("tutti_batches_total", "Batches that rooms handed to the store.", tally::batchesTotal),
                counter("tutti_kv_writes_total", "KV files written.", tally::kvWritesTotal),
                counter("tutti_kv_failures_total", "KV writes that failed.", tally::kvFailuresTotal),
                counter("tutti_kv_fallbacks_total", "Legacy records adopted.", tally::kvFallbacksTotal),
                counter("tutti_pauses_total", "Times that a room was paused.", tally::pausesTotal),
                counter("tutti_room_failures_total", "Rooms that failed.", tally::failuresTotal));
    }

    static List<Supplier<Family>> store(Journal journal) {
        StoreMetrics store = journal.metrics();
        return List.of(
                counter("tutti_commits_total", "Transactions that were synced.", store::commits),
                counter("tutti_commit_writes_total", "Batches and notes in them.", store::writes),
                counter("tutti_commit_rows_total", "Rows in them.", store::rows),
                gauge("tutti_batch_size_most", "Most writes in one transaction.", store::largestGroup),
                counter("tutti_sync_seconds_total", "Time in commit and sync.", () -> store.syncNanos() / NANOS),
                gauge("tutti_sync_seconds_most", "Longest commit and sync.", () -> store.longestSync() / NANOS),
                counter("tutti_store_bytes_written_total", "Bytes of rows and parts.", store::bytes),
                gauge("tutti_store_bytes", "Size of the store's file.", store::fileBytes),
                counter("tutti_acts_dropped_total", "Plays, launches and stops not noted.", store::actsDropped),
                counter("tutti_store_failures_total", "Errors of the store.", store::failures),
                gauge("tutti_kv_debts", "Sessions whose KV file is owed.", () -> debts(journal)));
    }

    /** Not a number while the store cannot be asked. */
    private static double debts(Journal journal) {
        try {
            return journal.owing().size();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static Supplier<Family> counter(String name, String help, Figure figure) {
        return () -> Family.counter(name, help, figure.now());
    }

    private static Supplier<Family> gauge(String name, String help, Figure figure) {
        return () -> Family.gauge(name, help, figure.now());
    }

    /** A number, asked when somebody looks. */
    @FunctionalInterface
    private interface Figure {
        double now();
    }
}
