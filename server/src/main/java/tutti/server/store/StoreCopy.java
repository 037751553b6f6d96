package tutti.server.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a folder's store, to be opened and read in its place: H2 changes a file that it opens, even if only by
 * closing it. The folder is held against servers for as long as the copy lives, and not a byte of it changes. Blocks.
 */
final class StoreCopy implements AutoCloseable {
    private static final String WITNESS = "witness";
    private static final String PREFIX = "tutti-copy-";

    private final Optional<FolderLock> lock;
    private final Path folder;
    private final List<Path> leftovers;

    private StoreCopy(Optional<FolderLock> lock, Path folder, List<Path> leftovers) {
        this.lock = lock;
        this.folder = folder;
        this.leftovers = List.copyOf(leftovers);
    }

    /**
     * Copies the store that the folder's pointer names.
     *
     * @param scratch where the copy goes, into a folder of its own
     * @throws FolderHeld if a server works there
     * @throws StoreDamaged if there are store files, but not as they were left
     * @throws IOException if there is no store, or the disk fails
     */
    static StoreCopy of(Path folder, Path scratch) throws IOException {
        Optional<FolderLock> lock = FolderLock.look(folder);
        try {
            return copy(lock, folder, scratch);
        } catch (IOException | RuntimeException failed) {
            if (lock.isPresent()) {
                lock.get().close();
            }
            throw failed;
        }
    }

    private static StoreCopy copy(Optional<FolderLock> lock, Path folder, Path scratch) throws IOException {
        List<Path> stores = stores(folder);
        Optional<Pointer> pointer = Pointer.read(folder);
        if (pointer.isEmpty() && stores.isEmpty() && Witness.exists(folder)) {
            throw new StoreDamaged(Pointer.FILE, StoreFolder.LOST);
        }
        if (pointer.isEmpty() && stores.isEmpty()) {
            throw new IOException("there is no store in " + folder);
        }
        Pointer named =
                pointer.orElseThrow(() -> new StoreDamaged(Pointer.FILE, "it is missing, but there are stores"));
        Path store = folder.resolve(named.file() + StoreFolder.ENDING);
        if (!Files.exists(store)) {
            throw new StoreDamaged(named.file() + StoreFolder.ENDING, "the store is missing");
        }
        needRoom(scratch, Files.size(store));
        Path made = Files.createTempDirectory(scratch, PREFIX);
        StoreCopy copy = new StoreCopy(Optional.empty(), made, List.of());
        try {
            Files.copy(folder.resolve(Pointer.FILE), made.resolve(Pointer.FILE));
            Files.copy(store, made.resolve(store.getFileName()));
            if (Files.exists(folder.resolve(WITNESS))) {
                Files.copy(folder.resolve(WITNESS), made.resolve(WITNESS));
            }
        } catch (IOException | RuntimeException failed) {
            copy.close();
            throw failed;
        }
        stores.remove(store);
        return new StoreCopy(lock, made, stores);
    }

    private static void needRoom(Path scratch, long bytes) throws IOException {
        long free = Files.getFileStore(scratch).getUsableSpace();
        if (free < bytes) {
            throw new IOException("a copy of the store needs " + bytes + " bytes and " + scratch + " has " + free
                    + " left: name another folder for it with --scratch");
        }
    }

    private static List<Path> stores(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "store-*")) {
            files.forEach(found::add);
        }
        return found;
    }

    /** Where the copy is. */
    Path folder() {
        return folder;
    }

    /** Other store files in the original's folder: what a rewriting that was cut off has left. */
    List<Path> leftovers() {
        return leftovers;
    }

    /** Removes the copy and lets go of the folder. */
    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
