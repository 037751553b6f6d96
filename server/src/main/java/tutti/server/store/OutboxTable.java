package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what outboxes were answered. Writer thread only, inside its transaction. */
final class OutboxTable {
    private static final int REMEMBERED = 16_384;

    private record Name(long session, String member, String outbox) {}

    private final PreparedStatement find;
    private final PreparedStatement last;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final SealTable seals;
    private final Map<Name, Long> keys = new LinkedHashMap<>(16, 0.75f, true);

    OutboxTable(Connection to, SealTable seals) throws SQLException {
        this.seals = seals;
        find = to.prepareStatement("SELECT id FROM outbox WHERE session = ? AND member = ? AND outbox = ?");
        last = to.prepareStatement(
                "SELECT id FROM outbox WHERE id BETWEEN ? AND ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY");
        insert = to.prepareStatement("INSERT INTO outbox VALUES(?, ?, ?, ?, ?, ?, ?)");
        update = to.prepareStatement("UPDATE outbox SET settled = ?, verdicts = ?, crc = ? WHERE id = ?");
    }

    /** Puts this state in the place of what is stored for its outbox. */
    void put(long session, OutboxState state) throws SQLException, StoreDamaged, RejectedWrite {
        Name name = new Name(session, state.member(), state.outbox());
        Optional<Long> key = key(name);
        if (key.isPresent()) {
            Sql.run(update, state.settled(), state.verdicts(), sum(key.get(), state), key.get());
            return;
        }
        long next = next(session);
        long added = Tables.key(session, next);
        int sum = sum(added, state);
        Sql.run(insert, added, session, state.member(), state.outbox(), state.settled(), state.verdicts(), sum);
        seals.outboxes(session, next);
        remember(name, added);
    }

    private Optional<Long> key(Name name) throws SQLException, StoreDamaged {
        Long known = keys.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Long> found = Sql.one(find, row -> row.getLong(1), name.session(), name.member(), name.outbox());
        found.ifPresent(key -> remember(name, key));
        return found;
    }

    private long next(long session) throws SQLException, StoreDamaged, RejectedWrite {
        long next = Tables.next(last, session);
        if (next > Limits.OUTBOXES) {
            throw new RejectedWrite("this session has heard of " + Limits.OUTBOXES + " outboxes, and takes no other");
        }
        return next;
    }

    private void remember(Name name, long key) {
        if (keys.size() >= REMEMBERED) {
            keys.remove(keys.keySet().iterator().next());
        }
        keys.put(name, key);
    }

    /** The check sum that an outbox's row carries. */
    static int sum(long key, OutboxState state) {
        return new Sum()
                .add(key)
                .add(state.member())
                .add(state.outbox())
                .add(state.settled())
                .add(state.verdicts())
                .value();
    }

    /** After a rollback, nothing that was remembered in it counts. */
    void forget() {
        keys.clear();
    }
}
