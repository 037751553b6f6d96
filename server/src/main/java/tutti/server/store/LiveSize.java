package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** About how many bytes of a store's file are still of use. Reads through all of it. */
final class LiveSize {
    /** What H2 and the other columns take besides the large one, about. */
    private static final int ROW = 64;

    private static final String LIVING = " NOT IN (SELECT session FROM tomb)";

    private static final String FIXED = "SELECT " + sum("body", "entry") + " + " + sum("body", "pack") + " + "
            + sum("what", "landed") + " + " + sum("name", "face") + " + "
            + sum("verdicts", "outbox WHERE session" + LIVING) + " + "
            + sum("body", "earlier") + " + " + sum("body", "manifest WHERE session" + LIVING);
    private static final String PARTS = "SELECT id, OCTET_LENGTH(body) FROM part WHERE id BETWEEN ? AND ?";

    private LiveSize() {}

    private static String sum(String column, String table) {
        return "(SELECT COALESCE(SUM(OCTET_LENGTH(" + column + ") + " + ROW + "), 0) FROM " + table + ")";
    }

    /** All that stands for itself, and those parts that a manifest names, an earlier one too. */
    static long of(Connection store, ReadTables tables) throws SQLException, StoreDamaged {
        try (PreparedStatement fixed = store.prepareStatement(FIXED);
                PreparedStatement parts = store.prepareStatement(PARTS)) {
            long live = Sql.one(fixed, row -> row.getLong(1)).orElse(0L);
            for (ReadTables.Known known : tables.all().whole()) {
                live += known.buried() ? 0 : parts(tables, known, parts);
            }
            return live;
        }
    }

    private static long parts(ReadTables tables, ReadTables.Known known, PreparedStatement parts)
            throws SQLException, StoreDamaged {
        long number = known.number();
        String where = "session " + known.line().session().text();
        Set<Long> named = Stream.concat(
                        Stream.of(tables.manifest(number, where)), tables.allEarlier(number, -1, where).stream())
                .flatMap(manifest -> manifest.parts().values().stream())
                .map(Manifest.Part::number)
                .collect(Collectors.toSet());
        List<Long> sizes = Sql.all(
                parts,
                row -> named.contains(Tables.low(row.getLong(1))) ? row.getLong(2) + ROW : 0L,
                Tables.key(number, 0),
                Tables.key(number, Limits.SEQ));
        return sizes.stream().mapToLong(Long::longValue).sum();
    }
}
