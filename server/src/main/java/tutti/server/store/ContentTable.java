package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes rows, snapshot parts and manifests. Writer thread only, inside its transaction. */
final class ContentTable {
    private final PreparedStatement row;
    private final PreparedStatement part;
    private final PreparedStatement manifest;
    private final PreparedStatement insertManifest;
    private final PreparedStatement updateManifest;
    private final PreparedStatement newestEarlier;
    private final PreparedStatement earlier;

    ContentTable(Connection to) throws SQLException {
        row = to.prepareStatement("INSERT INTO entry VALUES(?, ?, ?)");
        part = to.prepareStatement("INSERT INTO part VALUES(?, ?)");
        manifest = to.prepareStatement("SELECT hash, body FROM manifest WHERE session = ?");
        insertManifest = to.prepareStatement("INSERT INTO manifest VALUES(?, ?, ?)");
        updateManifest = to.prepareStatement("UPDATE manifest SET hash = ?, body = ? WHERE session = ?");
        newestEarlier = to.prepareStatement("SELECT id FROM earlier WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1");
        earlier = to.prepareStatement("INSERT INTO earlier VALUES(?, ?, ?)");
    }

    void row(long session, Row added) throws SQLException {
        Sql.run(row, Tables.key(session, added.seq()), added.at().chain().bytes(), added.bytes());
    }

    /** The first snapshot of a session. */
    void begin(long session, Mark at, SortedMap<String, Bytes> parts) throws SQLException, RejectedWrite {
        Bytes body = add(session, at, 1, new TreeMap<>(), parts).encode();
        Sql.run(insertManifest, session, body.sha256(), body);
    }

    /** A later snapshot: changed parts first, the manifest last. */
    void checkpoint(long session, Checkpoint taken) throws SQLException, StoreDamaged, RejectedWrite {
        Manifest old = newest(session);
        SortedMap<String, Manifest.Part> parts = new TreeMap<>();
        for (String path : taken.kept()) {
            Manifest.Part kept = old.parts().get(path);
            if (kept == null) {
                throw new RejectedWrite("the stored snapshot has no part " + path);
            }
            parts.put(path, kept);
        }
        keep(session, old);
        Bytes body = add(session, taken.at(), old.next(), parts, taken.fresh()).encode();
        Sql.run(updateManifest, body.sha256(), body, session);
    }

    /** What is written now vouches for what is taken over from it, so it is looked at first. */
    private Manifest newest(long session) throws SQLException, RejectedWrite {
        try {
            return Sql.one(manifest, row -> whole(row, "session " + session), session)
                    .orElseThrow(() -> new RejectedWrite("the session has no manifest"));
        } catch (StoreDamaged damaged) {
            throw new RejectedWrite(damaged.damage().toString());
        }
    }

    private static Manifest whole(ResultSet row, String where) throws SQLException, StoreDamaged {
        Bytes body = Sql.bytes(row, "body");
        if (!body.sha256().equals(Sql.bytes(row, "hash"))) {
            throw new StoreDamaged(where, "its manifest is not as it was written");
        }
        return Manifest.decode(body, where);
    }

    /** So that any moment can be built without reading more than some thousand rows, a manifest now and then stays. */
    private void keep(long session, Manifest old) throws SQLException, StoreDamaged {
        long seq = old.at().seq();
        Optional<Long> newest =
                Sql.one(newestEarlier, row -> row.getLong(1), Tables.key(session, 0), Tables.key(session, Limits.SEQ));
        if (newest.filter(id -> seq < Tables.low(id) + Limits.EARLIER_ROWS).isEmpty()) {
            Bytes body = old.encode();
            Sql.run(earlier, Tables.key(session, seq), body.sha256(), body);
        }
    }

    private Manifest add(
            long session, Mark at, long from, SortedMap<String, Manifest.Part> parts, SortedMap<String, Bytes> fresh)
            throws SQLException, RejectedWrite {
        long next = from;
        for (Map.Entry<String, Bytes> added : fresh.entrySet()) {
            if (next > Limits.SEQ) {
                throw new RejectedWrite("the session has all the parts that it can have");
            }
            Sql.run(part, Tables.key(session, next), added.getValue());
            parts.put(added.getKey(), new Manifest.Part(next, added.getValue().sha256()));
            next++;
        }
        return new Manifest(at, next, parts);
    }
}
