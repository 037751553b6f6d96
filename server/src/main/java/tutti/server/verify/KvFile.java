package tutti.server.verify;

import java.io.IOException;
import java.util.Optional;
import tutti.model.SessionId;
import tutti.server.kv.SnapshotStore;
import tutti.server.room.Papers;
import tutti.server.store.Mark;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;

/**
 * A session's KV file as it lies there.
 *
 * @param there whether there is one
 * @param document what is in it, if it is a whole document of that session
 */
record KvFile(boolean there, Optional<Document> document) {
    /** Reads it. Blocks on the disk. */
    static KvFile of(SnapshotStore files, SessionId session) throws IOException {
        if (!files.has(session)) {
            return new KvFile(false, Optional.empty());
        }
        return new KvFile(
                true,
                files.read(session)
                        .flatMap(filed -> document(session, filed.document().toArray())));
    }

    private static Optional<Document> document(SessionId session, byte[] text) {
        return switch (Documents.read(text)) {
            case Parsed.Of<Document>(Document document) ->
                document.stamp().filter(stamp -> stamp.id().equals(session)).map(_ -> document);
            case Parsed.Malformed<Document> _ -> Optional.empty();
        };
    }

    /** The place in the session's history that it says it shows. */
    Optional<Mark> place() {
        return document.flatMap(Document::stamp).flatMap(Papers::place);
    }
}
