package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.model.SessionId;

/** All that a read may see: one state of the store, however long the read takes. One thread at a time. */
final class ReadTables implements AutoCloseable {
    /**
     * A session's own row and its head.
     *
     * @param line what a listing says of it
     * @param asked whether the request that made it is as it was written
     */
    record Known(long number, Listed line, long version, boolean buried, long outboxes, boolean asked) {}

    /**
     * All sessions there are.
     *
     * @param broken those of which the catalogue is not as it was written, and what is wrong; others are whole
     */
    record Catalogue(List<Known> whole, SortedMap<SessionId, Damage> broken) {}

    private final Connection from;
    private final PreparedStatement one;
    private final PreparedStatement all;
    private final PreparedStatement starts;
    private final PreparedStatement rows;
    private final PackTable packs;
    private final PreparedStatement manifest;
    private final PreparedStatement earlier;
    private final PreparedStatement allEarlier;
    private final PreparedStatement part;
    private final PreparedStatement outboxes;

    /** Takes the connection over; it is closed if that fails. */
    static ReadTables on(Connection from) throws SQLException {
        try {
            return new ReadTables(from);
        } catch (SQLException failed) {
            from.close();
            throw failed;
        }
    }

    private ReadTables(Connection from) throws SQLException {
        this.from = from;
        from.setAutoCommit(false);
        try (Statement set = from.createStatement()) {
            set.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
        }
        one = from.prepareStatement(KnownTable.SELECT + " WHERE s.id = ?");
        all = from.prepareStatement(KnownTable.SELECT + " ORDER BY s.id");
        starts = from.prepareStatement("SELECT id, chain FROM start WHERE id BETWEEN ? AND ?");
        rows = from.prepareStatement("SELECT id, chain, body FROM entry WHERE id BETWEEN ? AND ? ORDER BY id");
        packs = new PackTable(from);
        manifest = from.prepareStatement("SELECT hash, body FROM manifest WHERE session = ?");
        earlier = from.prepareStatement(
                "SELECT hash, body FROM earlier WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1");
        allEarlier = from.prepareStatement("SELECT hash, body FROM earlier WHERE id BETWEEN ? AND ? ORDER BY id");
        part = from.prepareStatement("SELECT body FROM part WHERE id = ?");
        outboxes = from.prepareStatement("SELECT * FROM outbox WHERE id BETWEEN ? AND ? ORDER BY id");
    }

    Optional<Known> known(SessionId session) throws SQLException, StoreDamaged {
        return Sql.one(one, KnownTable::known, session.text());
    }

    /**
     * Every session, living or buried, by id.
     *
     * @throws StoreDamaged if there is a row of which the id is none; another's id keeps a store from being opened
     */
    Catalogue all() throws SQLException, StoreDamaged {
        List<Known> whole = new ArrayList<>();
        SortedMap<SessionId, Damage> broken = new TreeMap<>(Comparator.comparing(SessionId::text));
        Sql.all(all, row -> {
            SessionId id = KnownTable.id(row);
            try {
                whole.add(KnownTable.known(row));
            } catch (StoreDamaged damaged) {
                broken.put(id, damaged.damage());
            }
            return id;
        });
        return new Catalogue(whole, broken);
    }

    /** Reads all pages of the catalogue: one that H2 cannot read is to be found before anything is written. */
    void turnCatalogue() throws SQLException, StoreDamaged {
        Sql.all(all, row -> row.getLong("number"));
    }

    /** Where chains of this session began, by seq. */
    NavigableMap<Long, Chain> starts(long session) throws SQLException, StoreDamaged {
        NavigableMap<Long, Chain> found = new TreeMap<>();
        Sql.all(
                        starts,
                        row -> new Mark(Tables.low(row.getLong("id")), new Chain(Sql.bytes(row, "chain"))),
                        Tables.key(session, 0),
                        Tables.key(session, Limits.SEQ))
                .forEach(start -> found.put(start.seq(), start.chain()));
        return found;
    }

