package tutti.server.room;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tutti.model.SessionId;
import tutti.server.store.Act;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Creation;
import tutti.server.store.Damage;
import tutti.server.store.Faces;
import tutti.server.store.Footing;
import tutti.server.store.Health;
import tutti.server.store.Journal;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Meanwhile;
import tutti.server.store.Outcome;
import tutti.server.store.StoreMetrics;
import tutti.server.store.Stretch;
import tutti.server.store.Trimmed;
import tutti.server.store.Window;

/** Any journal in a test's hand: a write waits for what the store tells, and tells it on the test's thread. */
class HeldJournal extends JournalInHand {
    private final Journal store;

    HeldJournal(Journal store) {
        this.store = store;
    }

    private <T> void write(Consumer<Consumer<T>> work, Consumer<T> told) {
        write(() -> {
            CompletableFuture<T> answer = new CompletableFuture<>();
            work.accept(answer::complete);
            told.accept(answer.orTimeout(1, TimeUnit.MINUTES).join());
        });
    }

    @Override
    public void create(SessionId id, Birth birth, Consumer<Creation> told) {
        write(answer -> store.create(id, birth, answer), told);
    }

    @Override
    public void append(Batch batch, Consumer<Outcome> told) {
        write(answer -> store.append(batch, answer), told);
    }

    @Override
    public void noteKv(SessionId id, long version, long seq, Consumer<Outcome> told) {
        write(answer -> store.noteKv(id, version, seq, answer), told);
    }

    @Override
    public void bin(SessionId id, long version, OptionalLong deleted, String request, Consumer<Outcome> told) {
        write(answer -> store.bin(id, version, deleted, request, answer), told);
    }

    @Override
    public void bury(SessionId id, long version, String request, Consumer<Outcome> told) {
        write(answer -> store.bury(id, version, request, answer), told);
    }

    @Override
    public void note(SessionId id, Act act) {
        store.note(id, act);
    }

    @Override
    public Load load(SessionId id, Window window) {
        return store.load(id, window);
    }

    @Override
    public Load peek(SessionId id, Window window) {
        return store.peek(id, window);
    }

    @Override
    public Stretch rows(SessionId id, long after, int maxBytes) {
        return store.rows(id, after, maxBytes);
    }

    @Override
    public Stretch before(SessionId id, long seq, int maxRows, long maxBytes) {
        return store.before(id, seq, maxRows, maxBytes);
    }

    @Override
    public Footing footing(SessionId id, long seq) {
        return store.footing(id, seq);
    }

    @Override
    public List<Listed> list() throws IOException {
        return store.list();
    }

    @Override
    public SortedMap<SessionId, Damage> damaged() throws IOException {
        return store.damaged();
    }

    @Override
    public Set<SessionId> owing() throws IOException {
        return store.owing();
    }

    @Override
    public Set<SessionId> buried() throws IOException {
        return store.buried();
    }

    @Override
    public List<Act> acts(SessionId id, Meanwhile meanwhile) throws IOException {
        return store.acts(id, meanwhile);
    }

    @Override
    public Faces faces(SessionId id) throws IOException {
        return store.faces(id);
    }

    @Override
    public Optional<Trimmed> trimmed(SessionId id) throws IOException {
        return store.trimmed(id);
    }

    @Override
    public long adoptions() throws IOException {
        return store.adoptions();
    }

    @Override
    public String storeId() {
        return store.storeId();
    }

    @Override
    public Health health() {
        return store.health();
    }

    @Override
    public StoreMetrics metrics() {
        return store.metrics();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
