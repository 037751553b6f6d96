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

/**
 * A store that was looked over before anything was written to it, made durable for certain, opened, and seen to take a
 * synced write. Owns its connections and its witness.
 */
final class Opened {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private record Meta(String format, String store, int version) {}

    /**
     * What a store was found to be.
     *
     * @param schema the version of it
     * @param position how much was ever written to it
     */
    record Looked(int schema, long position) {}

    private final StoreFolder folder;
    private final H2Mode mode;
    private final Witness witness;
    private final Connection writer;
    private final WriteTables tables;
    private final Readers readers;
    private final long position;
    /** The file's size before this object wrote to it: below it there may be a torn tail, into which H2 writes. */
    private final long sizeBefore;

    private Opened(
            StoreFolder folder,
            H2Mode mode,
            Witness witness,
            Connection writer,
            WriteTables tables,
            Readers readers,
            long position,
            long sizeBefore) {
        this.folder = folder;
        this.mode = mode;
        this.witness = witness;
        this.writer = writer;
        this.tables = tables;
        this.readers = readers;
        this.position = position;
        this.sizeBefore = sizeBefore;
    }

    /**
     * Opens the store that the folder's pointer names. Nothing is written to one that is refused.
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
        if (Files.size(folder.file()) == 0) {
            throw new StoreDamaged(folder.file().getFileName().toString(), "the store is empty");
        }
        Witness witness = Witness.open(folder.disk(), folder.folder(), folder.storeId());
        try {
            Looked looked = Resync.run(
                    mode,
                    folder.store(),
                    witness.length(),
                    end -> judge(folder.store(), folder.storeId(), witness.position(), mode.reading("judged", end)));
            return open(folder, mode, gate, witness, looked);
        } catch (IOException | RuntimeException failed) {
            witness.close();
            throw failed;
        }
    }

    private static Opened open(StoreFolder folder, H2Mode mode, SyncGate gate, Witness witness, Looked looked)
            throws IOException {
        try {
            long size = Files.size(folder.file());
            Connection writer = mode.connect(folder.store());
            try {
                writer.setAutoCommit(false);
                ready(writer, mode, looked.schema());
                WriteTables tables = WriteTables.on(writer);
                Readers readers = Readers.open(mode, folder.store(), gate);
                folder.deleteLeftovers();
                return new Opened(folder, mode, witness, writer, tables, readers, looked.position(), size);
            } catch (IOException | SQLException | RuntimeException failed) {
                shut(writer);
                throw failed;
            }
        } catch (SQLException failed) {
            throw explained(folder.store(), failed);
        }
    }

    /**
     * Opens a store for reading alone, and looks it over.
     *
     * @param synced how far it was synced, at least
     * @throws StoreDamaged if it is not as it was left
     * @throws IOException if it cannot be read now
     */
    static Looked judge(Path store, String storeId, long synced, H2Mode reading) throws IOException {
        try {
            Connection reader = reading.connect(store);
            try {
                Looked looked = look(reader, store, storeId, synced);
                if (looked.schema() == Schema.NEWEST) {
                    WriteTables.on(reader);
                    try (ReadTables tables = ReadTables.on(reading.connect(store))) {
                        tables.turnCatalogue();
                    }
                }
                return looked;
            } finally {
                shut(reader);
            }
        } catch (SQLException failed) {
            if (Readers.isOfDisk(failed)) {
                throw explained(store, failed);
            }
            throw new StoreDamaged(StoreFolder.file(store).getFileName().toString(), nonsense(failed));
        }
    }

    /** What H2 makes of a file that could be read, and in which it finds no store that was looked for. */
    private static String nonsense(SQLException failed) {
        boolean wouldMakeOne = failed.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY;
        return "H2 " + (wouldMakeOne ? "finds no store in it" : "says: " + failed.getMessage());
    }

    /** Looks a store over that is open, without writing. */
    static Looked look(Connection store, Path path, String storeId, long synced) throws SQLException, StoreDamaged {
        String name = StoreFolder.file(path).getFileName().toString();
        int schema = judge(name, meta(store, name), storeId);
        long position = position(store);
        if (position < synced) {
            throw new StoreDamaged(name, "it is at position " + position + ", but was synced up to " + synced);
        }
        CatalogueCheck.run(store, name);
        try (PreparedStatement openings = store.prepareStatement("SELECT MAX(id) FROM opening")) {
            Sql.one(openings, row -> row.getLong(1)); // where the first write goes
        }
        return new Looked(schema, position);
    }

    /** Sees a store that was looked over take a synced write, and gives it what its schema lacks. */
    static void ready(Connection writer, H2Mode mode, int schema) throws SQLException {
        prove(writer, mode);
        Schema.raise(writer, mode, schema);
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

    private static IOException explained(Path store, SQLException failed) {
        String name = StoreFolder.file(store).getFileName().toString();
        return switch (failed.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new FolderHeld(Resync.held(store), failed);
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
        return new Opened(folder, mode, witness, newWriter, newTables, readers, position, H2File.size(newWriter));
    }

    /** Bytes of the store's file. */
    long size() {
        return H2File.size(writer);
    }

    /**
     * All of the file, after a sync, if from now on H2 only appends to it; else 0. Once this object has made the file
     * longer its end is the end of what H2 uses.
     */
    long syncedLength() {
        long size = size();
        return size > sizeBefore ? size : 0;
    }

    /** Closes an undamaged store that is synced up to that position. */
    void close(long synced) throws IOException, SQLException {
        witness.note(synced, syncedLength());
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
