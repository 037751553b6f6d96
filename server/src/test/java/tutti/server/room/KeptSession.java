package tutti.server.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.model.SessionId;
import tutti.server.store.Act;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Chain;
import tutti.server.store.Checkpoint;
import tutti.server.store.Face;
import tutti.server.store.Faces;
import tutti.server.store.Footing;
import tutti.server.store.Head;
import tutti.server.store.Limits;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.Meanwhile;
import tutti.server.store.OutboxState;
import tutti.server.store.Outcome;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;
import tutti.server.store.Stretch;
import tutti.server.store.Window;

/** What {@link FakeJournal} keeps of one session, and how that is read. */
final class KeptSession {
    private record Peer(String member, String outbox) {}

    /** An act, and the head's seq when it landed. */
    private record Landed(long seq, Act act) {}

    private final SessionId id;
    final Birth birth;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Peer, OutboxState> outboxes = new LinkedHashMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Landed> acts = new ArrayList<>();
    private final Map<String, Face> faces = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private Mark at;
    private Mark start;
    /** A part of the newest snapshot is damaged, so the one before is read. */
    boolean damagedPart;

    private OptionalLong deleted = OptionalLong.empty();
    private String name;
    long version = 1;
    OptionalLong kvSeq = OptionalLong.empty();
    /** By which request it was deleted for ever, if it was. */
    Optional<String> tomb = Optional.empty();

    KeptSession(SessionId id, Birth birth) {
        this.id = id;
        this.birth = birth;
        this.at = birth.start();
        this.start = at;
        this.snapshots.add(new Snapshot(birth.start(), birth.parts(), true));
        this.name = birth.name();
    }

    /** A new chain begins at the head, as where a backup was restored. */
    void begin(Chain chain) {
        at = new Mark(at.seq(), chain);
        start = at;
        version++;
    }

    /** Why this is not written, if it is not. */
    Optional<Outcome> objection(Batch batch) {
        if (batch.version() != version || !batch.before().equals(at)) {
            return Optional.of(new Outcome.Fenced());
        }
        boolean whole = batch.checkpoint()
                .map(taken -> snapshots.getLast().parts().keySet().containsAll(taken.kept()))
                .orElse(true);
        return whole ? Optional.empty() : Optional.of(new Outcome.Rejected("a part is not there"));
    }

    /** Why who knows that version may not speak of that place, if they may not. */
    Optional<Outcome> objection(long known, long seq) {
        return known == version && seq <= at.seq() ? Optional.empty() : Optional.of(new Outcome.Fenced());
    }

    /** A batch is durable. */
    void put(Batch batch) {
        rows.addAll(batch.rows());
        batch.outboxes().forEach(state -> outboxes.put(new Peer(state.member(), state.outbox()), state));
        for (Face face : batch.faces()) {
            if (faces.size() < Limits.FACES || faces.containsKey(face.member())) {
                faces.put(face.member(), face);
            }
        }
        batch.checkpoint().ifPresent(taken -> snapshots.add(snapshot(snapshots.getLast(), taken)));
        batch.name().ifPresent(called -> name = called);
        at = batch.after();
    }

    private static Snapshot snapshot(Snapshot before, Checkpoint taken) {
        SortedMap<String, Bytes> parts = new TreeMap<>(taken.fresh());
        taken.kept()
                .forEach(part ->
                        parts.put(part, Objects.requireNonNull(before.parts().get(part), part)));
        return new Snapshot(taken.at(), parts, true);
    }

    /** Whether this was asked before, as far as is remembered. */
    boolean wasAsked(String request) {
        return requests.contains(request);
    }

    void bin(OptionalLong since, String request) {
        deleted = since;
        requests.add(request);
        if (requests.size() > Limits.REQUESTS) {
            requests.removeFirst();
        }
    }

    void note(Act act) {
        acts.addFirst(new Landed(at.seq(), act));
    }

    List<Act> acts(Meanwhile meanwhile) {
        return acts.stream()
                .filter(landed -> landed.seq() >= meanwhile.first() && landed.seq() <= meanwhile.last())
                .map(Landed::act)
                .limit(Limits.READ_ACTS)
                .toList();
    }

    Faces faces() {
        return new Faces(List.copyOf(faces.values()), List.of());
    }

    Listed listed() {
        return new Listed(
                id, name, at, kvSeq, birth.origin(), birth.frozen(), birth.createdMillis(), birth.lineage(), deleted);
    }

    /** It was not deleted for ever. */
    boolean stands() {
        return tomb.isEmpty();
    }

    boolean owes() {
        return stands() && at.seq() > kvSeq.orElse(0);
    }

    Load.Found load(Window window) {
        Snapshot snapshot = snapshots.getLast();
        if (damagedPart) {
            Snapshot older = snapshots.get(snapshots.size() - 2);
            snapshot = new Snapshot(older.at(), older.parts(), false);
        }
        List<Row> tail = tail(snapshot.at().seq(), window);
        return new Load.Found(head(), snapshot, tail, List.copyOf(outboxes.values()));
    }

    private Head head() {
        return new Head(
                id,
                at,
                start,
                version,
                kvSeq,
                name,
                birth.origin(),
                birth.lineage(),
                birth.frozen(),
                birth.createdMillis(),
                deleted);
    }

    private List<Row> tail(long must, Window window) {
        Deque<Row> tail = new ArrayDeque<>();
        long bytes = 0;
        for (Row row : rows.reversed()) {
            bytes += row.bytes().size();
            boolean within = tail.size() < window.rows() && bytes <= window.bytes();
            if (!within && row.seq() <= must) {
                break;
            }
            tail.addFirst(row);
        }
        return List.copyOf(tail);
    }

    Stretch rows(long after, long maxBytes) {
        long birthSeq = birth.start().seq();
        if (after < birthSeq || after > at.seq()) {
            return new Stretch.Nowhere();
        }
        List<Row> some = new ArrayList<>();
        long bytes = 0;
        for (Row row : rows.subList((int) (after - birthSeq), rows.size())) {
            bytes += row.bytes().size();
            if (!some.isEmpty() && (bytes > maxBytes || some.size() >= Limits.STRETCH_ROWS)) {
                break;
            }
            some.add(row);
        }
        return new Stretch.Rows(place(after), some, at);
    }

    Stretch before(long seq, int maxRows, long maxBytes) {
        long last = Math.clamp(seq - 1, birth.start().seq(), at.seq());
        Deque<Row> some = new ArrayDeque<>();
        long bytes = 0;
        for (Row row : rows.subList(0, (int) (last - birth.start().seq())).reversed()) {
            bytes += row.bytes().size();
            if (some.size() >= maxRows || (!some.isEmpty() && bytes > maxBytes)) {
                break;
            }
            some.addFirst(row);
        }
        return new Stretch.Rows(place(last - some.size()), List.copyOf(some), at);
    }

    private Mark place(long seq) {
        long birthSeq = birth.start().seq();
        return seq == birthSeq
                ? birth.start()
                : rows.get((int) (seq - birthSeq) - 1).at();
    }

    /** The newest snapshot at that place or before it. */
    Footing footing(long seq) {
        Optional<Snapshot> newest = snapshots.reversed().stream()
                .filter(snapshot -> snapshot.at().seq() <= seq)
                .findFirst();
        return seq > at.seq() || newest.isEmpty() ? new Footing.Nowhere() : new Footing.At(newest.get());
    }
}
