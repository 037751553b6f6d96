package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes one session's rows, in order: full packs of those that undo no longer reaches, the others as they are. */
final class Packer {
    private final PreparedStatement entry;
    private final PreparedStatement pack;
    private final List<Row> waiting = new ArrayList<>();
    /** What the first of those that wait follows. */
    private @Nullable Mark from;

    private long session;
    private long packable;
    private long bytes;
    private long packed;

    Packer(Connection to) throws SQLException {
        entry = to.prepareStatement("INSERT INTO entry VALUES(?, ?, ?)");
        pack = to.prepareStatement("INSERT INTO pack VALUES(?, ?, ?, ?, ?, ?, ?)");
    }

    /** Begins with a session of which rows up to {@code last} may be packed. */
    void begin(long number, long last) {
        session = number;
        packable = last;
    }

    /** A pack of the store that is copied, as it is. */
    void add(Pack whole) throws SQLException {
        long key = Tables.key(session, whole.first());
        Bytes before = whole.before().chain().bytes();
        Bytes after = whole.after().chain().bytes();
        Sql.run(pack, key, whole.held(), whole.size(), before, after, whole.sum(key), whole.body());
        packed += whole.held();
    }

    /** The next row, which follows {@code before}. */
    void add(Mark before, Row row) throws SQLException {
        if (!waiting.isEmpty() && !waiting.getLast().at().equals(before)) {
            pack(); // a chain begins anew here
        }
        if (row.seq() > packable) {
            loosen();
            insert(row);
            return;
        }
        if (waiting.size() == Limits.PACK_ROWS || bytes + size(row) > Limits.PACK_BYTES) {
            pack();
        }
        from = waiting.isEmpty() ? before : from;
        waiting.add(row);
        bytes += size(row);
    }

    /** Bytes that a row takes in a pack. */
    private static int size(Row row) {
        return Integer.BYTES + row.bytes().size();
    }

    /** Ends a session. */
    void end() throws SQLException {
        loosen();
        flush();
    }

    /** Hands over what was gathered for the store's sake. */
    void flush() throws SQLException {
        entry.executeBatch();
    }

    /** Rows that make no whole pack wait for the next copying. */
    private void loosen() throws SQLException {
        for (Row row : waiting) {
            insert(row);
        }
        clear();
    }

    private void insert(Row row) throws SQLException {
        entry.setLong(1, Tables.key(session, row.seq()));
        entry.setBytes(2, row.at().chain().bytes().raw());
        entry.setBytes(3, row.bytes().raw());
        entry.addBatch();
    }

    private void pack() throws SQLException {
        add(Pack.of(Objects.requireNonNull(from), waiting));
        clear();
    }

    private void clear() {
        waiting.clear();
        bytes = 0;
    }

    /** Rows that are in packs now. */
    long packed() {
        return packed;
    }
}
