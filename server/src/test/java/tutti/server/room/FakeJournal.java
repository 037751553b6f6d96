// long: a whole port in memory, which tests read beside the port itself
package tutti.server.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tutti.model.SessionId;
import tutti.server.store.Act;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Creation;
import tutti.server.store.Damage;
import tutti.server.store.Footing;
import tutti.server.store.Head;
import tutti.server.store.Health;
import tutti.server.store.Journal;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.Origin;
import tutti.server.store.Outcome;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;
import tutti.server.store.StoreMetrics;
import tutti.server.store.Stretch;
import tutti.server.store.Trimmed;
import tutti.server.store.Window;

/**
 * A journal in memory that keeps the port's promises and lets a test decide when a write is durable, and how it fails.
 * For one thread.
 */
final class FakeJournal implements Journal {
    /** What a test may make of the next write. */
    enum Fate {
        DURABLE,
        LOST,
        DURABLE_BUT_UNKNOWN
    }

    private final Map<SessionId, KeptSession> sessions = new TreeMap<>();
    private final Set<SessionId> buried = new HashSet<>();
    /** What an owner is said to have trimmed. */
    final Map<SessionId, Trimmed> trimmed = new HashMap<>();

    private final Deque<Act> acts = new ArrayDeque<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    /** Every batch that was handed over. */
    final List<Batch> batches = new ArrayList<>();
    /** Loads so far. */
    int loads;
    /** Creates that made something. */
    int creations;

    private boolean holding;
    private boolean down;
    private boolean dark;
    private Fate fate = Fate.DURABLE;
    private Predicate<Batch> rejects = batch -> false;
    /** Whether handing over a note throws. */
    boolean noteBug;
    /** Whether every read ends in an Error. */
    boolean readError;

    /** From now on writes wait until {@link #release}. */
    void hold() {
        holding = true;
    }

    /** What waits is decided now, in order. */
    void release() {
        holding = false;
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }

    /** The next write meets this; after a failure the store is down until {@link #up}. */
    void next(Fate next) {
        fate = next;
    }

    void up() {
        dark = false;
        down = false;
    }

    /** Takes no writes. */
    void down() {
        down = true;
    }

    /** Is not read, either. */
    void dark() {
        dark = true;
        down = true;
    }

    void rejecting(Predicate<Batch> those) {
        rejects = those;
    }

    private void write(Runnable work) {
        if (holding) {
            held.add(work);
        } else {
            work.run();
        }
    }

    @Override
    public void create(SessionId id, Birth birth, Consumer<Creation> told) {
        write(() -> {
            if (buried.contains(id)) {
                told.accept(new Creation.Buried());
            } else if (sessions.containsKey(id)) {
                String request = sessions.get(id).birth.request();
                told.accept(new Creation.There(!request.isEmpty() && request.equals(birth.request())));
            } else {
                creations++;
                sessions.put(id, new KeptSession(birth));
                told.accept(new Creation.Made(1));
            }
        });
    }

    @Override
    public void append(Batch batch, Consumer<Outcome> told) {
        batches.add(batch);
        write(() -> told.accept(
                rejects.test(batch)
                        ? new Outcome.Rejected("a test rejects this")
                        : move(batch.session(), batch.version(), kept -> kept.put(batch))));
    }

    private Outcome move(SessionId id, long version, Consumer<KeptSession> change) {
        KeptSession kept = sessions.get(id);
        if (down) {
            return new Outcome.Unknown("the store is down");
        }
        if (kept == null || kept.version != version) {
            return new Outcome.Fenced();
        }
        Fate now = fate;
        fate = Fate.DURABLE;
        if (now != Fate.LOST) {
            change.accept(kept);
            kept.version++;
        }
        down = now != Fate.DURABLE;
        return down ? new Outcome.Unknown("a test fails this") : new Outcome.Committed(kept.version);
    }

    @Override
    public void noteKv(SessionId id, long version, long seq, Consumer<Outcome> told) {
        if (noteBug) {
            throw new IllegalStateException("a bug that a test made");
        }
        write(() -> told.accept(move(id, version, kept -> kept.kvSeq = OptionalLong.of(seq))));
    }

    @Override
    public void bin(SessionId id, long version, OptionalLong deleted, String request, Consumer<Outcome> told) {
        if (!down && sessions.get(id).requests.contains(request)) {
            told.accept(new Outcome.Committed(version));
            return;
        }
        write(() -> told.accept(move(id, version, kept -> {
            kept.deleted = deleted;
            kept.requests.add(request);
        })));
    }

    @Override
    public void bury(SessionId id, long version, String request, Consumer<Outcome> told) {
        write(() -> {
            boolean there = sessions.containsKey(id);
            Outcome outcome = there ? move(id, version, kept -> buried.add(id)) : new Outcome.Committed(version + 1);
            buried.addAll(there ? Set.of() : Set.of(id));
            sessions.keySet().removeAll(buried);
            told.accept(outcome);
        });
    }

