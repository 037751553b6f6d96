package tutti.server.room;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Api;
import tutti.server.http.Binned;
import tutti.server.http.Listing;
import tutti.server.http.Paged;
import tutti.server.http.Problem;
import tutti.server.kv.Filed;
import tutti.server.store.Stretch;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Parsed;

/** Answers HTTP. Reads wake nothing and are never stale. Blocks on the store, and on a room's answer to an edit. */
final class RestDesk implements Api {
    private static final Logger LOG = LoggerFactory.getLogger(RestDesk.class);

    private final RoomHost host;
    private final Means means;
    private final Registry registry;
    private final Chronicle chronicle;
    private final Catalogue catalogue;
    private final AtomicLong tickets = new AtomicLong();
    private final Semaphore posts = new Semaphore(Limits.POSTS);

    RestDesk(RoomHost host) {
        this.host = host;
        this.means = host.means();
        this.registry = new Registry(host, this::now);
        this.chronicle = new Chronicle(means, host.archive());
        this.catalogue = new Catalogue(host);
    }

    @Override
    public Paged<Listing> sessions(Optional<String> after) {
        return catalogue.sessions(after);
    }

    @Override
    public Paged<Binned> bin(Optional<String> after) {
        return catalogue.bin(after);
    }

    /** The work of a whole document, if not too many wait for theirs. */
    private Answer heavy(Supplier<Answer> work) {
        return means.scribes().forGuest(work).orElseGet(() -> refused(Problem.BUSY));
    }

    @Override
    public Answer create(String body) {
        return heavy(() -> registry.create(body));
    }

    @Override
    public Answer delete(String id, String secret, String request) {
        return registry.dispose(id, Disposal.Kind.DELETE, secret, request);
    }

    @Override
    public Answer bringBack(String id, String secret, String request) {
        return registry.dispose(id, Disposal.Kind.BRING_BACK, secret, request);
    }

    @Override
    public Answer purge(String id, String secret, String request) {
        return registry.dispose(id, Disposal.Kind.PURGE, secret, request);
    }

    private static Answer refused(Problem problem) {
        return new Answer.Refused(problem, "");
    }

    @Override
    public Optional<String> tag(String id, OptionalLong seq) {
        return SessionId.parse(id)
                .flatMap(host::find)
                .filter(room -> room.deleted().isEmpty())
                .flatMap(room -> seq.isPresent()
                        ? chronicle.tag(room.id(), seq.getAsLong())
                        : room.durable().map(known -> known.chain().hex()).or(() -> chronicle.tag(room.id())));
    }

    @Override
    public Answer read(String id) {
        return at(
                id,
                room -> heavy(() -> {
                    Optional<Reading> known = room.durable();
                    return known.isPresent() ? chronicle.found(room.id(), known.get()) : stored(room.id());
                }));
    }

    @Override
    public Answer read(String id, long seq) {
        return at(id, room -> heavy(() -> chronicle.at(room, seq)));
    }

    @Override
    public Answer history(String id, long before, int limit, boolean acts) {
        return at(id, room -> heavy(() -> chronicle.page(room, before, limit, acts)));
    }

    /** What {@code use} answers for the room of that id. */
    private Answer at(String id, Function<RoomActor, Answer> use) {
        Optional<SessionId> parsed = SessionId.parse(id);
        if (parsed.isEmpty()) {
            return refused(Problem.UNKNOWN_SESSION);
        }
        return switch (host.look(parsed.get())) {
            case Found.Here(RoomActor room) when room.deleted().isPresent() -> refused(Problem.DELETED);
            case Found.Here(RoomActor room) -> use.apply(room);
            case Found.Nowhere _ -> refused(Problem.UNKNOWN_SESSION);
            case Found.Damaged(String words) -> new Answer.Refused(Problem.DAMAGED, words);
            case Found.Later _ -> refused(Problem.PAUSED);
        };
    }

