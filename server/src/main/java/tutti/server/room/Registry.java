package tutti.server.room;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tutti.edit.Sessions;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Problem;
import tutti.server.store.Bytes;
import tutti.server.store.Creation;
import tutti.server.store.Load;
import tutti.server.store.Origin;
import tutti.server.store.Window;
import tutti.sync.Secret;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;

/** Sessions begin and end here: made, copied, published, deleted, brought back, purged. Blocks on store and rooms. */
final class Registry {
    /** What a copy is made of. */
    interface Now {
        /** The session as it is durable now, without waking it. */
        Then of(RoomActor room);
    }

    private static final Window NOTHING = new Window(0, 0);

    private final RoomHost host;
    private final Means means;
    private final Now now;

    Registry(RoomHost host, Now now) {
        this.host = host;
        this.means = host.means();
        this.now = now;
    }

    /** A session of this body, which is a document or asks for a copy. */
    Answer create(String body) {
        return switch (means.codec().read(CopyRequest.class, body, Limits.COPY_BODY)) {
            case Parsed.Of<CopyRequest>(CopyRequest copy) -> copy(copy, request(body));
            case Parsed.Malformed<CopyRequest> noCopy ->
                switch (Documents.read(body)) {
                    case Parsed.Of<Document>(Document document) ->
                        document.stamp()
                                .map(stamp -> create(stamp.id(), document.session(), request(body)))
                                .orElseGet(() -> new Answer.Refused(Problem.MALFORMED, "id"));
                    case Parsed.Malformed<Document> malformed -> {
                        boolean meant = body.contains("\"copyOf\"");
                        yield new Answer.Refused(Problem.MALFORMED, meant ? noCopy.where() : malformed.where());
                    }
                };
        };
    }

    private static String request(String body) {
        return tutti.sync.Chain.of(Bytes.utf8(body).sha256().toArray()).hex();
    }

    private Answer create(SessionId id, Session asked, String request) {
        Session session = asked.equals(Session.BLANK) ? host.births().blank() : asked;
        return vacant(id, () -> made(id, host.create(id, session, Origin.NEW, request)));
    }

    /** What {@code make} answers, if that id may be given. */
    private Answer vacant(SessionId id, java.util.function.Supplier<Answer> make) {
        return switch (host.look(id)) {
            case Found.Here(RoomActor room) when room.deleted().isPresent() -> refused(Problem.DELETED);
            case Found.Here _, Found.Nowhere _ -> make.get();
            case Found.Damaged(String words) -> new Answer.Refused(Problem.DAMAGED, words);
            case Found.Later _ -> refused(Problem.PAUSED);
        };
    }

    private Answer copy(CopyRequest asked, String request) {
        return switch (host.look(asked.copyOf())) {
            case Found.Here(RoomActor source) when source.deleted().isPresent() -> refused(Problem.DELETED);
            case Found.Here(RoomActor source) ->
                switch (then(source, asked)) {
                    case Then.Found(Reading reading) -> vacant(asked.id(), () -> copy(asked, reading, request));
                    case Then.Nowhere _ -> new Answer.Refused(Problem.NO_MOMENT, "seq");
                    case Then.Damaged _ -> refused(Problem.DAMAGED);
                    case Then.Later _ -> refused(Problem.PAUSED);
                };
            case Found.Nowhere _ -> new Answer.Refused(Problem.UNKNOWN_SESSION, "copyOf");
            case Found.Damaged(String words) -> new Answer.Refused(Problem.DAMAGED, words);
            case Found.Later _ -> refused(Problem.PAUSED);
        };
    }

    private Then then(RoomActor source, CopyRequest asked) {
        return asked.seq().map(seq -> host.archive().at(source.id(), seq)).orElseGet(() -> now.of(source));
    }

