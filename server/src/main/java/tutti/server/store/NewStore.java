package tutti.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes an empty store: all tables, and the meta row without which nobody opens it. */
final class NewStore {
    private NewStore() {}

    /** A connection to the store that was made and synced at {@code path}. */
    static Connection make(H2Mode mode, Path path, String storeId) throws SQLException {
        Connection made = mode.connect(path);
        try {
            fill(made, mode, storeId);
            return made;
        } catch (SQLException failed) {
            Opened.shut(made);
            throw failed;
        }
    }

    private static void fill(Connection made, H2Mode mode, String storeId) throws SQLException {
        made.setAutoCommit(false);
        Schema.make(made);
        try (PreparedStatement meta = made.prepareStatement("INSERT INTO meta VALUES(1, ?, ?, ?)");
                Statement sync = made.createStatement()) {
            Sql.run(meta, Tables.FORMAT, storeId, Schema.NEWEST);
            made.commit();
            sync.execute(mode.sync());
        }
    }
}
