package tutti.server.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.model.SessionId;
import tutti.server.room.Papers;
import tutti.server.store.Audit;
import tutti.server.store.Footing;
import tutti.server.store.Listed;
import tutti.server.store.Mark;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;
import tutti.server.store.StoreDamaged;
import tutti.server.store.Stretch;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.wire.Codec;
import tutti.wire.Stamp;

/** Writes a session's history down, from the oldest document that is kept. Blocks; changes nothing. */
public final class Exporter {
    private static final int STRETCH_BYTES = 4 * 1024 * 1024;

    private Exporter() {}

    /**
     * The history of a session in a store that is looked at.
     *
     * @throws StoreDamaged if it is not as it was written
     * @throws IOException if there is no such session, or it cannot be read now
     */
    public static Journey of(Audit audit, SessionId id, Codec codec) throws IOException {
        Listed line = line(audit, id);
        try {
            return of(audit, line, codec);
        } catch (Papers.Unreadable unreadable) {
            throw new StoreDamaged("session " + id.text(), String.valueOf(unreadable.getMessage()));
        }
    }

    /** @throws IOException if there is no such session */
    static Listed line(Audit audit, SessionId id) throws IOException {
        return audit.sessions().stream()
                .filter(entry -> entry.line().session().equals(id) && !entry.buried())
                .map(Audit.Entry::line)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no session " + id.text()));
    }

    private static Journey of(Audit audit, Listed line, Codec codec) throws IOException, Papers.Unreadable {
        Snapshot oldest = oldest(audit, line);
        Mark at = oldest.at();
        List<Chained> rows = new ArrayList<>();
        while (at.seq() < line.at().seq()) {
            for (Row row : stretch(audit, line, at)) {
                rows.add(Papers.chained(codec, row));
                at = row.at();
            }
        }
        Stamp stamp = new Stamp(line.session(), oldest.at().seq(), Papers.chain(oldest.at()), audit.storeId());
        Optional<Journey.Trim> trimmed = audit.trimmed(line)
                .map(known -> new Journey.Trim(known.wall(), known.upTo().seq(), known.rows()));
        SortedMap<Long, Chain> begins = new TreeMap<>();
        audit.starts(line)
                .tailMap(stamp.seq() + 1)
                .forEach((seq, chain) -> begins.put(seq, Papers.chain(new Mark(seq, chain))));
        return new Journey(stamp, Papers.session(oldest.parts()), trimmed, rows, begins);
    }

    private static Snapshot oldest(Audit audit, Listed line) throws IOException {
        Mark birth = audit.birth(line);
        return audit.footing(line, birth.seq()) instanceof Footing.At(Snapshot first) ? first : audit.newest(line);
    }

    private static List<Row> stretch(Audit audit, Listed line, Mark after) throws IOException {
        return switch (audit.rows(line, after.seq(), STRETCH_BYTES)) {
            case Stretch.Rows(Mark _, List<Row> found, Mark _) when !found.isEmpty() -> found;
            case Stretch.Rows _, Stretch.Nowhere _ ->
                throw new StoreDamaged("session " + line.session().text(), "there is no row after " + after.seq());
            case Stretch.Damaged damaged ->
                throw new StoreDamaged(
                        damaged.damage().where(), damaged.damage().what());
            case Stretch.Unavailable(String reason) -> throw new IOException(reason);
        };
    }
}
