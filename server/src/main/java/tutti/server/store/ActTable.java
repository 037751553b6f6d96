package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Writes acts, each with the head's seq then, and knows them again. Writer thread only, inside its transaction. */
final class ActTable {
    /** In the place of a seq, for acts that were noted before schema 5. */
    static final long NOWHERE = -1;

    private final PreparedStatement head;
    private final PreparedStatement last;
    private final PreparedStatement insert;

    ActTable(Connection to) throws SQLException {
        head = to.prepareStatement("SELECT seq FROM head WHERE session = ?");
        last = to.prepareStatement(
                "SELECT id FROM landed WHERE id BETWEEN ? AND ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY");
        insert = to.prepareStatement("INSERT INTO landed VALUES(?, ?, ?, ?, ?, ?, ?)");
    }

    void add(long session, Act act) throws SQLException, StoreDamaged, RejectedWrite {
        long number = Tables.next(last, session);
        if (number > Limits.SEQ) {
            throw new RejectedWrite("the session has all the acts that it can have");
        }
        long key = Tables.key(session, number);
        long seq = Sql.one(head, row -> row.getLong(1), session).orElse(0L);
        Sql.run(insert, key, seq, act.wall(), act.micros(), act.member(), act.what(), sum(key, seq, act));
    }

    /** The newest acts of a session meanwhile, newest first. */
    static List<Act> of(Connection from, long session, Meanwhile meanwhile, String where)
            throws SQLException, StoreDamaged {
        try (PreparedStatement acts = from.prepareStatement("SELECT * FROM landed WHERE id BETWEEN ? AND ?"
                + " AND (seq BETWEEN ? AND ? OR seq = " + NOWHERE + " AND wall >= ? AND wall < ?)"
                + " ORDER BY id DESC FETCH FIRST " + Limits.READ_ACTS + " ROWS ONLY")) {
            return Sql.all(
                    acts,
                    row -> read(row, where),
                    Tables.key(session, 0),
                    Tables.key(session, Limits.SEQ),
                    meanwhile.first(),
                    meanwhile.last(),
                    meanwhile.since(),
                    meanwhile.until());
        }
    }

    private static Act read(ResultSet row, String where) throws SQLException, StoreDamaged {
        Act act = new Act(row.getLong("wall"), row.getLong("micros"), row.getString("member"), Sql.bytes(row, "what"));
        if (row.getInt("crc") != sum(row.getLong("id"), row.getLong("seq"), act)) {
            throw new StoreDamaged(where, "an act of it is not as it was written");
        }
        return act;
    }

    /** The check sum that an act's row carries; that of one without a place is as it was before there were places. */
    private static int sum(long key, long seq, Act act) {
        Sum sum = new Sum()
                .add(key)
                .add(act.wall())
                .add(act.micros())
                .add(act.member())
                .add(act.what());
        return (seq == NOWHERE ? sum : sum.add(seq)).value();
    }
}
