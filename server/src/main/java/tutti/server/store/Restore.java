package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes a store of a backup. What was written after the backup is gone, so every session begins a new chain at its
 * head: a client that knew more notices, and keeps its copy. No KV file is noted, so that one which is ahead is put
 * aside; and what is in the bin is there since now. The store gets its pointer last: where a restoring was cut off, a
 * server does not start.
 */
public final class Restore {
    private static final int PIECE = 4 * 1024 * 1024;

    private final Path backup;
    private final Path data;
    private final Progress progress;
    private final long wall = Instant.now().toEpochMilli();
    private final H2Mode mode = H2Mode.DURABLE;
    private final SecureRandom random = new SecureRandom();

    private Restore(Path backup, Path data, Progress progress) {
        this.backup = backup;
        this.data = data;
        this.progress = progress;
    }

    /**
     * Restores; blocks.
     *
     * @param backup is only read
     * @param data is made if it is missing
     * @param progress follows the rows that are verified
     * @throws StoreDamaged if the backup is not as it was written
     * @throws IOException if there is anything in {@code data}, or it cannot be done
     */
    public static Copied run(Path backup, Path data, Progress progress) throws IOException {
        Pointer from = Pointer.read(backup, Backup.POINTER)
                .orElseThrow(() -> new IOException("there is no backup in " + backup));
        Backup.mustBeEmpty(data);
        Disk.SYSTEM.make(data);
        return new Restore(backup, data, progress).run(from);
    }

    private Copied run(Pointer from) throws IOException {
        boolean whole = false;
        try (FolderLock _ = FolderLock.take(data)) {
            Copied.Done done = restore(from);
            whole = true;
            return done;
        } catch (CopyStopped ended) {
            return new Copied.Cancelled();
        } catch (SQLException failed) {
            throw new StoreDown("the backup could not be restored: " + failed.getMessage(), failed);
        } finally {
            if (!whole) {
                Backup.empty(data);
            }
        }
    }

    private Copied.Done restore(Pointer from) throws IOException, SQLException, CopyStopped {
        Path store = data.resolve(from.file());
        copy(StoreFolder.file(backup.resolve(from.file())), StoreFolder.file(store));
        long position;
        Copied.Done done;
        Connection connection = mode.connect(store);
        try {
            connection.setAutoCommit(false);
            long synced = Witness.position(backup, from.storeId());
            Opened.Looked looked = Opened.look(connection, store, from.storeId(), synced);
            Opened.ready(connection, mode, looked.schema());
            done = proven(store, H2File.size(connection));
            position = renew(connection);
            connection.close();
        } catch (IOException | SQLException | CopyStopped | RuntimeException failed) {
            Opened.shut(connection);
            throw failed;
        }
        Backup.force(StoreFolder.file(store));
        long legacy = Beside.copy(backup, data);
        Witness.create(Disk.SYSTEM, data, from.storeId(), position);
        new Pointer(from.file(), from.storeId(), true).write(Disk.SYSTEM, data);
        return done.with(legacy);
    }

    private void copy(Path from, Path to) throws IOException, CopyStopped {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (long at = 0; in.read(piece) >= 0; piece.clear()) {
                piece.flip();
                at += piece.remaining();
                Disk.writeAll(out, piece, at - piece.remaining());
                if (!progress.on(0, 1)) {
                    throw new CopyStopped();
                }
            }
        }
    }

    /** Every session of it, read whole. */
    private Copied.Done proven(Path store, long size) throws IOException, SQLException, CopyStopped {
        try (ReadTables tables = ReadTables.on(mode.connect(store))) {
            ReadTables.Catalogue found = tables.all();
            for (Damage damage : found.broken().values()) {
                throw new StoreDamaged(damage.where(), damage.what());
            }
            List<ReadTables.Known> living =
                    found.whole().stream().filter(known -> !known.buried()).toList();
            long all =
                    living.stream().mapToLong(known -> known.line().at().seq()).sum();
            long rows = 0;
            for (ReadTables.Known known : living) {
                Proof.of(tables, known, Reached.NOTHING);
                rows += known.line().at().seq();
                if (!progress.on(rows, all)) {
                    throw new CopyStopped();
                }
            }
            return new Copied.Done(living.size(), rows, 0, size, size, 0, 0);
        }
    }

    /** Begins a chain at every head behind which there are rows; the position that the store has then. */
    private long renew(Connection store) throws SQLException, StoreDamaged {
        try (PreparedStatement heads = store.prepareStatement("SELECT h.session, h.seq FROM head h WHERE NOT EXISTS"
                        + " (SELECT 1 FROM start s WHERE s.id = h.session * 4294967296 + h.seq)"
                        + " AND h.session NOT IN (SELECT session FROM tomb)");
                PreparedStatement start = store.prepareStatement("INSERT INTO start VALUES(?, ?)");
                PreparedStatement chain = store.prepareStatement("UPDATE head SET chain = ? WHERE session = ?");
                PreparedStatement all = store.prepareStatement("SELECT session FROM head");
                PreparedStatement seal = store.prepareStatement("UPDATE seal SET kv = ? WHERE session = ?");
                Statement rest = store.createStatement()) {
            for (long[] head : Sql.all(heads, row -> new long[] {row.getLong(1), row.getLong(2)})) {
                Bytes begins = chain();
                Sql.run(start, Tables.key(head[0], head[1]), begins);
                Sql.run(chain, begins, head[0]);
            }
            for (long session : Sql.all(all, row -> row.getLong(1))) {
                Sql.run(seal, SealTable.kvSum(session, OptionalLong.empty()), session);
            }
            dateBin(store);
            rest.executeUpdate("UPDATE head SET version = version + 1, kv_seq = NULL");
            store.commit();
            rest.execute(mode.sync());
            return Opened.position(store);
        }
    }

    /** What was deleted before the backup was made has its whole time in the bin again: a purge is for ever. */
    private void dateBin(Connection store) throws SQLException, StoreDamaged {
        BinTable bin = new BinTable(store, new SealTable(store));
        try (PreparedStatement deleted = store.prepareStatement("SELECT session FROM bin WHERE deleted IS NOT NULL")) {
            for (long session : Sql.all(deleted, row -> row.getLong(1))) {
                bin.put(
                        session,
                        new BinTable.Line(
                                OptionalLong.of(wall), bin.find(session).requests()));
            }
        }
    }

    private Bytes chain() {
        byte[] bytes = new byte[Chain.SIZE];
        random.nextBytes(bytes);
        return Bytes.owning(bytes);
    }
}
