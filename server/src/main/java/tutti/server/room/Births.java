package tutti.server.room;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tutti.edit.Sessions;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Creation;
import tutti.server.store.Mark;
import tutti.server.store.Origin;
import tutti.wire.LegacyRecord;

/** Makes sessions: a snapshot at seq 0, without a row and so without a debt. Blocks on the store; any thread. */
record Births(Means means) {
    /** A new session's document with a chance of its own. */
    Session blank() {
        return Sessions.born(means.ids().get().hashCode());
    }

    /**
     * Writes the beginning of a session.
     *
     * @param request id of the asking: the same once more is told that it was there by the same request
     * @param created milliseconds since 1970
     */
    Creation make(SessionId id, Session session, Origin origin, String request, long created) {
        return make(id, session, lineage(session, Optional.empty()), origin, request, created);
    }

    /** Writes the beginning of a copy of {@code source}; else as {@link #make}. */
    Creation copy(SessionId id, Session copy, Lineage.Source source, String request, long created) {
        return make(id, copy, lineage(copy, Optional.of(source)), Origin.COPY, request, created);
    }

    /** A session made of an old record. */
    Creation adopt(SessionId id, LegacyRecord record) {
        return make(id, Papers.birth(begins(), record));
    }

    private static Lineage lineage(Session session, Optional<Lineage.Source> source) {
        return new Lineage(session.copiedFrom(), source, List.of());
    }

    private Creation make(SessionId id, Session session, Lineage lineage, Origin origin, String request, long created) {
        return make(id, Papers.birth(begins(), session, lineage, request, origin, created));
    }

    private Mark begins() {
        return Papers.mark(
                0,
                tutti.sync.Chain.of(Bytes.utf8(means.ids().get() + means.ids().get())
                        .sha256()
                        .toArray()));
    }

    private Creation make(SessionId id, Birth birth) {
        CompletableFuture<Creation> told = new CompletableFuture<>();
        means.journal().create(id, birth, told::complete);
        return Asked.heard(told).orElseGet(() -> new Creation.Unknown("the store takes too long, or the server stops"));
    }
}
