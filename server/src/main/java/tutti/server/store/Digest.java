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
 * heads, settled numbers, snapshots, beginnings, tombstones and bin. Of a deleted session only its tombstone counts.
 */
final class Digest {
    private static final String LIVING = " NOT IN (SELECT session FROM tomb)";

    private enum Of {
        SESSION("SELECT number, id, request, crc FROM session ORDER BY number"),
        HEAD("SELECT session, version, seq, RAWTOHEX(chain), kv_seq, name FROM head ORDER BY session"),
        TOMB("SELECT session, request FROM tomb ORDER BY session"),
        SEAL("SELECT session, name, kv, tomb, outboxes FROM seal ORDER BY session"),
        BIN("SELECT session, deleted, request, crc FROM bin WHERE session" + LIVING + " ORDER BY session"),
        START("SELECT id, RAWTOHEX(chain) FROM start WHERE id / 4294967296" + LIVING + " ORDER BY id"),
        MANIFEST("SELECT session, RAWTOHEX(hash) FROM manifest WHERE session" + LIVING + " ORDER BY session"),
        EARLIER("SELECT id, RAWTOHEX(hash) FROM earlier WHERE id / 4294967296" + LIVING + " ORDER BY id"),
        OUTBOX("SELECT id, settled, crc FROM outbox WHERE session" + LIVING + " ORDER BY id");

        private final String query;

        Of(String query) {
            this.query = query;
        }
    }

    private final Map<Of, PreparedStatement> queries = new EnumMap<>(Of.class);

    Digest(Connection of) throws SQLException {
        for (Of each : Of.values()) {
            queries.put(each, of.prepareStatement(each.query));
        }
    }

    /**
     * Compares what is there now.
     *
     * @throws StoreDamaged naming the table in which they differ
     */
    void mustEqual(Digest other) throws SQLException, StoreDamaged {
        for (Of each : Of.values()) {
            if (sum(each) != other.sum(each)) {
                String table = each.name().toLowerCase(Locale.ROOT);
                throw new StoreDamaged("the copy", "its table " + table + " is not the same as the store's");
            }
        }
    }

    private int sum(Of table) throws SQLException {
        return sum(Objects.requireNonNull(queries.get(table)));
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
