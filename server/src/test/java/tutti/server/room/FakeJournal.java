// long: a whole port in memory, which tests read beside the port itself
package tutti.server.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tutti.model.SessionId;
import tutti.server.store.Act;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Creation;
import tutti.server.store.Damage;
import tutti.server.store.Faces;
import tutti.server.store.Footing;
import tutti.server.store.Health;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Meanwhile;
import tutti.server.store.Origin;
import tutti.server.store.Outcome;
import tutti.server.store.StoreMetrics;
import tutti.server.store.Stretch;
import tutti.server.store.Trimmed;
import tutti.server.store.Window;

/**
 * A journal in memory that keeps the port's promises and lets a test decide when a write is durable, and how it fails.
 * For one thread.
 */
final class FakeJournal extends JournalInHand {
    /** What a test may make of the next write. */
    enum Fate {
        DURABLE,
        LOST,
        DURABLE_BUT_UNKNOWN
    }

    private static final String DOWN = "the store is down";

    private final Map<SessionId, KeptSession> sessions = new TreeMap<>();
    /** What an owner is said to have trimmed. */
    final Map<SessionId, Trimmed> trimmed = new HashMap<>();
    /** What was asked so far: batches, loads, and creates that made something. */
    final List<Batch> batches = new ArrayList<>();

    int loads;
    int creations;