    private Answer stored(SessionId id) {
        try {
            Optional<Filed> filed = means.files().read(id).filter(file -> isCurrent(id, file));
            return filed.isPresent() ? found(filed.get()) : folded(id);
        } catch (IOException failed) {
            LOG.warn("the KV file of {} cannot be read; it is derived, so the store is asked", id.text(), failed);
            return folded(id);
        }
    }

    private static Answer found(Filed file) {
        return new Answer.Found(
                file.document().text(), Papers.chain(file.stamp().at()).hex());
    }

    /** Whether the file shows the head, by its own seq and chain. */
    private boolean isCurrent(SessionId id, Filed file) {
        return switch (means.journal().rows(id, file.stamp().at().seq(), 1)) {
            case Stretch.Rows rows -> rows.head().equals(file.stamp().at());
            case Stretch.Nowhere _, Stretch.Damaged _, Stretch.Unavailable _ -> false;
        };
    }

    private Answer folded(SessionId id) {
        return switch (peeked(id)) {
            case Then.Found(Reading reading) -> chronicle.found(id, reading);
            case Then.Nowhere _ -> refused(Problem.UNKNOWN_SESSION);
            case Then.Damaged _ -> refused(Problem.DAMAGED);
            case Then.Later _ -> refused(Problem.PAUSED);
        };
    }

    /** The session as it is durable now, of the live room where there is one. */
    private Then now(RoomActor room) {
        Optional<Reading> live = room.published();
        return live.isPresent() ? new Then.Found(live.get()) : peeked(room.id());
    }

    private Then peeked(SessionId id) {
        return switch (host.restorer().peek(id)) {
            case Waked.Found found -> new Then.Found(found.reading());
            case Waked.Missing _ -> new Then.Nowhere();
            case Waked.Damaged(String words) -> {
                LOG.error("{} is damaged: {}", id.text(), words);
                yield new Then.Damaged(words);
            }
            case Waked.Later(String reason) -> new Then.Later(reason);
        };
    }

    @Override
    public Answer edit(String id, String secret, String body) {
        Optional<Secret> author = Secret.parse(secret);
        if (author.isEmpty()) {
            return refused(Problem.NO_SECRET);
        }
        return switch (means.codec().read(EditRequest.class, body, tutti.sync.Limits.CLIENT_FRAME)) {
            case Parsed.Of<EditRequest>(EditRequest request) -> at(id, room -> edit(room, author.get(), request));
            case Parsed.Malformed<EditRequest> malformed -> new Answer.Refused(Problem.MALFORMED, malformed.where());
        };
    }

    private Answer edit(RoomActor room, Secret author, EditRequest request) {
        if (!posts.tryAcquire()) {
            return refused(Problem.BUSY);
        }
        try {
            CompletableFuture<Post.Reply> reply = new CompletableFuture<>();
            room.offer(new Letter.Posted(
                    new Post(tickets.incrementAndGet(), author.member(), request.outbox(), request.edit(), reply)));
            return Asked.heard(reply).map(this::answer).orElseGet(() -> refused(Problem.UNKNOWN_OUTCOME));
        } finally {
            posts.release();
        }
    }

    private Answer answer(Post.Reply reply) {
        return switch (reply) {
            case Post.Reply.Settled settled ->
                new Answer.Settled(means.codec()
                        .write(new ServerMessage.Settled(
                                settled.n(),
                                settled.seq(),
                                settled.verdict().stream().toList())));
            case Post.Reply.Ahead(long settled) -> new Answer.Ahead(settled);
            case Post.Reply.Crowded _ -> refused(Problem.CROWDED);
            case Post.Reply.Unknown _ -> refused(Problem.UNKNOWN_OUTCOME);
            case Post.Reply.Paused _ -> refused(Problem.PAUSED);
            case Post.Reply.Missing _ -> refused(Problem.UNKNOWN_SESSION);
            case Post.Reply.Broken _ -> refused(Problem.BROKEN);
        };
    }
}
