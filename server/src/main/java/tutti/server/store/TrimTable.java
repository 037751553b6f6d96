package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What was trimmed, for ever: a row a trimming, by the place that it led to. */
final class TrimTable {
    private TrimTable() {}

    /** Every trimming of this session, the first one first. */
    static List<Trimmed> of(Connection from, long session, String where) throws SQLException, StoreDamaged {
        try (PreparedStatement all =
                from.prepareStatement("SELECT * FROM trimmed WHERE id BETWEEN ? AND ? ORDER BY id")) {
            return Sql.all(all, row -> read(row, where), Tables.key(session, 0), Tables.key(session, Limits.SEQ));
        }
    }

    private static Trimmed read(ResultSet row, String where) throws SQLException, StoreDamaged {
        long key = row.getLong("id");
        Mark upTo = new Mark(Tables.low(key), new Chain(Sql.bytes(row, "chain")));
        Trimmed trimmed = new Trimmed(row.getLong("wall"), upTo, row.getLong("dropped"));
        if (row.getInt("crc") != sum(key, trimmed)) {
            throw new StoreDamaged(where, "what was trimmed of it is not as it was written");
        }
        return trimmed;
    }

    static void add(Connection to, long session, Trimmed trimmed) throws SQLException {
        long key = Tables.key(session, trimmed.upTo().seq());
        try (PreparedStatement insert = to.prepareStatement("INSERT INTO trimmed VALUES(?, ?, ?, ?, ?)")) {
            Bytes chain = trimmed.upTo().chain().bytes();
            Sql.run(insert, key, trimmed.wall(), chain, trimmed.rows(), sum(key, trimmed));
        }
    }

    private static int sum(long key, Trimmed trimmed) {
        return new Sum()
                .add(key)
                .add(trimmed.wall())
                .add(trimmed.upTo().chain().bytes())
                .add(trimmed.rows())
                .value();
    }
}
