package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Looks the table of sessions over before anything is served: H2 finds a session by an index that it never holds
 * against the rows, and a session that is not found would be taken for one that never was.
 */
final class CatalogueCheck {
    private CatalogueCheck() {}

    /**
     * Numbers have no gap, and each session is found by its id.
     *
     * @throws StoreDamaged if that is not so
     */
    static void run(Connection from, String name) throws SQLException, StoreDamaged {
        try (PreparedStatement all = from.prepareStatement("SELECT number, id FROM session ORDER BY number");
                PreparedStatement find = from.prepareStatement("SELECT number FROM session WHERE id = ?");
                ResultSet row = all.executeQuery()) {
            for (long next = 1; row.next(); next++) {
                long number = row.getLong(1);
                String id = row.getString(2);
                if (number != next) {
                    throw new StoreDamaged(name, "session number " + next + " is missing");
                }
                if (Sql.one(find, found -> found.getLong(1), id).orElse(0L) != number) {
                    throw new StoreDamaged(name, "session " + id + " is not found by its id");
                }
            }
        }
    }
}
