package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads packs. Keeps the last one open, because rows are read in pages smaller than a pack. One thread at a time. */
final class PackTable {
    private record Open(long key, Pack pack, List<Row> rows) {}

    private final PreparedStatement last;
    private @Nullable Open open;

    PackTable(Connection from) throws SQLException {
        last = from.prepareStatement(
                "SELECT * FROM pack WHERE id BETWEEN ? AND ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY");
    }

    /** Rows {@code first} to {@code last}, as far as they are in packs. */
    List<Row> rows(long session, long first, long last, String where) throws SQLException, StoreDamaged {
        List<Row> found = new ArrayList<>();
        for (long next = first; next <= last; ) {
            Optional<Open> holding = open(session, next, where);
            if (holding.isEmpty()) {
                return found;
            }
            Pack pack = holding.get().pack();
            long end = Math.min(last, pack.after().seq());
            found.addAll(holding.get().rows().subList((int) (next - pack.first()), (int) (end - pack.first() + 1)));
            next = end + 1;
        }
        return found;
    }

    /** The pack that holds the row {@code seq}, which was read whole. */
    Optional<Pack> holding(long session, long seq, String where) throws SQLException, StoreDamaged {
        return open(session, seq, where).map(Open::pack);
    }

    private Optional<Open> open(long session, long seq, String where) throws SQLException, StoreDamaged {
        if (open == null
                || !holds(open.pack(), seq)
                || open.key() != Tables.key(session, open.pack().first())) {
            open = read(session, seq, where).orElse(null);
        }
        return Optional.ofNullable(open);
    }

    private static boolean holds(Pack pack, long seq) {
        return pack.first() <= seq && seq <= pack.after().seq();
    }

    private Optional<Open> read(long session, long seq, String where) throws SQLException, StoreDamaged {
        long from = Tables.key(session, 0);
        Optional<Open> found = Sql.one(last, row -> open(row, seq, where), from, Tables.key(session, seq));
        return found.filter(each -> holds(each.pack(), seq));
    }

    /** Opens it if it holds that row. */
    private static Open open(ResultSet row, long seq, String where) throws SQLException, StoreDamaged {
        long key = row.getLong("id");
        long before = Tables.low(key) - 1;
        Pack pack = new Pack(
                new Mark(before, new Chain(Sql.bytes(row, "before"))),
                new Mark(before + row.getInt("held"), new Chain(Sql.bytes(row, "after"))),
                row.getInt("size"),
                Sql.bytes(row, "body"));
        if (row.getInt("crc") != pack.sum(key)) {
            throw pack.damaged(where, "it is not as it was written");
        }
        return new Open(key, pack, holds(pack, seq) ? pack.rows(where) : List.of());
    }

    /** Keeps nothing of what was read. */
    void forget() {
        open = null;
    }
}
