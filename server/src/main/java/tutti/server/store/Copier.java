package tutti.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tutti.model.SessionId;

/**
 * Copies a store that is at work into a new file: in rounds, each of which brings over what has moved since the last
 * one, reads it back and proves it. Every write of a session moves the version of its head, so a session whose version
 * is the copied one is copied, settled numbers and all. What the last round finds is one state of the store, and the
 * copy equals it. Sessions that were deleted leave their tombstones. One thread at a time.
 */
final class Copier implements AutoCloseable {
    /** A session as the list of heads has it. */
    private record Line(long number, SessionId id, long version, long seq, boolean buried) {}

    /** So few changes are left to the last round that a further one would not make it shorter. */
    private static final int LITTLE = 8;

    /** What lies unsynced makes the store's own syncs wait, so it is never much. */
    private static final long UNSYNCED_BYTES = 8L * 1024 * 1024;

    private static final int MOST_ROUNDS = 12;
    private static final SessionCopy.Pace UNDISTURBED = copied -> {};

    private final H2Mode mode;
    private final Path file;
    private final Progress progress;
    private final BooleanSupplier stopped;
    private final Connection source;
    private final Connection target;
    private final ReadTables from;
    private final ReadTables back;
    private final PreparedStatement heads;
    private final SessionCopy sessions;
    private final TableCopy openings;
    private final Digest was;
    private final Digest is;
    private final Map<Long, Reached> reached = new HashMap<>();
    private List<Line> last = List.of();
    private long opened;
    private long synced;
    private long rows;
    private long all;
    private boolean kept;

    /**
     * @param source takes it over; it sees the store that is copied
     * @param file where the new store is made, without H2's ending
     * @param stopped whether the copying shall end
     */
    static Copier open(
            H2Mode mode, Connection source, Path file, String storeId, Progress progress, BooleanSupplier stopped)
            throws SQLException {
        try {
            Connection target = NewStore.make(mode, file, storeId);
            try {
                return new Copier(mode, file, progress, stopped, source, target);
            } catch (SQLException failed) {
                Opened.shut(target);
                throw failed;
            }
        } catch (SQLException failed) {
            source.close();
            throw failed;
        }
    }

    private Copier(
            H2Mode mode, Path file, Progress progress, BooleanSupplier stopped, Connection source, Connection target)
            throws SQLException {
        this.mode = mode;
        this.file = file;
        this.progress = progress;
        this.stopped = stopped;
        this.source = source;
        this.target = target;
        from = ReadTables.on(source);
        back = ReadTables.on(mode.connect(file));
        heads = source.prepareStatement("SELECT s.number, s.id, h.version, h.seq, t.session IS NOT NULL FROM session s"
                + " JOIN head h ON h.session = s.number LEFT JOIN tomb t ON t.session = s.number ORDER BY s.number");
        sessions = new SessionCopy(from, source, target);
        openings = new TableCopy(source, target, "opening", "id");
        was = new Digest(source);
        is = new Digest(target);
    }

