package tutti.server.store;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;

/** Knows a session again by its own row, its head, and what vouches for both. */
final class KnownTable {
    /** A session's own row, which never changes. */
    private record Own(long number, SessionId id, Origin origin, boolean frozen, long created, Bytes lineage) {}

    static final String REQUEST_DAMAGED = "the request that made it is not as it was written";
    private static final Logger LOG = LoggerFactory.getLogger(KnownTable.class);
    /** What joins all that to a session. */
    static final String SELECT = "SELECT s.number, s.id, s.origin, s.frozen, s.created, s.lineage, s.crc,"
            + " h.version, h.seq, h.chain, h.kv_seq, h.name, t.request AS tomb,"
            + " e.name AS name_sum, e.kv AS kv_sum, e.tomb AS tomb_sum, e.outboxes,"
            + " b.deleted AS bin_deleted, b.request AS bin_request, b.crc AS bin_crc,"
            + " s.request, v.request AS request_sum, v.bin AS bin_sum"
            + " FROM session s LEFT JOIN head h ON h.session = s.number LEFT JOIN tomb t ON t.session = s.number"
            + " LEFT JOIN seal e ON e.session = s.number LEFT JOIN bin b ON b.session = s.number"
            + " LEFT JOIN voucher v ON v.session = s.number";

    private KnownTable() {}

    /** @throws StoreDamaged if the catalogue is not as it was written, of this session */
    static ReadTables.Known known(ResultSet row) throws SQLException, StoreDamaged {
        SessionId id = id(row);
        try {
            return known(row, own(row, id));
        } catch (SQLDataException | IllegalArgumentException none) {
            throw new StoreDamaged("session " + id.text(), "a value in its row is none: " + none.getMessage());
        }
    }

    /** Of which session a row is, whatever else it says: {@link CatalogueCheck} saw that it is found by its id. */
    static SessionId id(ResultSet row) throws SQLException, StoreDamaged {
        String id = row.getString("id");
        return SessionId.parse(id).orElseThrow(() -> new StoreDamaged("session " + id, "this is no id of a session"));
    }

    private static Own own(ResultSet row, SessionId id) throws SQLException, StoreDamaged {
        long number = row.getLong("number");
        int origin = row.getInt("origin");
        boolean frozen = row.getBoolean("frozen");
        long created = row.getLong("created");
        Bytes lineage = Sql.bytes(row, "lineage");
        if (row.getInt("crc") != SessionTable.sum(number, id, origin, frozen, created, lineage)) {
            throw new StoreDamaged("session " + id.text(), "its row is not as it was written");
        }
        return new Own(number, id, Origin.ofCode(origin), frozen, created, lineage);
    }

    private static ReadTables.Known known(ResultSet row, Own own) throws SQLException, StoreDamaged {
        String where = "session " + own.id().text();
        String name = row.getString("name");
        if (name == null) {
            throw new StoreDamaged(where, "it has no head");
        }
        Optional<String> tomb = Optional.ofNullable(row.getString("tomb"));
        if (row.getObject("outboxes") == null || row.getInt("tomb_sum") != SealTable.tombSum(own.number(), tomb)) {
            throw new StoreDamaged(where, "whether it was deleted is not as it was written");
        }
        Mark at = Sql.mark(row, "seq", "chain");
        Listed line = new Listed(
                own.id(),
                called(row, own, name),
                at,
                noted(row, own),
                own.origin(),
                own.frozen(),
                own.created(),
                own.lineage(),
                BinTable.Line.of(own.number(), row, where).deleted());
        boolean asked = row.getInt("request_sum") == SealTable.requestSum(own.number(), row.getString("request"));
        return new ReadTables.Known(
                own.number(), line, row.getLong("version"), tomb.isPresent(), row.getLong("outboxes"), asked);
    }

    /** The room says the session's name again with its next batch. */
    private static String called(ResultSet row, Own own, String name) throws SQLException {
        if (row.getInt("name_sum") == SealTable.nameSum(own.number(), name)) {
            return name;
        }
        LOG.error(
                "session {}: its name in the list is not as it was written",
                own.id().text());
        return SealTable.NAMELESS;
    }

    /** A note that is not as it was written is none: the KV file is looked at and noted again. */
    private static OptionalLong noted(ResultSet row, Own own) throws SQLException {
        long seq = row.getLong("kv_seq");
        OptionalLong noted = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(seq);
        if (row.getInt("kv_sum") == SealTable.kvSum(own.number(), noted)) {
            return noted;
        }
        LOG.error(
                "session {}: the note of its KV file is not as it was written",
                own.id().text());
        return OptionalLong.empty();
    }
}