    private boolean down;
    private boolean dark;
    private Fate fate = Fate.DURABLE;
    private Predicate<Batch> rejects = batch -> false;
    /** Whether handing over a note throws. */
    boolean noteBug;
    /** Whether every read ends in an Error. */
    boolean readError;

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
        down();
        dark = true;
    }

    /** What it keeps of a session. */
    KeptSession kept(SessionId id) {
        return Objects.requireNonNull(sessions.get(id));
    }

    void rejecting(Predicate<Batch> those) {
        rejects = those;
    }

    @Override
    public void create(SessionId id, Birth birth, Consumer<Creation> told) {
        write(() -> told.accept(down ? new Creation.Unknown(DOWN) : told(created(id, birth))));
    }

    private Creation told(Creation made) {
        Fate now = fate;
        fate = Fate.DURABLE;
        return now == Fate.DURABLE_BUT_UNKNOWN ? new Creation.Unknown(DOWN) : made;
    }

    private Creation created(SessionId id, Birth birth) {
        KeptSession there = sessions.get(id);
        if (there == null) {
            creations++;
            sessions.put(id, new KeptSession(id, birth));
            return new Creation.Made(1);
        }
        String request = there.birth.request();
        return there.tomb.isPresent()
                ? new Creation.Buried()
                : new Creation.There(!request.isEmpty() && request.equals(birth.request()));
    }

    @Override
    public void append(Batch batch, Consumer<Outcome> told) {
        batches.add(batch);
        write(() -> told.accept(
                rejects.test(batch)
                        ? new Outcome.Rejected("a test rejects this")
                        : move(batch.session(), kept -> kept.objection(batch), kept -> kept.put(batch))));
    }

    private Outcome move(
            SessionId id, Function<KeptSession, Optional<Outcome>> objection, Consumer<KeptSession> change) {
        if (down) {
            return new Outcome.Unknown(DOWN);
        }
        KeptSession kept = sessions.get(id);
        Optional<Outcome> no =
                kept == null ? Optional.of(new Outcome.Rejected("no session " + id.text())) : objection.apply(kept);
        return no.isPresent() ? no.get() : moved(kept, change);
    }

    private Outcome moved(KeptSession kept, Consumer<KeptSession> change) {
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
        write(() ->
                told.accept(move(id, kept -> kept.objection(version, seq), kept -> kept.kvSeq = OptionalLong.of(seq))));
    }

    @Override
    public void bin(SessionId id, long version, OptionalLong deleted, String request, Consumer<Outcome> told) {
        write(() -> {
            KeptSession kept = sessions.get(id);
            told.accept(
                    !down && kept != null && kept.wasAsked(request)
                            ? new Outcome.Committed(version)
                            : move(id, there -> there.objection(version, 0), there -> there.bin(deleted, request)));
        });
    }

    @Override
    public void bury(SessionId id, long version, String request, Consumer<Outcome> told) {
        write(() -> {
            KeptSession kept = sessions.get(id);
            if (!down && kept != null && kept.tomb.isPresent()) {
                boolean again = !request.isEmpty() && kept.tomb.get().equals(request);
                told.accept(again ? new Outcome.Committed(version + 1) : new Outcome.Fenced());
            } else {
                told.accept(move(id, there -> there.objection(version, 0), there -> there.tomb = Optional.of(request)));
            }
        });
    }

    @Override
    public void note(SessionId id, Act act) {
        Optional.ofNullable(down ? null : sessions.get(id)).ifPresent(kept -> kept.note(act));
    }

    /** The session, if it stands: it was made, and not deleted for ever. */
    private Optional<KeptSession> standing(SessionId id) {
        return Optional.ofNullable(sessions.get(id)).filter(KeptSession::stands);
    }

    @Override
    public List<Act> acts(SessionId id, Meanwhile meanwhile) {
        return standing(id).map(kept -> kept.acts(meanwhile)).orElse(List.of());
    }

    @Override
    public Faces faces(SessionId id) {
        return standing(id).map(KeptSession::faces).orElse(Faces.NONE);
    }

    @Override
    public Optional<Trimmed> trimmed(SessionId id) {
        return Optional.ofNullable(trimmed.get(id));
    }

    @Override
    public Load load(SessionId id, Window window) {
        loads++;
        return down ? new Load.Unavailable(DOWN) : peek(id, window);
    }

    @Override
    public Load peek(SessionId id, Window window) {
        if (isDark()) {
            return new Load.Unavailable(DOWN);
        }
        if (!sessions.containsKey(id)) {
            return new Load.Absent();
        }
        return standing(id).<Load>map(kept -> kept.load(window)).orElseGet(Load.Buried::new);
    }

    private Stretch stretch(SessionId id, Function<KeptSession, Stretch> read) {
        return dark ? new Stretch.Unavailable(DOWN) : standing(id).map(read).orElseGet(Stretch.Nowhere::new);
    }

    private boolean isDark() {
        if (readError) {
            throw new StackOverflowError("an error that a test made");
        }
        return dark;
    }

    @Override
    public Stretch rows(SessionId id, long after, int maxBytes) {
        return stretch(id, kept -> kept.rows(after, maxBytes));
    }

    @Override
    public Stretch before(SessionId id, long seq, int maxRows, long maxBytes) {
        return stretch(id, kept -> kept.before(seq, maxRows, maxBytes));
    }

    @Override
    public Footing footing(SessionId id, long seq) {
        if (isDark()) {
            return new Footing.Unavailable(DOWN);
        }
        long birth = trimmed(id).map(gone -> gone.upTo().seq()).orElse(0L);
        return standing(id)
                .filter(kept -> seq >= birth)
                .map(kept -> kept.footing(seq))
                .orElseGet(Footing.Nowhere::new);
    }

    @Override
    public List<Listed> list() {
        return sessions.values().stream()
                .filter(KeptSession::stands)
                .map(KeptSession::listed)
                .toList();
    }

    @Override
    public SortedMap<SessionId, Damage> damaged() {
        return new TreeMap<>();
    }

    private Set<SessionId> those(Predicate<KeptSession> which) {
        return sessions.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<SessionId> owing() {
        return those(KeptSession::owes);
    }

    @Override
    public Set<SessionId> buried() {
        return those(kept -> !kept.stands());
    }

    @Override
    public long adoptions() {
        return those(kept -> kept.stands() && kept.birth.origin() == Origin.ADOPTED)
                .size();
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
}
