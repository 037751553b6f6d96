package tutti.server.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tutti.edit.Parts;
import tutti.model.SessionId;
import tutti.server.net.Backlog;
import tutti.server.net.Frame;
import tutti.server.net.Piece;
import tutti.server.net.Ring;
import tutti.server.store.Journal;
import tutti.server.store.Row;
import tutti.server.store.StoreDamaged;
import tutti.server.store.StoreDown;
import tutti.server.store.Stretch;
import tutti.sync.Chained;
import tutti.sync.ServerMessage.Snapshot;
import tutti.wire.Documents;

/**
 * What one connection that is behind its ring is sent: for a newcomer the document as it was at the greeting, in parts
 * that are cut as they go, then the journal's rows. Called on one virtual thread at a time.
 */
final class CatchUp implements Backlog {
    private final Journal journal;
    private final SessionId id;
    private final Frames frames;
    /** For a newcomer, until it has all of them; not held longer, since a connection may last for days. */
    private @Nullable Iterator<Snapshot> parts;

    /** @param document for a newcomer; null for one who goes on from rows */
    CatchUp(Journal journal, SessionId id, Frames frames, @Nullable Reading document) {
        this.journal = journal;
        this.id = id;
        this.frames = frames;
        this.parts = document == null
                ? null
                : Documents.snapshot(document.seq(), document.chain(), Parts.each(document.session()));
    }

    @Override
    public List<Piece> next(long position) throws IOException, Papers.Unreadable {
        return position == Ring.NOTHING ? snapshot() : rows(position);
    }

    private List<Piece> snapshot() {
        Iterator<Snapshot> rest = parts;
        List<Piece> pieces = new ArrayList<>();
        long bytes = 0;
        while (rest != null && rest.hasNext() && bytes < Limits.CATCH_UP_BYTES) {
            Snapshot part = rest.next();
            Frame frame = frames.of(part);
            bytes += frame.size();
            pieces.add(new Piece(part.last() ? part.seq() : Ring.NOTHING, frame));
        }
        parts = rest == null || !rest.hasNext() ? null : rest;
        return pieces;
    }

    private List<Piece> rows(long after) throws IOException, Papers.Unreadable {
        return switch (journal.rows(id, after, Limits.CATCH_UP_BYTES)) {
            case Stretch.Rows stretch -> encode(stretch.rows());
            case Stretch.Nowhere _ -> throw new IOException("there is no row " + after + " in " + id.text());
            case Stretch.Damaged damaged ->
                throw new StoreDamaged(
                        damaged.damage().where(), damaged.damage().what());
            case Stretch.Unavailable down -> throw new StoreDown(down.reason());
        };
    }

    private List<Piece> encode(List<Row> rows) throws Papers.Unreadable {
        List<Chained> chained = new ArrayList<>();
        for (Row row : rows) {
            chained.add(Papers.chained(frames.codec(), row));
        }
        return frames.rows(chained);
    }
}
