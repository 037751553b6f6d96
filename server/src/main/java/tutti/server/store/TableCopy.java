package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes rows of one table to the same table of another store, value by value. One thread at a time. */
final class TableCopy {
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final int columns;

    TableCopy(Connection from, Connection to, String table, String key) throws SQLException {
        String these = table + " WHERE " + key + " BETWEEN ? AND ?";
        select = from.prepareStatement("SELECT * FROM " + these);
        delete = to.prepareStatement("DELETE FROM " + these);
        columns = select.getMetaData().getColumnCount();
        insert = to.prepareStatement("INSERT INTO " + table + " VALUES(?" + ", ?".repeat(columns - 1) + ")");
    }

    /** Adds the rows with these keys, which are not there yet. */
    void add(long first, long last) throws SQLException {
        select.setLong(1, first);
        select.setLong(2, last);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    insert.setObject(i, rows.getObject(i));
                }
                insert.addBatch();
            }
        }
        insert.executeBatch();
    }

    /** Makes the rows with these keys in the other store exactly these. */
    void replace(long first, long last) throws SQLException {
        Sql.run(delete, first, last);
        add(first, last);
    }
}
