package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * All that is updated in place in a store, as one number a table: two stores that agree in it have the same sessions,
 * heads, settled numbers, authors' names, snapshots, beginnings, trimmings, tombstones and bin. Of a deleted session
 * only its tombstone counts.
 */
final class Digest {
    private enum Of {
        SESSION("number, id, request, crc", "number", false),
        HEAD("session, version, seq, RAWTOHEX(chain), kv_seq, name", "session", false),
        TOMB("session, request", "session", false),
        SEAL("session, name, kv, tomb, outboxes", "session", false),
        VOUCHER("session, request, bin", "session", false),
        BIN("session, deleted, request, crc", "session", true),
        START("id, RAWTOHEX(chain)", "id", true),
        TRIMMED("id, wall, RAWTOHEX(chain), dropped, crc", "id", true),
        MANIFEST("session, RAWTOHEX(hash)", "session", true),
        EARLIER("id, RAWTOHEX(hash)", "id", true),
        OUTBOX("id, settled, crc", "id", true),
        FACE("id, member, name, colour, crc", "id", true);

        private final String query;
        private final boolean ofThings;

        /**
         * Joins, because H2 may answer an inner select with what it answered in an earlier state of the store.
         *
         * @param living whether it counts of living sessions alone
         */
        Of(String columns, String key, boolean living) {
            this.ofThings = key.equals("id");
            String session = ofThings ? "RSHIFT(x.id, 32)" : "x." + key;
            this.query = "SELECT x." + columns.replace(", ", ", x.").replace("x.RAWTOHEX(", "RAWTOHEX(x.") + " FROM "
                    + name().toLowerCase(Locale.ROOT) + " x LEFT JOIN tomb t ON t.session = " + session + " WHERE x."
                    + key + " BETWEEN ? AND ?" + (living ? " AND t.session IS NULL" : "") + " ORDER BY x." + key;
        }
    }

    private final Map<Of, PreparedStatement> queries = new EnumMap<>(Of.class);

    Digest(Connection of) throws SQLException {
        for (Of each : Of.values()) {
            queries.put(each, of.prepareStatement(each.query));
        }
    }

    /**
     * Compares what is there now of these sessions.
     *
     * @throws StoreDamaged naming the table in which they differ
     */
    void mustEqual(Digest other, long first, long last) throws SQLException, StoreDamaged {
        for (Of each : Of.values()) {
            if (sum(each, first, last) != other.sum(each, first, last)) {
                String table = each.name().toLowerCase(Locale.ROOT);
                throw new StoreDamaged("the copy", "its table " + table + " is not the same as the store's");
            }
        }
    }

    private int sum(Of table, long first, long last) throws SQLException {
        PreparedStatement query = Objects.requireNonNull(queries.get(table));
        query.setLong(1, table.ofThings ? Tables.key(first, 0) : first);
        query.setLong(2, table.ofThings ? Tables.key(last, Limits.SEQ) : last);
        return sum(query);
    }

    private static int sum(PreparedStatement query) throws SQLException {
        Sum sum = new Sum();
        try (ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    sum.add(String.valueOf(rows.getString(i)));
                }
            }
        }
        return sum.value();
    }
}
