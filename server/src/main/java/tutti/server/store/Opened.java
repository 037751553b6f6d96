package tutti.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store that was opened, looked over, and seen to take a synced write. Owns its connections and its witness. */
final class Opened {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private record Meta(String format, String store, int version) {}

    private final StoreFolder folder;
    private final H2Mode mode;
    private final Witness witness;
    private final Connection writer;
    private final WriteTables tables;
    private final Readers readers;
    private final long position;

    private Opened(
            StoreFolder folder,
            H2Mode mode,
            Witness witness,
            Connection writer,
            WriteTables tables,
            Readers readers,
            long position) {
        this.folder = folder;
        this.mode = mode;
        this.witness = witness;
        this.writer = writer;
        this.tables = tables;
        this.readers = readers;
        this.position = position;
    }

    /**
     * Opens the store that the folder's pointer names.
     *
     * @throws StoreDamaged if it is not as it was left
     * @throws FolderHeld if another process has the file
     * @throws IOException if it cannot be opened now
     */
    static Opened open(StoreFolder folder, H2Mode mode, SyncGate gate) throws IOException {
        folder.settle();
        if (!Files.exists(folder.file())) {
            throw new StoreDamaged(folder.file().getFileName().toString(), "the store is missing");
        }
        Witness witness = Witness.open(folder.folder(), folder.storeId());
        try {
            return open(folder, mode, gate, witness);
        } catch (IOException | RuntimeException failed) {
            witness.close();
            throw failed;
        }
    }

    private static Opened open(StoreFolder folder, H2Mode mode, SyncGate gate, Witness witness) throws IOException {
        try {
            Connection writer = mode.connect(folder.store());
            try {
                Opened opened = examine(folder, mode, gate, witness, writer);
                folder.deleteLeftovers();
                return opened;
            } catch (IOException | SQLException | RuntimeException failed) {
                shut(writer);
                throw failed;
            }
        } catch (SQLException failed) {
            throw explained(folder, failed);
        }
    }

    private static Opened examine(StoreFolder folder, H2Mode mode, SyncGate gate, Witness witness, Connection writer)
            throws IOException, SQLException {
        writer.setAutoCommit(false);
        long position = look(writer, folder.store(), folder.storeId(), witness.position(), mode);
        WriteTables tables = WriteTables.on(writer);
        return new Opened(folder, mode, witness, writer, tables, Readers.open(mode, folder.store(), gate), position);
    }

    /**
     * Looks a store over that has just been opened, sees it take a synced write, and gives it what its schema lacks.
     *
     * @param synced how far it was synced, at least
     * @return how much was ever written to it
     */
    static long look(Connection writer, Path store, String storeId, long synced, H2Mode mode)
            throws IOException, SQLException {
        String name = StoreFolder.file(store).getFileName().toString();
        int schema = judge(name, meta(writer, name), storeId);
        long position = position(writer);
        if (position < synced) {
            throw new StoreDamaged(name, "it is at position " + position + ", but was synced up to " + synced);
        }
        CatalogueCheck.run(writer, name);
        prove(writer, mode);
        Schema.raise(writer, mode, schema);
        return position;
    }

    private static Optional<Meta> meta(Connection from, String name) throws SQLException, StoreDamaged {
        try (PreparedStatement read = from.prepareStatement("SELECT format, store, version FROM meta WHERE id = 1")) {
            return Sql.one(read, row -> new Meta(row.getString(1), row.getString(2), row.getInt(3)));
        } catch (SQLException failed) {
            if (failed.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || failed.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                throw new StoreDamaged(name, "it has no meta table: it is empty, or not ours");
            }
            throw failed;
        }
    }

    /** The schema that it has. */
    private static int judge(String name, Optional<Meta> found, String storeId) throws StoreDamaged {
        Meta meta = found.orElseThrow(() -> new StoreDamaged(name, "it has no meta row"));
        if (!meta.format().equals(Tables.FORMAT)) {
            throw new StoreDamaged(name, "its format is " + meta.format() + ", not " + Tables.FORMAT);
        }
        if (meta.version() > Schema.NEWEST) {
            throw new StoreDamaged(
                    name,
                    "a newer server wrote it (schema " + meta.version() + ", this server knows " + Schema.NEWEST + ")");
        }
        if (!meta.store().equals(storeId)) {
            throw new StoreDamaged(name, "it is store " + meta.store() + ", but CURRENT names store " + storeId);
        }
        return meta.version();
    }

    /** How much was ever written: each write of a session moves its head's version by one. */
    static long position(Connection from) throws SQLException, StoreDamaged {
        try (PreparedStatement sum = from.prepareStatement("SELECT COALESCE(SUM(version), 0) FROM head")) {
            return Sql.one(sum, row -> row.getLong(1)).orElse(0L);
        }
    }

    /** A store that opens may still refuse to be written (a full disk): says so now, not with somebody's edit. */
    private static void prove(Connection to, H2Mode mode) throws SQLException {
        try (PreparedStatement opening = to.prepareStatement(
                        "INSERT INTO opening SELECT COALESCE(MAX(id), 0) + 1, CAST(? AS VARCHAR) FROM opening");
                Statement sync = to.createStatement()) {
            Sql.run(opening, Constants.FULL_VERSION);
            to.commit();
            sync.execute(mode.sync());
        }
    }

    private static IOException explained(StoreFolder folder, SQLException failed) {
        String name = folder.file().getFileName().toString();
        return switch (failed.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new FolderHeld("another process has " + name + " open in " + folder.folder());
            case ErrorCode.FILE_CORRUPTED_1 -> new StoreDamaged(name, "H2 says: " + failed.getMessage());
            default -> new StoreDown("the store cannot be opened: " + failed.getMessage(), failed);
        };
    }

    Connection writer() {
        return writer;
    }

    WriteTables tables() {
        return tables;
    }

    Readers readers() {
        return readers;
    }

    Witness witness() {
        return witness;
    }

    H2Mode mode() {
        return mode;
    }

    /** The position when it was opened. */
    long position() {
        return position;
    }

    /** The same store in another file, which is its truth now. */
    Opened movedTo(Connection newWriter, WriteTables newTables) {
        return new Opened(folder, mode, witness, newWriter, newTables, readers, position);
    }

    /** Bytes of the store's file. */
    long size() throws IOException {
        return Files.size(folder.file());
    }

    /** Closes an undamaged store. */
    void close(long synced) throws IOException, SQLException {
        witness.note(synced);
        witness.close();
        readers.close();
        writer.close();
    }

    /** Drops a store that failed: writes nothing more, and lets go of its file. Throws nothing. */
    void drop() {
        readers.stop();
        shut(writer);
        try (witness) {
            readers.close();
        } catch (IOException | SQLException failed) {
            LOG.warn("a dropped store did not close in order", failed);
        }
    }

    /** Ends the database at once, without writing, and then the connection, which H2 would miss otherwise. */
    static void shut(Connection writer) {
        try (writer;
                Statement shut = writer.createStatement()) {
            shut.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException gone) {
            LOG.info("the dropped store was closed already: {}", gone.getMessage());
        }
    }
}
