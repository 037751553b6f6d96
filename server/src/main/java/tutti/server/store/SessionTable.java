package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tutti.model.SessionId;

/** Writes sessions, their heads and tombstones. Writer thread only, inside its transaction. */
final class SessionTable {
    private static final int REMEMBERED = 16_384;

    /** A tombstone. */
    record Tomb(String request) {}

    /**
     * What a create finds.
     *
     * @param whole whether the request that made it is as it was written
     */
    record Found(long number, String request, boolean whole) {
        static Found of(ResultSet row) throws SQLException {
            long number = row.getLong(1);
            String request = row.getString(2);
            int sum = row.getInt(3);
            boolean whole = !row.wasNull() && sum == SealTable.requestSum(number, request);
            return new Found(number, request, whole);
        }
    }

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement begin;
    private final PreparedStatement start;
    private final PreparedStatement move;
    private final PreparedStatement rename;
    private final PreparedStatement note;
    private final PreparedStatement touch;
    private final PreparedStatement tomb;
    private final PreparedStatement bury;
    private final PreparedStatement last;
    private final SealTable seals;
    private final Map<SessionId, Long> numbers = new LinkedHashMap<>(16, 0.75f, true);
    private long next;

    SessionTable(Connection to, SealTable seals) throws SQLException {
        this.seals = seals;
        find = to.prepareStatement("SELECT s.number, s.request, v.request FROM session s"
                + " LEFT JOIN voucher v ON v.session = s.number WHERE s.id = ?");
        insert = to.prepareStatement("INSERT INTO session VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        begin = to.prepareStatement("INSERT INTO head VALUES(?, 1, ?, ?, NULL, ?)");
        start = to.prepareStatement("INSERT INTO start VALUES(?, ?)");
        move = to.prepareStatement("UPDATE head SET version = version + 1, seq = ?, chain = ?"
                + " WHERE session = ? AND version = ? AND seq = ? AND chain = ?");
        rename = to.prepareStatement("UPDATE head SET name = ? WHERE session = ?");
        note = to.prepareStatement("UPDATE head SET version = version + 1, kv_seq = ?"
                + " WHERE session = ? AND version = ? AND seq >= ?");
        touch = to.prepareStatement("UPDATE head SET version = version + 1 WHERE session = ? AND version = ?");
        tomb = to.prepareStatement("SELECT request FROM tomb WHERE session = ?");
        bury = to.prepareStatement("INSERT INTO tomb VALUES(?, ?)");
        last = to.prepareStatement("SELECT COALESCE(MAX(number), 0) FROM session");
        next = afterLast();
    }

    private long afterLast() throws SQLException {
        try (ResultSet row = last.executeQuery()) {
            row.next();
            return row.getLong(1) + 1;
        }
    }

    Optional<Found> find(SessionId session) throws SQLException, StoreDamaged {
        return Sql.one(find, Found::of, session.text());
    }

    /** The number of a session that must be there. */
    long number(SessionId session) throws SQLException, StoreDamaged, RejectedWrite {
        Long known = numbers.get(session);
        if (known != null) {
            return known;
        }
        long number = find(session)
                .orElseThrow(() -> new RejectedWrite("no session " + session.text()))
                .number();
        if (numbers.size() >= REMEMBERED) {
            numbers.remove(numbers.keySet().iterator().next());
        }
        numbers.put(session, number);
        return number;
    }

    /** Inserts session, head and chain start; the primary key decides. */
    long insert(SessionId session, Birth birth) throws SQLException, RejectedWrite {
        if (next > Limits.SESSIONS) {
            throw new RejectedWrite("this store has all the sessions that it can hold");
        }
        long number = next++;
        Sql.run(
                insert,
                number,
                session.text(),
                birth.request(),
                birth.origin().code(),
                birth.frozen(),
                birth.createdMillis(),
                birth.lineage(),
                sum(number, session, birth.origin().code(), birth.frozen(), birth.createdMillis(), birth.lineage()));
        Mark at = birth.start();
        Sql.run(begin, number, at.seq(), at.chain().bytes(), birth.name());
        Sql.run(start, Tables.key(number, at.seq()), at.chain().bytes());
        seals.begin(number, birth.name(), birth.request());
        return number;
    }

    /** The check sum that a session's row carries. */
    static int sum(long number, SessionId id, int origin, boolean frozen, long created, Bytes lineage) {
        return new Sum()
                .add(number)
                .add(id.text())
                .add(origin)
                .add(frozen)
                .add(created)
                .add(lineage)
                .value();
    }

    /** Moves a fenced head; false if it is not where the writer thinks. */
    boolean move(long session, long version, Mark from, Mark to) throws SQLException {
        Bytes was = from.chain().bytes();
        return Sql.run(move, to.seq(), to.chain().bytes(), session, version, from.seq(), was) == 1;
    }

    void rename(long session, String name) throws SQLException {
        Sql.run(rename, name, session);
        seals.named(session, name);
    }

    /** Notes a KV file; false if the head is not where the writer thinks. */
    boolean note(long session, long version, long seq) throws SQLException {
        boolean noted = Sql.run(note, seq, session, version, seq) == 1;
        if (noted) {
            seals.noted(session, seq);
        }
        return noted;
    }

    /** Moves nothing but the fence; false if the head is not where the writer thinks. */
    boolean touch(long session, long version) throws SQLException {
        return Sql.run(touch, session, version) == 1;
    }

    Optional<Tomb> tomb(long session) throws SQLException, StoreDamaged {
        return Sql.one(tomb, row -> new Tomb(row.getString(1)), session);
    }

    void bury(long session, String request) throws SQLException {
        Sql.run(bury, session, request);
        seals.buried(session, request);
    }

    /** After a rollback, nothing that was remembered in it counts: a number left out would be a session missing. */
    void forget() throws SQLException {
        numbers.clear();
        next = afterLast();
    }
}
