package tutti.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tutti.model.SessionId;

/** The journal in H2. Holds its folder for as long as it lives; a {@link Keeper} sees to it that there is a store. */
public final class H2Journal implements Journal, Upkeep {
    private final StoreFolder folder;
    private final Keeper keeper;
    private final StoreMetrics metrics;
    private final AtomicInteger waitingActs = new AtomicInteger();

    private H2Journal(StoreFolder folder, Keeper keeper, StoreMetrics metrics) {
        this.folder = folder;
        this.keeper = keeper;
        this.metrics = metrics;
    }

    /**
     * Opens the store in {@code folder}, or makes one if the folder is fresh. Blocks.
     *
     * @param watch is told when the store is lost later on, and when it is well again
     * @throws FolderHeld if another server works there
     * @throws StoreDamaged if what lies there is not as it was written
     * @throws IOException if it cannot be opened
     */
    public static H2Journal open(Path folder, StoreWatch watch) throws IOException {
        return open(folder, watch, Ground.USUAL);
    }

    static H2Journal open(Path folder, StoreWatch watch, H2Mode mode) throws IOException {
        return open(folder, watch, Ground.USUAL.with(mode));
    }

    static H2Journal open(Path folder, StoreWatch watch, Ground ground) throws IOException {
        StoreFolder taken = StoreFolder.take(folder, ground.mode(), ground.disk());
        StoreMetrics metrics = new StoreMetrics();
        try {
            return new H2Journal(taken, Keeper.start(source(taken, ground, metrics), watch, metrics), metrics);
        } catch (IOException | RuntimeException failed) {
            taken.close();
            throw failed;
        }
    }

    private static Keeper.Source source(StoreFolder folder, Ground ground, StoreMetrics metrics) {
        return new Keeper.Source() {
            @Override
            public H2Store open(Consumer<Lost> lost) throws IOException {
                return H2Store.open(folder, ground, metrics, System::nanoTime, lost);
            }

            @Override
            public ReadStore read(Told told) throws IOException {
                return ReadStore.open(folder, ground.mode(), told);
            }
        };
    }

    @Override
    public void create(SessionId session, Birth birth, Consumer<Creation> told) {
        keeper.offer(new Write.Create(session, birth, told));
    }

    @Override
    public void append(Batch batch, Consumer<Outcome> told) {
        keeper.offer(new Write.Append(batch, told));
    }

    @Override
    public void noteKv(SessionId session, long version, long seq, Consumer<Outcome> told) {
        keeper.offer(new Write.Note(session, version, seq, told));
    }

    @Override
    public void bin(SessionId session, long version, OptionalLong deleted, String request, Consumer<Outcome> told) {
        Checks.within(request.length(), Limits.REQUEST, "characters of request id");
        Checks.word(request);
        keeper.offer(new Write.Bin(session, version, deleted, request, told));
    }

    @Override
    public void bury(SessionId session, long version, String request, Consumer<Outcome> told) {
        Checks.within(request.length(), Limits.REQUEST, "characters of request id");
        keeper.offer(new Write.Bury(session, version, request, told));
    }

    @Override
    public void note(SessionId session, Act act) {
        if (waitingActs.incrementAndGet() > Limits.WAITING_ACTS) {
            noted(false);
        } else {
            keeper.offer(new Write.NoteAct(session, act, this::noted));
        }
    }

    private void noted(boolean kept) {
        waitingActs.decrementAndGet();
        if (!kept) {
            metrics.actDropped();
        }
    }

    @Override
    public List<Act> acts(SessionId session, Meanwhile meanwhile) throws IOException {
        return keeper.read(tables -> Loader.acts(tables, session, meanwhile));
    }

    @Override
    public Faces faces(SessionId session) throws IOException {
        return keeper.read(tables -> Loader.faces(tables, session));
    }

