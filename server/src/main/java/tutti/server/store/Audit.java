package tutti.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A store that is only looked at, whole: a copy of it is opened as a start would open it, and read. Holds its folder
 * against servers meanwhile and changes nothing in it. Every method blocks; one thread.
 */
public final class Audit extends StoreView implements AutoCloseable {
    private final StoreCopy copy;
    private final StoreFolder folder;
    private final Opened opened;

    private Audit(StoreCopy copy, StoreFolder folder, Opened opened) {
        super(folder.storeId(), opened.readers()::read);
        this.copy = copy;
        this.folder = folder;
        this.opened = opened;
    }

    /**
     * Opens a copy of the store in {@code folder}.
     *
     * @param scratch where the copy lies meanwhile
     * @throws FolderHeld if a server works there
     * @throws StoreDamaged if a server would not start there
     * @throws IOException if there is no store, or it cannot be read now
     */
    public static Audit open(Path folder, Path scratch) throws IOException {
        StoreCopy copy = StoreCopy.of(folder, scratch);
        try {
            return open(copy);
        } catch (IOException | RuntimeException failed) {
            copy.close();
            throw failed;
        }
    }

    private static Audit open(StoreCopy copy) throws IOException {
        StoreFolder folder = StoreFolder.take(copy.folder(), H2Mode.DURABLE);
        try {
            return new Audit(copy, folder, Opened.open(folder, H2Mode.DURABLE, new SyncGate()));
        } catch (IOException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** Names of store files that a rewriting which was cut off has left; a start removes them. */
    public List<String> leftovers() {
        return copy.leftovers().stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** Drops the copy and lets go of the folder. */
    @Override
    public void close() throws IOException {
        opened.drop();
        folder.close();
        copy.close();
    }
}
