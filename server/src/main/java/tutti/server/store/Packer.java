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
    /** Packs are inserted together: between two commits the file keeps what it has of their page a second time. */
    private static final int GROUP_BYTES = 4 * 1024 * 1024;

    private final PreparedStatement entry;
    private final PreparedStatement pack;
    private final List<Pack> full = new ArrayList<>();
    private int fullBytes;
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
        full.add(whole);
        fullBytes += whole.body().size();
        packed += whole.held();
        if (fullBytes >= GROUP_BYTES) {
            insertFull();
        }
    }

    private void insertFull() throws SQLException {
        for (Pack each : full) {
            long key = Tables.key(session, each.first());
            Bytes before = each.before().chain().bytes();
            Bytes after = each.after().chain().bytes();
            Sql.run(pack, key, each.held(), each.size(), before, after, each.sum(key), each.body());
        }
        full.clear();
        fullBytes = 0;
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
        if (waiting.size() == Limits.PACK_ROWS || bytes + Pack.size(row) > Limits.PACK_BYTES) {
            pack();
        }
        from = waiting.isEmpty() ? before : from;
        waiting.add(row);
        bytes += Pack.size(row);
    }

    /** Ends a session. */
    void end() throws SQLException {
        loosen();
        flush();
        insertFull();
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
