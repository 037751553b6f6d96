package tutti.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds what lies in the tables and belongs to no session, or to no place that a session has reached. */
final class Strays {
    /** What a statement counts, and what that would be. */
    private record Count(String words, String sql) {}

    private static final String OF = " LEFT JOIN session s ON s.number = ";
    private static final String ALONE = " WHERE s.number IS NULL";
    private static final String UPPER = "RSHIFT(x.id, 32)";

    private static final List<Count> COUNTS = List.of(
            new Count("heads of no session", "SELECT COUNT(*) FROM head x" + OF + "x.session" + ALONE),
            new Count("tombstones of no session", "SELECT COUNT(*) FROM tomb x" + OF + "x.session" + ALONE),
            new Count("seals of no session", "SELECT COUNT(*) FROM seal x" + OF + "x.session" + ALONE),
            new Count("vouchers of no session", "SELECT COUNT(*) FROM voucher x" + OF + "x.session" + ALONE),
            new Count("snapshots of no session", "SELECT COUNT(*) FROM manifest x" + OF + "x.session" + ALONE),
            new Count("beginnings of chains of no session", "SELECT COUNT(*) FROM start x" + OF + UPPER + ALONE),
            new Count("trimmings of no session", "SELECT COUNT(*) FROM trimmed x" + OF + UPPER + ALONE),
            new Count("rows of no session", "SELECT COUNT(*) FROM entry x" + OF + UPPER + ALONE),
            new Count("packs of no session", "SELECT COUNT(*) FROM pack x" + OF + UPPER + ALONE),
            new Count("acts of no session", "SELECT COUNT(*) FROM landed x" + OF + UPPER + ALONE),
            new Count("names of authors of no session", "SELECT COUNT(*) FROM face x" + OF + UPPER + ALONE),
            new Count("snapshot parts of no session", "SELECT COUNT(*) FROM part x" + OF + UPPER + ALONE),
            new Count("outboxes of no session", "SELECT COUNT(*) FROM outbox x" + OF + UPPER + ALONE),
            new Count(
                    "rows beyond the head of their session",
                    "SELECT COUNT(*) FROM entry x JOIN head h ON h.session = " + UPPER + " WHERE BITAND(x.id, "
                            + Limits.SEQ + ") > h.seq"));

    private Strays() {}

    static List<Damage> of(ReadTables tables) throws SQLException, StoreDamaged {
        List<Damage> found = new ArrayList<>();
        for (Count count : COUNTS) {
            long strays = tables.count(count.sql());
            if (strays > 0) {
                found.add(new Damage("the store", "it has " + strays + " " + count.words()));
            }
        }
        return found;
    }
}