    /** Copies in rounds, until one leaves little, or not much less than it found. The store works on meanwhile. */
    void follow() throws SQLException, IOException, CopyStopped {
        all = lines().stream().mapToLong(Line::seq).sum();
        long left = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && left > LITTLE; round++) {
            round(lines(), this::pace);
            long more = left();
            if (more > left / 2) {
                return;
            }
            left = more;
        }
    }

    /** Rows that are not copied, and changes without a row. */
    private long left() throws SQLException, StoreDamaged {
        from.done();
        long left = 0;
        for (Line line : lines()) {
            Reached had = reached.getOrDefault(line.number(), Reached.NOTHING);
            left += had.version() == line.version() ? 0 : 1 + line.seq() - had.seq();
        }
        return left;
    }

    /**
     * Copies one state of the store, and compares all of it with the copy. The store works on meanwhile.
     *
     * @return the position of both
     */
    long settle() throws SQLException, IOException, CopyStopped {
        from.done();
        last = lines();
        round(last, UNDISTURBED);
        was.mustEqual(is, 0, Limits.SESSIONS);
        from.done();
        return position();
    }

    private long position() {
        return last.stream().mapToLong(Line::version).sum();
    }

    /**
     * The last round: one state of the store, which the copy then equals. What has not moved since {@link #settle} was
     * compared there.
     *
     * @return the position of both
     */
    long last() throws SQLException, IOException, CopyStopped {
        from.done();
        last = lines();
        for (long moved : round(last, UNDISTURBED)) {
            was.mustEqual(is, moved, moved);
        }
        from.done();
        return position();
    }

    /** Brings the copy to where these lines are; the sessions that had moved. */
    private List<Long> round(List<Line> lines, SessionCopy.Pace pace) throws SQLException, IOException, CopyStopped {
        Map<SessionId, Reached> living = new HashMap<>();
        List<Long> moved = new ArrayList<>();
        for (Line line : lines) {
            Reached had = reached.getOrDefault(line.number(), Reached.NOTHING);
            Reached now = had;
            if (had.version() != line.version()) {
                moved.add(line.number());
                ReadTables.Known known = from.known(line.id()).orElseThrow();
                now = sessions.copy(known, had, pace);
                if (!known.buried()) {
                    living.put(line.id(), had);
                }
            }
            if (!line.buried()) {
                now = now.withActs(sessions.acts(line.number(), had.acts()));
            }
            reached.put(line.number(), now);
        }
        long newest = newestOpening();
        openings.add(opened + 1, newest);
        opened = newest;
        target.commit();
        sync();
        prove(living);
        return moved;
    }

    private List<Line> lines() throws SQLException, StoreDamaged {
        return Sql.all(heads, Copier::line);
    }

    private static Line line(ResultSet row) throws SQLException, StoreDamaged {
        String text = row.getString(2);
        SessionId id = SessionId.parse(text)
                .orElseThrow(() -> new StoreDamaged("session " + text, "this is no id of a session"));
        return new Line(row.getLong(1), id, row.getLong(3), row.getLong(4), row.getBoolean(5));
    }

    private long newestOpening() throws SQLException {
        try (Statement newest = source.createStatement();
                ResultSet row = newest.executeQuery("SELECT COALESCE(MAX(id), 0) FROM opening")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void sync() throws SQLException, IOException {
        try (Statement sync = target.createStatement()) {
            sync.execute(mode.sync());
        }
        synced = H2File.size(target);
    }

    private void prove(Map<SessionId, Reached> moved) throws SQLException, StoreDamaged {
        for (Map.Entry<SessionId, Reached> each : moved.entrySet()) {
            ReadTables.Known copy = back.known(each.getKey()).orElseThrow();
            Proof.of(back, copy, each.getValue());
        }
        back.done();
    }

    /** Between two pieces: lets the store forget what it kept for this reader, and hears whether to go on. */
    private void pace(int copied) throws SQLException, IOException, CopyStopped {
        target.commit();
        if (H2File.size(target) - synced > UNSYNCED_BYTES) {
            sync();
        }
        from.done();
        rows += copied;
        if (stopped.getAsBoolean() || !progress.on(Math.min(rows, all), all)) {
            throw new CopyStopped();
        }
        if (free() < Limits.FREE_BYTES) {
            throw new StoreDown("the disk has no room for a copy of the store");
        }
    }

    private long free() throws StoreDown {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException mute) {
            throw new StoreDown("the disk does not say how much room it has", mute);
        }
    }

    /** What was done. */
    Copied.Done done() {
        List<Line> living = last.stream().filter(line -> !line.buried()).toList();
        long seqs = living.stream().mapToLong(Line::seq).sum();
        return new Copied.Done(living.size(), seqs, sessions.packed(), H2File.size(source), H2File.size(target), 0, 0);
    }

    /** The connection to the new store. */
    Connection target() {
        return target;
    }

    /** The connection to the new store, which is the caller's from now on. */
    Connection keep() {
        kept = true;
        return target;
    }

    /** Lets go of both stores. A copy that nobody has kept is dropped without writing it. */
    @Override
    public void close() throws SQLException {
        if (!kept) {
            Opened.shut(target);
        }
        try {
            from.close();
        } finally {
            back.close();
        }
    }
}
