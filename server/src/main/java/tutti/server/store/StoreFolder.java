package tutti.server.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's folder, held: the lock, the pointer, and the store file that it names. A fresh folder gets a new store;
 * one with store files and no readable pointer is damage.
 */
final class StoreFolder implements AutoCloseable {
    /** What H2 appends to the name of a store. */
    static final String ENDING = ".mv.db";

    private static final String PREFIX = "store-";
    /** What {@link #freshName} makes, with any of H2's endings. */
    private static final String OURS = PREFIX + "[0-9a-f]{32}\\..*";

    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

    /** What is wrong, and what to do, where only the witness is left. */
    static final String LOST = "it is missing, and so is the store, but the witness of one is here: a store was"
            + " lost. Into a new folder, restore a backup with `./tutti server restore`, or bring over the files in kv/"
            + " with `./tutti server import`";

    private final Path folder;
    private final FolderLock lock;
    private final Disk disk;
    private volatile Pointer pointer;

    private StoreFolder(Path folder, FolderLock lock, Disk disk, Pointer pointer) {
        this.folder = folder;
        this.lock = lock;
        this.disk = disk;
        this.pointer = pointer;
    }

    /**
     * Takes the folder, and makes a store in it if it is fresh.
     *
     * @throws FolderHeld if another server has it
     * @throws StoreDamaged if there are store files, but not as they were left
     * @throws IOException if the disk fails
     */
    static StoreFolder take(Path folder, H2Mode mode) throws IOException {
        return take(folder, mode, Disk.SYSTEM);
    }

    static StoreFolder take(Path folder, H2Mode mode, Disk disk) throws IOException {
        if (folder.toAbsolutePath().toString().contains(";")) {
            throw new IOException("H2 cannot work in a folder with a semicolon in its name: " + folder);
        }
        disk.make(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            return new StoreFolder(folder, lock, disk, pointer(folder, mode, disk));
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Pointer pointer(Path folder, H2Mode mode, Disk disk) throws IOException {
        Optional<Pointer> found = Pointer.read(folder);
        if (found.isPresent() && found.get().ready()) {
            return found.get();
        }
        if (found.isEmpty() && !stores(folder).isEmpty()) {
            throw new StoreDamaged(Pointer.FILE, "it is missing, but there are stores: " + stores(folder));
        }
        if (found.isEmpty() && Witness.exists(folder)) {
            throw new StoreDamaged(Pointer.FILE, LOST);
        }
        for (Path cutOff : stores(folder)) {
            disk.delete(cutOff);
        }
        return make(folder, mode, disk);
    }

    /** Makes a store: named first as being made, then made and synced, then named as ready. */
    private static Pointer make(Path folder, H2Mode mode, Disk disk) throws IOException {
        String storeId = UUID.randomUUID().toString().replace("-", "");
        String file = freshName();
        new Pointer(file, storeId, false).write(disk, folder);
        try {
            NewStore.make(mode, folder.resolve(file), storeId).close();
        } catch (SQLException failed) {
            throw new StoreDown("no store can be made in " + folder + ": " + failed.getMessage(), failed);
        }
        Witness.create(disk, folder, storeId);
        Pointer pointer = new Pointer(file, storeId, true);
        pointer.write(disk, folder);
        return pointer;
    }

    /** A name that no store ever had. */
    static String freshName() {
        return PREFIX + UUID.randomUUID().toString().replace("-", "");
    }

    private static List<Path> stores(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            files.forEach(found::add);
        }
        return found;
    }

    Path folder() {
        return folder;
    }

    Disk disk() {
        return disk;
    }

    String storeId() {
        return pointer.storeId();
    }

    /** The store's path as H2 wants it, without the ending. */
    Path store() {
        return folder.resolve(pointer.file());
    }

    /** The store's file. */
    Path file() {
        return file(store());
    }

    /** The file of a store at {@code path}. */
    static Path file(Path path) {
        return path.resolveSibling(path.getFileName() + ENDING);
    }

    /**
     * Looks again which store the pointer names, and makes sure that it stays so: whoever rewrote the store may have
     * ended between renaming the pointer and forcing the folder.
     */
    void settle() throws IOException {
        pointer = Pointer.read(folder)
                .filter(Pointer::ready)
                .orElseThrow(() -> new StoreDamaged(Pointer.FILE, "it is missing, or names no store that is ready"));
        disk.force(folder);
    }

    /** Makes the names of stores that were made durable. */
    void force() throws IOException {
        disk.force(folder);
    }

    /** Where a rewritten store can be made. */
    Path fresh() {
        return folder.resolve(freshName());
    }

    /**
     * From now on that store, which is synced, whole and durable by its name, is the truth.
     *
     * @throws IOException if it is not known which is; {@link #settle} knows
     */
    void switchTo(Path store) throws IOException {
        Pointer next = new Pointer(store.getFileName().toString(), storeId(), true);
        next.write(disk, folder);
        pointer = next;
    }

    /** Removes a store that is not the truth, with what H2 has put beside it. */
    void delete(Path store) throws IOException {
        for (Path each : stores(folder)) {
            if (each.getFileName().toString().startsWith(store.getFileName().toString())) {
                disk.delete(each);
            }
        }
    }

    /**
     * Removes what a rewriting that was cut off has left. Only once the store that the pointer names is open and whole.
     */
    void deleteLeftovers() throws IOException {
        for (Path each : stores(folder)) {
            String name = each.getFileName().toString();
            if (name.matches(OURS) && !name.startsWith(pointer.file())) {
                deleteLeftover(each);
            }
        }
    }

    /** It may be another program's just now; no store stays shut for it. */
    private void deleteLeftover(Path file) {
        try {
            disk.delete(file);
        } catch (IOException held) {
            LOG.warn("{} is left of a rewriting, and stays until the next start", file.getFileName(), held);
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
