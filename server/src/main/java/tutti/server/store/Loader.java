package tutti.server.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.model.SessionId;

/** Reads whole sessions and stretches of them out of one state of the store. */
final class Loader {
    private Loader() {}

    static Load load(ReadTables tables, SessionId session, Window window) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = tables.known(session);
        if (found.isEmpty()) {
            return new Load.Absent();
        }
        return found.get().buried() ? new Load.Buried() : load(tables, found.get(), window);
    }

    private static Load load(ReadTables tables, ReadTables.Known known, Window window)
            throws SQLException, StoreDamaged {
        String where = "session " + known.line().session().text();
        Past past = new Past(tables, known);
        Snapshot snapshot = snapshot(tables, known.number(), where);
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
                known.lineage(),
                line.frozen(),
                line.createdMillis(),
                line.deleted());
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
        return new Snapshot(manifest.at(), parts);
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
        Mark at = manifest.get().at();
        if (!new Past(tables, found.get()).holds(at)) {
            throw new StoreDamaged(where, "a snapshot of it is not on its chain");
        }
        return new Footing.At(snapshot(tables, number, manifest.get(), where));
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

    static List<Act> acts(ReadTables tables, SessionId session, long from, long to) throws SQLException, StoreDamaged {
        Optional<ReadTables.Known> found = standing(tables, session);
        return found.isEmpty() ? List.of() : tables.acts(found.get().number(), from, to, "session " + session.text());
    }

    private static Optional<ReadTables.Known> standing(ReadTables tables, SessionId session)
            throws SQLException, StoreDamaged {
        return tables.known(session).filter(known -> !known.buried());
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