    /** Rows {@code first} to {@code last}, as far as they are there, packed or loose. */
    List<Row> rows(long session, long first, long last, String where) throws SQLException, StoreDamaged {
        List<Row> loose = loose(session, first, last);
        if (loose.size() == last - first + 1) {
            return loose;
        }
        long end = loose.isEmpty() ? last : loose.getFirst().seq() - 1;
        List<Row> all = packs.rows(session, first, end, where);
        all.addAll(loose);
        return all;
    }

    private List<Row> loose(long session, long first, long last) throws SQLException, StoreDamaged {
        return Sql.all(
                rows,
                row -> new Row(
                        new Mark(Tables.low(row.getLong("id")), new Chain(Sql.bytes(row, "chain"))),
                        Sql.bytes(row, "body")),
                Tables.key(session, first),
                Tables.key(session, last));
    }

    /** The pack that holds the row {@code seq}, if that row is packed. */
    Optional<Pack> pack(long session, long seq, String where) throws SQLException, StoreDamaged {
        return packs.holding(session, seq, where);
    }

    /** What was trimmed of it, the first time first. */
    List<Trimmed> trimmed(long session, String where) throws SQLException, StoreDamaged {
        return TrimTable.of(from, session, where);
    }

    Manifest manifest(long session, String where) throws SQLException, StoreDamaged {
        return Sql.one(manifest, row -> manifest(row, where), session)
                .orElseThrow(() -> new StoreDamaged(where, "it has no snapshot"));
    }

    /** The newest manifest that shows {@code seq} or an earlier place, of those that others replaced. */
    Optional<Manifest> earlier(long session, long seq, String where) throws SQLException, StoreDamaged {
        return Sql.one(earlier, row -> manifest(row, where), Tables.key(session, 0), Tables.key(session, seq));
    }

    private static Manifest manifest(ResultSet row, String where) throws SQLException, StoreDamaged {
        Bytes body = Sql.bytes(row, "body");
        if (!body.sha256().equals(Sql.bytes(row, "hash"))) {
            throw new StoreDamaged(where, "its snapshot's manifest is not as it was written");
        }
        return Manifest.decode(body, where);
    }

    Optional<Bytes> part(long session, long number) throws SQLException, StoreDamaged {
        return Sql.one(part, row -> Sql.bytes(row, "body"), Tables.key(session, number));
    }

    List<OutboxState> outboxes(long session, String where) throws SQLException, StoreDamaged {
        return Sql.all(outboxes, row -> outbox(row, where), Tables.key(session, 0), Tables.key(session, Limits.SEQ));
    }

    List<Act> acts(long session, Meanwhile meanwhile, String where) throws SQLException, StoreDamaged {
        return ActTable.of(from, session, meanwhile, where);
    }

    Faces faces(long session, String where) throws SQLException, StoreDamaged {
        return FaceTable.of(from, session, where);
    }

    private static OutboxState outbox(ResultSet row, String where) throws SQLException, StoreDamaged {
        OutboxState state = new OutboxState(
                row.getString("member"), row.getString("outbox"), row.getLong("settled"), Sql.bytes(row, "verdicts"));
        if (row.getInt("crc") != OutboxTable.sum(row.getLong("id"), state)) {
            throw new StoreDamaged(where, "what an outbox of it was answered is not as it was written");
        }
        return state;
    }

    /** All manifests that others replaced, after the place {@code seq}. */
    List<Manifest> allEarlier(long session, long seq, String where) throws SQLException, StoreDamaged {
        return Sql.all(
                allEarlier, row -> manifest(row, where), Tables.key(session, seq + 1), Tables.key(session, Limits.SEQ));
    }

    /** What a counting statement counts. */
    long count(String sql) throws SQLException, StoreDamaged {
        try (PreparedStatement counting = from.prepareStatement(sql)) {
            return Sql.one(counting, row -> row.getLong(1)).orElse(0L);
        }
    }

    /** About how many bytes of the store are of use; takes a while. */
    long liveSize() throws SQLException, StoreDamaged {
        return LiveSize.of(from, this);
    }

    /** Ends this state of the store; the next read sees the next one. */
    void done() throws SQLException {
        packs.forget();
        from.rollback();
    }

    @Override
    public void close() throws SQLException {
        from.close();
    }
}