    @Override
    public Load load(SessionId session, Window window) {
        try {
            return keeper.store().read(tables -> Loader.load(tables, session, window));
        } catch (StoreDamaged damaged) {
            return new Load.Damaged(damaged.damage());
        } catch (StoreDown down) {
            return new Load.Unavailable(down.reason());
        }
    }

    @Override
    public Load peek(SessionId session, Window window) {
        try {
            return keeper.read(tables -> Loader.load(tables, session, window));
        } catch (StoreDamaged damaged) {
            return new Load.Damaged(damaged.damage());
        } catch (StoreDown down) {
            return new Load.Unavailable(down.reason());
        }
    }

    @Override
    public Stretch rows(SessionId session, long afterSeq, int maxBytes) {
        return stretch(tables -> Loader.rows(tables, session, afterSeq, maxBytes));
    }

    @Override
    public Stretch before(SessionId session, long seq, int maxRows, long maxBytes) {
        return stretch(tables -> Loader.before(tables, session, seq, maxRows, maxBytes));
    }

    private Stretch stretch(Readers.Reading<Stretch> reading) {
        try {
            return keeper.read(reading);
        } catch (StoreDamaged damaged) {
            return new Stretch.Damaged(damaged.damage());
        } catch (StoreDown down) {
            return new Stretch.Unavailable(down.reason());
        }
    }

    @Override
    public Footing footing(SessionId session, long seq) {
        try {
            return keeper.read(tables -> Loader.footing(tables, session, seq));
        } catch (StoreDamaged damaged) {
            return new Footing.Damaged(damaged.damage());
        } catch (StoreDown down) {
            return new Footing.Unavailable(down.reason());
        }
    }

    @Override
    public List<Listed> list() throws IOException {
        return keeper.read(ReadTables::all).whole().stream()
                .filter(known -> !known.buried())
                .map(ReadTables.Known::line)
                .toList();
    }

    @Override
    public SortedMap<SessionId, Damage> damaged() throws IOException {
        return keeper.read(ReadTables::all).broken();
    }

    @Override
    public Set<SessionId> owing() throws IOException {
        return sessions(known -> !known.buried() && owes(known.line()));
    }

    private static boolean owes(Listed line) {
        return line.kvSeq().isPresent()
                ? line.at().seq() > line.kvSeq().getAsLong()
                : line.at().seq() >= 1;
    }

    @Override
    public Set<SessionId> buried() throws IOException {
        return sessions(ReadTables.Known::buried);
    }

    @Override
    public Optional<Trimmed> trimmed(SessionId session) throws IOException {
        return keeper.read(tables -> Loader.trimmed(tables, session));
    }

    @Override
    public long adoptions() throws IOException {
        return sessions(known -> known.line().origin() == Origin.ADOPTED).size();
    }

    private Set<SessionId> sessions(Predicate<ReadTables.Known> those) throws IOException {
        return keeper.read(ReadTables::all).whole().stream()
                .filter(those)
                .map(known -> known.line().session())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Copied rewrite(Progress progress) throws IOException {
        return keeper.store().rewrite(progress);
    }

    @Override
    public Copied backUp(Path to, Progress progress) throws IOException {
        return keeper.store().backUp(to, progress);
    }

    @Override
    public StoreView view() {
        return new StoreView(folder.storeId(), keeper::read);
    }

    @Override
    public String storeId() {
        return folder.storeId();
    }

    @Override
    public Health health() {
        return keeper.whyDown().<Health>map(Health.Down::new).orElseGet(this::space);
    }

    private Health space() {
        long free = free();
        return free < Limits.FREE_BYTES ? new Health.Low(free) : new Health.Well();
    }

    /** Usable bytes on the store's disk; none if the disk cannot even say. */
    private long free() {
        try {
            return Files.getFileStore(folder.folder()).getUsableSpace();
        } catch (IOException mute) {
            return 0;
        }
    }

    @Override
    public StoreMetrics metrics() {
        return metrics;
    }

    @Override
    public void close() throws IOException {
        keeper.close();
        folder.close();
    }
}
