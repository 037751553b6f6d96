package tutti.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * A folder with a copy of a store: the store's file, its witness, and a pointer that is not called {@code CURRENT}, so
 * that no server starts on it.
 */
final class Backup {
    /** Names the store in a folder that is whole; made last. */
    static final String POINTER = "BACKUP";

    private final H2Mode mode;
    private final String storeId;
    private final SyncGate gate;

    Backup(H2Mode mode, String storeId, SyncGate gate) {
        this.mode = mode;
        this.storeId = storeId;
        this.gate = gate;
    }

    /** Copies the store at {@code store} into {@code to}; blocks. */
    Copied run(Path store, Path to, Progress progress, BooleanSupplier unwanted) throws IOException {
        mustBeEmpty(to);
        Disk.SYSTEM.make(to);
        Path file = to.resolve(StoreFolder.freshName());
        boolean whole = false;
        try {
            Copied.Done done = copy(store, to, file, progress, unwanted);
            whole = true;
            return done;
        } catch (CopyStopped ended) {
            return new Copied.Cancelled();
        } catch (SQLException failed) {
            throw new StoreDown("the store could not be copied: " + failed.getMessage(), failed);
        } finally {
            if (!whole) {
                empty(to);
            }
        }
    }

    private Copied.Done copy(Path store, Path to, Path file, Progress progress, BooleanSupplier unwanted)
            throws IOException, SQLException, CopyStopped {
        long position;
        Copied.Done done;
        Connection source = mode.connect(store);
        try (Copier copier = Copier.open(mode, source, file, storeId, progress, unwanted)) {
            copier.follow();
            position = copier.settle();
            if (!gate.pass()) {
                throw new StoreDown("the store failed while it was copied");
            }
            done = copier.done();
            copier.keep().close();
        }
        long legacy = Beside.copy(store.resolveSibling(""), to);
        seal(to, file, position);
        return done.with(legacy);
    }

    /** Makes the copy durable, and only then a backup. */
    private void seal(Path folder, Path file, long position) throws IOException {
        force(StoreFolder.file(file));
        Witness.create(Disk.SYSTEM, folder, storeId, position);
        new Pointer(file.getFileName().toString(), storeId, true).write(Disk.SYSTEM, folder, POINTER);
    }

    static void force(Path file) throws IOException {
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /** @throws IOException if there is anything in the folder */
    static void mustBeEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            if (files.iterator().hasNext()) {
                throw new IOException("the folder " + folder + " is not empty");
            }
        }
    }

    /** Removes what a copying that was ended has left. */
    static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path each : files) {
                if (Files.isDirectory(each)) {
                    empty(each);
                }
                Files.delete(each);
            }
        }
    }
}
