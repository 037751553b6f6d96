package tutti.server.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Api;
import tutti.server.kv.Debts;
import tutti.server.kv.SnapshotStore;
import tutti.server.net.Intake;
import tutti.server.store.Creation;
import tutti.server.store.Journal;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Origin;
import tutti.server.store.StoreWatch;
import tutti.server.store.Window;
import tutti.wire.Codec;

/**
 * Finds rooms by id. Which sessions exist it knows from the store; for an id that none has it makes nothing, but for
 * adopting a legacy record. Thread-safe.
 */
public final class RoomHost implements StoreWatch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoomHost.class);
    private static final Window NOTHING = new Window(0, 0);

    private final Means means;
    private final Runnable release;
    private final Births births;
    private final Adoption adoption;
    private final Restorer restorer;
    private final Archive archive;
    private final Semaphore writers = new Semaphore(Limits.KV_WRITERS, true);
    private final Map<SessionId, Long> binned = new ConcurrentHashMap<>();
    private final Set<SessionId> known = ConcurrentHashMap.newKeySet();
    private final Map<SessionId, RoomActor> rooms = new ConcurrentHashMap<>();

    private RoomHost(Means means, Runnable release) {
        this.means = means;
        this.release = release;
        this.births = new Births(means);
        this.adoption = new Adoption(means, births);
        this.restorer = new Restorer(means.journal(), means.files(), means.codec());
        this.archive = new Archive(means.journal(), means.codec());
    }

    /** {@link #open(Means, Runnable, StoreBell)} with this machine's clocks and threads. */
    public static RoomHost open(Journal journal, SnapshotStore files, StoreBell bell) throws IOException {
        Engine engine = Engine.start();
        Codec codec = Papers.codec();
        Means means = new Means(
                journal,
                files,
                codec,
                RoomTime.system(),
                engine,
                engine.turns(),
                engine.errands(),
                engine.scribes(),
                RandomIds.make(),
                new Tally());
        return open(means, engine::close, bell);
    }

    /**
     * Reads which sessions there are, finishes what a crash cut off, and sees to it that what is owed to the KV is paid
     * once everybody had time to return. Blocks on store and disk.
     *
     * @param release lets go of what the means need, at the end
     * @param bell the one that the journal was opened with
     */
    static RoomHost open(Means means, Runnable release, StoreBell bell) throws IOException {
        RoomHost host = new RoomHost(means, release);
        means.journal().list().forEach(host::know);
        means.journal().damaged().forEach((id, damage) -> {
            LOG.error("{}", damage);
            host.known.add(id);
        });
        Debts.purge(means.journal(), means.files())
                .forEach(id -> LOG.info("removed what was left of the deleted session {}", id.text()));
        Debts.orphans(means.journal(), means.files())
                .forEach(id -> LOG.error("{} has a KV file of ours, but no session in the store", id.text()));
        long due = means.time().micros() + Limits.RETURN_MICROS;
        Debts.owed(means.journal(), means.files()).forEach(id -> host.room(id).offer(new Letter.Owing(due)));
        bell.hang(host);
        new BinSweep(means, host::purge).begin();
        return host;
    }

    private void know(Listed line) {
        known.add(line.session());
        line.deleted().ifPresent(since -> binned.put(line.session(), since));
    }

    private void purge(SessionId id) {
        room(id).offer(new Letter.Asked(new Disposal(
                Disposal.Kind.PURGE, means.ids().get(), means.time().wall(), new CompletableFuture<>())));
    }

    /**
     * What the gateway tells.
     *
     * @param failed is told when the gateway cannot serve any longer
     */
    public Intake intake(Consumer<Throwable> failed) {
        return new Doorman(this, failed);
    }

    /** What HTTP asks. */
    public Api api() {
        return new RestDesk(this);
    }

    Means means() {
        return means;
    }

    Births births() {
        return births;
    }

    Restorer restorer() {
        return restorer;
    }

    Archive archive() {
        return archive;
    }

    /** Whether a session has that id, in the bin or not. Never blocks. */
    boolean knows(SessionId id) {
        return known.contains(id);
    }

    /** The room of a session that is known. Never blocks. */
    Optional<RoomActor> find(SessionId id) {
        return known.contains(id) ? Optional.of(room(id)) : Optional.empty();
    }

    /** The room of that id, if there is a session or a legacy record of it. Blocks on store and disk. */
    Found look(SessionId id) {
        Optional<RoomActor> found = find(id);
        if (found.isPresent()) {
            return new Found.Here(found.get());
        }
        return switch (adoption.of(id)) {
            case Adoption.Result.There _ -> {
                known.add(id);
                yield new Found.Here(room(id));
            }
            case Adoption.Result.No no -> stored(id, no);
            case Adoption.Result.Later(String reason) -> new Found.Later(reason);
        };
    }

    /** What the store says counts: it may have made or buried a session of which nobody here was told. */
    private Found stored(SessionId id, Adoption.Result.No no) {
        return switch (means.journal().peek(id, NOTHING)) {
            case Load.Found _, Load.Damaged _ -> {
                known.add(id);
                yield new Found.Here(room(id));
            }
            case Load.Buried _ -> new Found.Nowhere("this session was deleted");
            case Load.Absent _ -> no.damage() ? new Found.Damaged(no.words()) : new Found.Nowhere(no.words());
            case Load.Unavailable(String reason) -> new Found.Later(reason);
        };
    }

    /**
     * Makes a session. Blocks on the store.
     *
     * @param request as {@link Births#make} takes it
     */
    Creation create(SessionId id, Session session, Origin origin, String request) {
        return made(id, births.make(id, session, origin, request, means.time().wall()));
    }

    /** Makes a copy of {@code source}. Blocks on the store. */
    Creation copy(SessionId id, Session copy, Lineage.Source source, String request) {
        return made(id, births.copy(id, copy, source, request, means.time().wall()));
    }

    private Creation made(SessionId id, Creation made) {
        switch (made) {
            case Creation.Made _, Creation.There _, Creation.Damaged _ -> known.add(id);
            case Creation.Buried _, Creation.Unknown _, Creation.Rejected _ -> {}
        }
        return made;
    }

    /**
     * Makes a demo session, if it is not there yet. Blocks on the store.
     *
     * @throws IOException if the store does not take it now
     */
    public void demo(SessionId id, Session session) throws IOException {
        switch (create(id, session, Origin.DEMO, "demo")) {
            case Creation.Made _, Creation.There _, Creation.Damaged _, Creation.Buried _ -> {}
            case Creation.Unknown(String reason) -> throw new IOException("the demo was not made: " + reason);
            case Creation.Rejected(String reason) -> throw new IOException("the demo was not made: " + reason);
        }
    }

    private RoomActor room(SessionId id) {
        return rooms.computeIfAbsent(id, this::make);
    }

    private RoomActor make(SessionId id) {
        Long since = binned.get(id);
        OptionalLong deleted = since == null ? OptionalLong.empty() : OptionalLong.of(since);
        return new RoomActor(id, means, writers, archive, deleted, this::forget);
    }

    /** There is nothing of that session any more, but for its tombstone. */
    private void forget(SessionId id) {
        known.remove(id);
        binned.remove(id);
        rooms.remove(id);
    }

    /** Members who are in a room now. */
    int members(SessionId id) {
        RoomActor room = rooms.get(id);
        return room == null ? 0 : room.members();
    }

    /** Rooms that are awake now. */
    public int awake() {
        return (int) rooms.values().stream()
                .filter(room -> room.published().isPresent())
                .count();
    }

    /** Whether any room has a member, a grace time or a visit, or owes a KV write that it is about to make. */
    public boolean busy() {
        return rooms.values().stream().anyMatch(RoomActor::occupied);
    }

    /** What the rooms did since the start. */
    public Tally tally() {
        return means.tally();
    }

    @Override
    public void lost(String reason) {
        rooms.values().forEach(room -> room.offer(new Letter.StoreLost(reason)));
    }

    @Override
    public void well() {
        rooms.values().forEach(room -> room.offer(new Letter.StoreWell()));
    }

    /**
     * Every room pays what it owes; to be called when no connection and no request comes any more, and before the
     * journal is closed. Blocks, at most {@link Limits#SETTLE_MILLIS}; what is owed then is paid at the next start.
     */
    @Override
    public void close() {
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (RoomActor room : rooms.values()) {
            CompletableFuture<Boolean> paid = new CompletableFuture<>();
            room.offer(new Letter.Stop(paid));
            all.add(paid);
        }
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .get(Limits.SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.error("not every KV file was written in time; they are owed at the next start");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("rooms say whether they paid", impossible);
        }
        long owing = all.stream().filter(paid -> !paid.getNow(false)).count();
        if (owing > 0) {
            LOG.error("{} rooms owe a KV file still; it is written at the next start", owing);
        }
        release.run();
    }
}
