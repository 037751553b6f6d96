package tutti.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A room of the benchmark: one batch in flight, what arrives meanwhile is the next. */
final class BenchRoom {
    private final Rooms.Room room;
    private final Bytes body;
    private final Executor turns;
    private final Times times;
    private final List<Long> waiting = new ArrayList<>();
    private List<Long> flying = List.of();
    private long until;

    BenchRoom(Rooms.Room room, Bytes body, Executor turns, Times times) {
        this.room = room;
        this.body = body;
        this.turns = turns;
        this.times = times;
    }

    /** From now on an edit arrives whenever the last one was told, until that moment. */
    synchronized void keepGoing(long untilNanos) {
        until = untilNanos;
    }

    synchronized void arrive(long nanos) {
        waiting.add(nanos);
        send();
    }

    synchronized boolean idle() {
        return waiting.isEmpty() && flying.isEmpty();
    }

    private void send() {
        if (!flying.isEmpty() || waiting.isEmpty()) {
            return;
        }
        flying = List.copyOf(waiting);
        waiting.clear();
        List<Row> rows = new ArrayList<>();
        Mark at = room.at;
        for (int i = 0; i < flying.size(); i++) {
            rows.add(Row.after(at, body));
            at = rows.getLast().at();
        }
        Batch batch = room.batch(rows, new OutboxState("member", "outbox", at.seq(), Bytes.NONE));
        room.journal.append(batch, outcome -> turns.execute(() -> told(batch, outcome)));
    }

    private synchronized void told(Batch batch, Outcome outcome) {
        if (!(outcome instanceof Outcome.Committed committed)) {
            throw new IllegalStateException("the bench was told " + outcome);
        }
        long now = System.nanoTime();
        flying.forEach(arrived -> times.add(now - arrived));
        flying = List.of();
        room.version = committed.version();
        room.at = batch.after();
        if (now < until) {
            waiting.add(now);
        }
        send();
    }
}
