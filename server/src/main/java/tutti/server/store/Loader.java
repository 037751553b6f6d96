package tutti.server.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;

/** Reads whole sessions and stretches of them out of one state of the store. */
final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private Loader() {}

    static Load load(ReadTables tables, SessionId session, Window window) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = tables.known(session);
        if (found.isEmpty()) {
            return new Load.Absent();
        }
        if (found.get().buried()) {
            return new Load.Buried();
        }
        String where = "session " + session.text();
        long number = found.get().number();
        return load(tables, found.get(), window, whole(tables, number, tables.manifest(number, where), where), where);
    }

    /** As {@link #load}, but damage is told where that would go back to an older snapshot. */
    static Load strictly(ReadTables tables, SessionId session, Window window) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = standing(tables, session);
        if (found.isEmpty()) {
            return load(tables, session, window);
        }
        String where = "session " + session.text();
        return load(tables, found.get(), window, snapshot(tables, found.get().number(), where), where);
    }

    private static Load load(ReadTables tables, ReadTables.Known known, Window window, Snapshot snapshot, String where)
            throws SQLException, StoreDamaged {
        Past past = new Past(tables, known);
        List<Row> rows = past.tail(snapshot.at(), window);
        List<OutboxState> outboxes = tables.outboxes(known.number(), where);
        if (outboxes.size() != known.outboxes()) {
            throw new StoreDamaged(where, "it has " + outboxes.size() + " outboxes, and had " + known.outboxes());
        }
        return new Load.Found(head(known, past.start()), snapshot, rows, outboxes);
    }

    private static Head head(ReadTables.Known known, Mark start) {
        Listed line = known.line();
        return new Head(
                line.session(),
                line.at(),
                start,
                known.version(),
                line.kvSeq(),
                line.name(),
                line.origin(),
                line.lineage(),
                line.frozen(),
                line.createdMillis(),
                line.deleted());
    }

    private static Optional<Snapshot> older(ReadTables tables, long session, long before, String where)
            throws SQLException, StoreDamaged {
        for (long seq = before - 1; seq >= 0; ) {
            Optional<Manifest> manifest = tables.earlier(session, seq, where);
            if (manifest.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(snapshot(tables, session, manifest.get(), where));
            } catch (StoreDamaged damaged) {
                LOG.error(
                        "{}; it is in the snapshot at {}, too",
                        damaged.damage(),
                        manifest.get().at().seq());
                seq = manifest.get().at().seq() - 1;
            }
        }
        return Optional.empty();
    }

    private static Snapshot snapshot(ReadTables tables, long session, String where) throws SQLException, StoreDamaged {
        return snapshot(tables, session, tables.manifest(session, where), where);
    }

    private static Snapshot snapshot(ReadTables tables, long session, Manifest manifest, String where)
            throws SQLException, StoreDamaged {
        SortedMap<String, Bytes> parts = new TreeMap<>();
        for (Map.Entry<String, Manifest.Part> entry : manifest.parts().entrySet()) {
            parts.put(entry.getKey(), part(tables, session, entry, where));
        }
        return new Snapshot(manifest.at(), parts, true);
    }

    static Footing footing(ReadTables tables, SessionId session, long seq) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = tables.known(session)
                .filter(known -> !known.buried() && seq <= known.line().at().seq());
        if (found.isEmpty()) {
            return new Footing.Nowhere();
        }
        String where = "session " + session.text();
        long number = found.get().number();
        Manifest newest = tables.manifest(number, where);
        Optional<Manifest> manifest =
                newest.at().seq() <= seq ? Optional.of(newest) : tables.earlier(number, seq, where);
        if (manifest.isEmpty()) {
            return new Footing.Nowhere();
        }
        Snapshot whole = whole(tables, number, manifest.get(), where);
        Past past = new Past(tables, found.get());
        if (!past.holds(manifest.get().at()) || !past.holds(whole.at())) {
            throw new StoreDamaged(where, "a snapshot of it is not on its chain");
        }
        return new Footing.At(new Snapshot(past.onward(whole.at()), whole.parts(), whole.newest()));
    }

    /**
     * The snapshot of a manifest; where a part of it is damaged, the newest one of before that is whole. Rows lead on
     * from there to the same document, and the room's next snapshot writes every part anew.
     */
    private static Snapshot whole(ReadTables tables, long session, Manifest manifest, String where)
            throws SQLException, StoreDamaged {
        try {
            return snapshot(tables, session, manifest, where);
        } catch (StoreDamaged damaged) {
            Snapshot older = older(tables, session, manifest.at().seq(), where).orElseThrow(() -> damaged);
            LOG.error(
                    "{}; it is folded from its snapshot at {}",
                    damaged.damage(),
                    older.at().seq());
            return new Snapshot(older.at(), older.parts(), false);
        }
    }

    /** A part of a snapshot, as its manifest has it. */
    static Bytes part(ReadTables tables, long session, Map.Entry<String, Manifest.Part> named, String where)
            throws SQLException, StoreDamaged {
        Bytes part = tables.part(session, named.getValue().number())
                .orElseThrow(() -> new StoreDamaged(where + ", part " + named.getKey(), "it is missing"));
        if (!part.sha256().equals(named.getValue().hash())) {
            throw new StoreDamaged(where + ", part " + named.getKey(), "it is not as it was written");
        }
        return part;
    }

    static List<Act> acts(ReadTables tables, SessionId session, Meanwhile meanwhile) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = standing(tables, session);
        return found.isEmpty() ? List.of() : tables.acts(found.get().number(), meanwhile, "session " + session.text());
    }

    static Faces faces(ReadTables tables, SessionId session) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = standing(tables, session);
        return found.isEmpty() ? Faces.NONE : tables.faces(found.get().number(), "session " + session.text());
    }

    private static Optional<ReadTables.Known> standing(ReadTables tables, SessionId session)
            throws SQLException, StoreDamaged {
        return tables.known(session).filter(known -> !known.buried());
    }

    /** What was trimmed of it last. */
    static Optional<Trimmed> trimmed(ReadTables tables, SessionId session) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = standing(tables, session);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Trimmed> all = tables.trimmed(found.get().number(), "session " + session.text());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    static Stretch rows(ReadTables tables, SessionId session, long after, int maxBytes)
            throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = standing(tables, session);
        if (found.isEmpty()) {
            return new Stretch.Nowhere();
        }
        Mark head = found.get().line().at();
        Past past = new Past(tables, found.get());
        if (after < past.birth() || after > head.seq()) {
            return new Stretch.Nowhere();
        }
        Mark from = past.at(after);
        return new Stretch.Rows(from, past.after(from, Limits.STRETCH_ROWS, maxBytes), head);
    }

    static Stretch before(ReadTables tables, SessionId session, long seq, int maxRows, long maxBytes)
            throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = standing(tables, session);
        if (found.isEmpty()) {
            return new Stretch.Nowhere();
        }
        Mark head = found.get().line().at();
        Past past = new Past(tables, found.get());
        long last = Math.clamp(seq - 1, past.birth(), head.seq());
        return past.before(last, maxRows, maxBytes, head);
    }
}