    @Override
    public void note(SessionId id, Act act) {
        acts.addFirst(act);
    }

    @Override
    public List<Act> acts(SessionId id, long from, long to) {
        return acts.stream()
                .filter(act -> act.wall() >= from && act.wall() < to)
                .toList();
    }

    @Override
    public Optional<Trimmed> trimmed(SessionId id) {
        return Optional.ofNullable(trimmed.get(id));
    }

    @Override
    public Load load(SessionId id, Window window) {
        loads++;
        return down ? new Load.Unavailable("the store is down") : peek(id, window);
    }

    @Override
    public Load peek(SessionId id, Window window) {
        failRead();
        KeptSession kept = sessions.get(id);
        if (dark) {
            return new Load.Unavailable("the store is down");
        }
        if (kept == null) {
            return buried.contains(id) ? new Load.Buried() : new Load.Absent();
        }
        Head head = new Head(
                id,
                kept.at,
                kept.birth.start(),
                kept.version,
                kept.kvSeq,
                kept.name,
                kept.birth.origin(),
                kept.birth.lineage(),
                kept.birth.frozen(),
                kept.birth.createdMillis(),
                kept.deleted);
        Snapshot newest = kept.snapshots.getLast();
        long must = newest.at().seq();
        long first = Math.min(must, kept.at.seq() - window.rows());
        List<Row> rows = kept.rows.stream().filter(row -> row.seq() > first).toList();
        return new Load.Found(head, newest, rows, List.copyOf(kept.outboxes.values()));
    }

    private void failRead() {
        if (readError) {
            throw new StackOverflowError("an error that a test made");
        }
    }

    @Override
    public Stretch rows(SessionId id, long after, int maxBytes) {
        KeptSession kept = sessions.get(id);
        if (dark) {
            return new Stretch.Unavailable("the store is down");
        }
        if (kept == null || after > kept.at.seq()) {
            return new Stretch.Nowhere();
        }
        Mark from =
                after == 0 ? kept.birth.start() : kept.rows.get((int) after - 1).at();
        return new Stretch.Rows(from, kept.rows.subList((int) after, kept.rows.size()), kept.at);
    }

    @Override
    public Stretch before(SessionId id, long seq, int maxRows, long maxBytes) {
        KeptSession kept = sessions.get(id);
        if (dark) {
            return new Stretch.Unavailable("the store is down");
        }
        if (kept == null) {
            return new Stretch.Nowhere();
        }
        int last = (int) Math.min(seq - 1, kept.at.seq());
        int first = Math.max(0, last - maxRows);
        Mark from = first == 0 ? kept.birth.start() : kept.rows.get(first - 1).at();
        return new Stretch.Rows(from, kept.rows.subList(first, last), kept.at);
    }

    @Override
    public Footing footing(SessionId id, long seq) {
        failRead();
        KeptSession kept = sessions.get(id);
        if (dark) {
            return new Footing.Unavailable("the store is down");
        }
        long birth = trimmed(id).map(gone -> gone.upTo().seq()).orElse(0L);
        if (kept == null || seq > kept.at.seq() || seq < birth) {
            return new Footing.Nowhere();
        }
        return new Footing.At(kept.snapshots.reversed().stream()
                .filter(snapshot -> snapshot.at().seq() <= seq)
                .findFirst()
                .orElseThrow());
    }

    @Override
    public List<Listed> list() {
        List<Listed> all = new ArrayList<>();
        sessions.forEach((id, kept) -> all.add(new Listed(
                id,
                kept.name,
                kept.at,
                kept.kvSeq,
                kept.birth.origin(),
                kept.birth.frozen(),
                kept.birth.createdMillis(),
                kept.deleted)));
        return all;
    }

    @Override
    public SortedMap<SessionId, Damage> damaged() {
        return new TreeMap<>();
    }

    @Override
    public Set<SessionId> owing() {
        return Set.of();
    }

    @Override
    public Set<SessionId> buried() {
        return Set.copyOf(buried);
    }

    @Override
    public long adoptions() {
        return sessions.values().stream()
                .filter(kept -> kept.birth.origin() == Origin.ADOPTED)
                .count();
    }

    @Override
    public String storeId() {
        return "store-of-a-test";
    }

    @Override
    public Health health() {
        return new Health.Well();
    }

    @Override
    public StoreMetrics metrics() {
        return new StoreMetrics();
    }

    @Override
    public void close() {}

    /** The seq that the note of the KV file says. */
    OptionalLong noted(SessionId id) {
        return sessions.get(id).kvSeq;
    }

    Map<SessionId, String> names() {
        Map<SessionId, String> names = new HashMap<>();
        sessions.forEach((id, kept) -> names.put(id, kept.name));
        return names;
    }
}
