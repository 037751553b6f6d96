package tutti.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs prepared statements: values in, values out. */
final class Sql {
    /** Makes a value of the row that a result stands on. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException, StoreDamaged;
    }

    private Sql() {}

    /** How many rows were changed. */
    static int run(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, values);
        return statement.executeUpdate();
    }

    static <T> List<T> all(PreparedStatement statement, Reader<T> reader, Object... values)
            throws SQLException, StoreDamaged {
        bind(statement, values);
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    static <T> Optional<T> one(PreparedStatement statement, Reader<T> reader, Object... values)
            throws SQLException, StoreDamaged {
        bind(statement, values);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Bytes bytes ? bytes.raw() : value);
        }
    }

    static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.owning(row.getBytes(column));
    }

    static Mark mark(ResultSet row, String seq, String chain) throws SQLException {
        return new Mark(row.getLong(seq), new Chain(bytes(row, chain)));
    }
}
