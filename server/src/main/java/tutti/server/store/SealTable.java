package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Vouches for what the catalogue says of a session and no chain does: its name, the note of its KV file, whether it was
 * deleted, and how many outboxes it has; and in a table of vouchers, that came later, for the request that made it and
 * for what the bin says. Each has a sum of its own, so that writing one never vouches for another. Writer thread only,
 * inside its transaction.
 */
final class SealTable {
    /** A name that is not as it was written: shown in its place until the session says its name again. */
    static final String NAMELESS = "(its name is damaged)";

    private final PreparedStatement insert;
    private final PreparedStatement name;
    private final PreparedStatement kv;
    private final PreparedStatement tomb;
    private final PreparedStatement outboxes;
    private final PreparedStatement vouch;
    private final PreparedStatement bin;

    SealTable(Connection to) throws SQLException {
        insert = to.prepareStatement("INSERT INTO seal VALUES(?, ?, ?, ?, ?)");
        name = to.prepareStatement("UPDATE seal SET name = ? WHERE session = ?");
        kv = to.prepareStatement("UPDATE seal SET kv = ? WHERE session = ?");
        tomb = to.prepareStatement("UPDATE seal SET tomb = ? WHERE session = ?");
        outboxes = to.prepareStatement("UPDATE seal SET outboxes = ? WHERE session = ?");
        vouch = to.prepareStatement("INSERT INTO voucher VALUES(?, ?, ?)");
        bin = to.prepareStatement("UPDATE voucher SET bin = ? WHERE session = ?");
    }

    /** A session that begins. */
    void begin(long session, String called, String request) throws SQLException {
        Sql.run(
                insert,
                session,
                nameSum(session, called),
                kvSum(session, OptionalLong.empty()),
                tombSum(session, Optional.empty()),
                0);
        Sql.run(vouch, session, requestSum(session, request), BinTable.Line.NONE.sum(session));
    }

    void named(long session, String called) throws SQLException {
        Sql.run(name, nameSum(session, called), session);
    }

    void noted(long session, long seq) throws SQLException {
        Sql.run(kv, kvSum(session, OptionalLong.of(seq)), session);
    }

    void buried(long session, String request) throws SQLException {
        Sql.run(tomb, tombSum(session, Optional.of(request)), session);
    }

    void outboxes(long session, long count) throws SQLException {
        Sql.run(outboxes, count, session);
    }

    void binned(long session, BinTable.Line line) throws SQLException {
        Sql.run(bin, line.sum(session), session);
    }

    static int requestSum(long session, String request) {
        return new Sum().add(session).add(request).value();
    }

    static int nameSum(long session, String name) {
        return new Sum().add(session).add(name).value();
    }

    static int kvSum(long session, OptionalLong seq) {
        return new Sum().add(session).add(seq.isPresent()).add(seq.orElse(0)).value();
    }

    static int tombSum(long session, Optional<String> request) {
        return new Sum()
                .add(session)
                .add(request.isPresent())
                .add(request.orElse(""))
                .value();
    }

    /** Seals the sessions of a store that was written before there were seals. */
    static void fill(Connection in) throws SQLException {
        record Unsealed(long session, String name, OptionalLong kv, Optional<String> tomb, long outboxes) {}
        List<Unsealed> found = new ArrayList<>();
        try (PreparedStatement heads = in.prepareStatement("SELECT h.session, h.name, h.kv_seq, t.request, (SELECT"
                        + " COUNT(*) FROM outbox o WHERE o.id BETWEEN h.session * 4294967296"
                        + " AND h.session * 4294967296 + " + Limits.SEQ + ")"
                        + " FROM head h LEFT JOIN tomb t ON t.session = h.session"
                        + " LEFT JOIN seal e ON e.session = h.session WHERE e.session IS NULL");
                ResultSet row = heads.executeQuery()) {
            while (row.next()) {
                long kv = row.getLong(3);
                OptionalLong noted = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(kv);
                Optional<String> tomb = Optional.ofNullable(row.getString(4));
                found.add(new Unsealed(row.getLong(1), row.getString(2), noted, tomb, row.getLong(5)));
            }
        }
        try (PreparedStatement seal = in.prepareStatement("INSERT INTO seal VALUES(?, ?, ?, ?, ?)")) {
            for (Unsealed one : found) {
                int name = nameSum(one.session(), one.name());
                int kv = kvSum(one.session(), one.kv());
                Sql.run(seal, one.session(), name, kv, tombSum(one.session(), one.tomb()), one.outboxes());
            }
        }
        in.commit();
    }

    /** Vouches for the sessions of a store that was written before there were vouchers; damage stays what it is. */
    static void vouch(Connection in) throws SQLException {
        record Unvouched(long session, String request, Optional<Integer> bin) {}
        List<Unvouched> found = new ArrayList<>();
        try (PreparedStatement sessions = in.prepareStatement("SELECT s.number, s.request, b.crc FROM session s"
                        + " LEFT JOIN bin b ON b.session = s.number"
                        + " LEFT JOIN voucher v ON v.session = s.number WHERE v.session IS NULL");
                ResultSet row = sessions.executeQuery()) {
            while (row.next()) {
                int crc = row.getInt(3);
                Optional<Integer> bin = row.wasNull() ? Optional.empty() : Optional.of(crc);
                found.add(new Unvouched(row.getLong(1), row.getString(2), bin));
            }
        }
        try (PreparedStatement voucher = in.prepareStatement("INSERT INTO voucher VALUES(?, ?, ?)")) {
            for (Unvouched one : found) {
                int bin = one.bin().orElseGet(() -> BinTable.Line.NONE.sum(one.session()));
                Sql.run(voucher, one.session(), requestSum(one.session(), one.request()), bin);
            }
        }
        in.commit();
    }
}
