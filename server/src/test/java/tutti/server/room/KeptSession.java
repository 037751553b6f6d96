package tutti.server.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Checkpoint;
import tutti.server.store.Mark;
import tutti.server.store.OutboxState;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;

/** What {@link FakeJournal} keeps of one session. */
final class KeptSession {
    final Birth birth;
    final List<Row> rows = new ArrayList<>();
    final Map<String, OutboxState> outboxes = new TreeMap<>();
    final List<Snapshot> snapshots = new ArrayList<>();
    final Set<String> requests = new HashSet<>();
    Mark at;
    long version = 1;
    OptionalLong deleted = OptionalLong.empty();
    OptionalLong kvSeq = OptionalLong.empty();
    String name;

    KeptSession(Birth birth) {
        this.birth = birth;
        this.at = birth.start();
        this.snapshots.add(new Snapshot(birth.start(), birth.parts()));
        this.name = birth.name();
    }

    /** A batch is durable. */
    void put(Batch batch) {
        rows.addAll(batch.rows());
        batch.outboxes().forEach(state -> outboxes.put(state.member() + "/" + state.outbox(), state));
        batch.checkpoint().ifPresent(taken -> snapshots.add(snapshot(snapshots.getLast(), taken)));
        batch.name().ifPresent(called -> name = called);
        at = batch.after();
    }

    private static Snapshot snapshot(Snapshot before, Checkpoint taken) {
        SortedMap<String, Bytes> parts = new TreeMap<>(taken.fresh());
        taken.kept()
                .forEach(part ->
                        parts.put(part, Objects.requireNonNull(before.parts().get(part), part)));
        return new Snapshot(taken.at(), parts);
    }
}
