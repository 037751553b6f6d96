package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes which sessions are deleted, and by which requests that was asked. Writer thread only, in its transaction. */
final class BinTable {
    /** Without a date it is not in the bin, or not any more. */
    record Line(OptionalLong deleted, Requests requests) {
        static final Line NONE = new Line(OptionalLong.empty(), Requests.NONE);

        /** What joins a bin's columns and those of its voucher, named as here, to a session. */
        static Line of(long session, ResultSet row, String where) throws SQLException, StoreDamaged {
            Line line = read(row);
            int sum = line.sum(session);
            boolean whole = line.equals(NONE) || row.getInt("bin_crc") == sum;
            if (!whole || row.getObject("bin_sum") == null || row.getInt("bin_sum") != sum) {
                throw new StoreDamaged(where, "what the bin says of it is not as it was written");
            }
            return line;
        }

        private static Line read(ResultSet row) throws SQLException {
            String asked = row.getString("bin_request");
            if (asked == null) {
                return NONE;
            }
            long millis = row.getLong("bin_deleted");
            OptionalLong deleted = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(millis);
            return new Line(deleted, new Requests(asked));
        }

        int sum(long session) {
            return new Sum()
                    .add(session)
                    .add(deleted.orElse(-1))
                    .add(requests.text())
                    .value();
        }
    }

    private final PreparedStatement find;
    private final PreparedStatement put;
    private final PreparedStatement take;
    private final SealTable seals;

    BinTable(Connection to, SealTable seals) throws SQLException {
        this.seals = seals;
        find = to.prepareStatement("SELECT b.deleted AS bin_deleted, b.request AS bin_request, b.crc AS bin_crc,"
                + " v.bin AS bin_sum FROM voucher v LEFT JOIN bin b ON b.session = v.session WHERE v.session = ?");
        put = to.prepareStatement("MERGE INTO bin(session, deleted, request, crc) KEY(session) VALUES(?, ?, ?, ?)");
        take = to.prepareStatement("MERGE INTO bin(session, deleted, request, crc) KEY(session) VALUES(?, NULL, ?, ?)");
    }

    Line find(long session) throws SQLException, StoreDamaged {
        Optional<Line> found = Sql.one(find, row -> Line.of(session, row, "session number " + session), session);
        return found.orElse(Line.NONE);
    }

    void put(long session, Line line) throws SQLException {
        if (line.deleted().isPresent()) {
            Sql.run(put, session, line.deleted().getAsLong(), line.requests().text(), line.sum(session));
        } else {
            Sql.run(take, session, line.requests().text(), line.sum(session));
        }
        seals.binned(session, line);
    }
}
