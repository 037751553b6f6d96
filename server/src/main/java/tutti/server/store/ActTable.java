package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes acts, and knows them again. Writer thread only, inside its transaction. */
final class ActTable {
    private final PreparedStatement last;
    private final PreparedStatement insert;

    ActTable(Connection to) throws SQLException {
        last = to.prepareStatement(
                "SELECT id FROM act WHERE id BETWEEN ? AND ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY");
        insert = to.prepareStatement("INSERT INTO act(id, wall, micros, member, what, crc) VALUES(?, ?, ?, ?, ?, ?)");
    }

    void add(long session, Act act) throws SQLException, StoreDamaged, RejectedWrite {
        long number = Tables.next(last, session);
        if (number > Limits.SEQ) {
            throw new RejectedWrite("the session has all the acts that it can have");
        }
        long key = Tables.key(session, number);
        Sql.run(insert, key, act.wall(), act.micros(), act.member(), act.what(), sum(key, act));
    }

    static Act read(ResultSet row, String where) throws SQLException, StoreDamaged {
        Act act = new Act(row.getLong("wall"), row.getLong("micros"), row.getString("member"), Sql.bytes(row, "what"));
        if (row.getInt("crc") != sum(row.getLong("id"), act)) {
            throw new StoreDamaged(where, "an act of it is not as it was written");
        }
        return act;
    }

    /** The check sum that an act's row carries. */
    static int sum(long key, Act act) {
        return new Sum()
                .add(key)
                .add(act.wall())
                .add(act.micros())
                .add(act.member())
                .add(act.what())
                .value();
    }
}