    private Answer copy(CopyRequest asked, Reading of, String request) {
        Lineage.Source source = new Lineage.Source(of.session().name(), of.seq());
        return Sessions.copy(of.session(), asked.copyOf(), asked.frozen(), asked.name())
                .map(copy -> made(asked.id(), host.copy(asked.id(), copy, source, request)))
                .orElseGet(() -> new Answer.Refused(Problem.MALFORMED, "name"));
    }

    private static Answer made(SessionId id, Creation creation) {
        return switch (creation) {
            case Creation.Made _ -> made(id);
            case Creation.There(boolean sameRequest) -> sameRequest ? made(id) : refused(Problem.TAKEN);
            case Creation.Damaged(var damage) -> Archive.broken(damage.toString());
            case Creation.Buried _ -> refused(Problem.GONE);
            case Creation.Unknown _ -> refused(Problem.UNKNOWN_OUTCOME);
            case Creation.Rejected _ -> refused(Problem.REFUSED);
        };
    }

    private static Answer made(SessionId id) {
        return new Answer.Made(id.text(), "{\"id\":\"" + id.text() + "\"}");
    }

    private static Answer refused(Problem problem) {
        return new Answer.Refused(problem, "");
    }

    /** What a member asks of a session's life, once it is durable. */
    Answer dispose(String id, Disposal.Kind kind, String secret, String request) {
        if (Secret.parse(secret).isEmpty()) {
            return refused(Problem.NO_SECRET);
        }
        Optional<SessionId> parsed = SessionId.parse(id);
        if (parsed.isEmpty()) {
            return refused(Problem.UNKNOWN_SESSION);
        }
        return switch (host.look(parsed.get())) {
            case Found.Here(RoomActor room) -> dispose(room, kind, request);
            case Found.Nowhere _ -> nowhere(parsed.get(), kind);
            case Found.Damaged(String words) -> new Answer.Refused(Problem.DAMAGED, words);
            case Found.Later _ -> refused(Problem.PAUSED);
        };
    }

    /** A purge that is sent again finds nothing but the tombstone. */
    private Answer nowhere(SessionId id, Disposal.Kind kind) {
        boolean purged = kind == Disposal.Kind.PURGE && means.journal().peek(id, NOTHING) instanceof Load.Buried;
        return purged ? gone(id) : refused(Problem.UNKNOWN_SESSION);
    }

    private Answer dispose(RoomActor room, Disposal.Kind kind, String request) {
        CompletableFuture<Disposal.Reply> reply = new CompletableFuture<>();
        room.offer(new Letter.Asked(
                new Disposal(kind, known(kind, request), means.time().wall(), reply)));
        return Asked.heard(reply)
                .map(said -> answer(room.id(), said))
                .orElseGet(() -> refused(Problem.UNKNOWN_OUTCOME));
    }

    /** By what the store knows it when it comes again; of a long one by its hash. */
    private static String known(Disposal.Kind kind, String request) {
        String whole = kind + ":" + request;
        return whole.length() <= tutti.server.store.Limits.REQUEST ? whole : kind + ":" + request(request);
    }

    private static Answer answer(SessionId id, Disposal.Reply reply) {
        return switch (reply) {
            case Disposal.Reply.Done(var deleted) ->
                new Answer.Found(
                        "{\"deleted\":" + (deleted.isPresent() ? deleted.getAsLong() : "null") + ",\"id\":\""
                                + id.text() + "\"}",
                        "");
            case Disposal.Reply.Gone _ -> gone(id);
            case Disposal.Reply.NotDeleted _ -> refused(Problem.NOT_DELETED);
            case Disposal.Reply.Paused _ -> refused(Problem.PAUSED);
            case Disposal.Reply.Unknown _ -> refused(Problem.UNKNOWN_OUTCOME);
            case Disposal.Reply.Broken _ -> refused(Problem.BROKEN);
        };
    }

    private static Answer gone(SessionId id) {
        return new Answer.Found("{\"gone\":true,\"id\":\"" + id.text() + "\"}", "");
    }
}
