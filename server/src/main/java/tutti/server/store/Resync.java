package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes durable for certain what a store's file shows. After a sync that failed the system may go on showing what it
 * will never write again, and the next sync succeeds without it (decision record 0017). So all that may be unsynced is
 * written once more, byte for byte, and synced: a power cut in the middle finds the old bytes or the same ones.
 */
final class Resync {
    /** Looks over what a file holds up to some place. */
    interface Judge<T> {
        /**
         * What it finds; it writes nothing.
         *
         * @throws StoreDamaged if the store that ends there is not as it was left
         */
        T at(long end) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Resync.class);
    private static final int PIECE = 1024 * 1024;

    private Resync() {}

    /**
     * Has the file judged up to the end of what was wholly written, ends it there, and writes again what may be
     * unsynced. If that is no store as it was left, then it was damaged and not torn, and is judged as a whole. Room
     * that was made ahead at its end ({@link Summed}) goes in any case. Blocks.
     * The store must not be open; nothing is written to one that is refused.
     *
     * @param synced bytes that are known to be synced; if the file is shorter, nothing is
     * @throws FolderHeld if another process has the file
     * @throws StoreDamaged if it was refused
     */
    static <T> T run(H2Mode mode, Path store, long synced, Judge<T> judge) throws IOException {
        long size;
        long whole;
        try (FileChannel file = open(mode, store, "rw");
                FileLock _ = lock(file, store)) {
            size = Chunks.used(file);
            whole = Chunks.end(file, Chunks.ends(file, synced) ? synced : Chunks.HEADERS);
        }
        if (whole < size) {
            try {
                T found = judge.at(whole);
                LOG.warn("{} bytes at the end of the store were never wholly written, and are cut off", size - whole);
                run(mode, store, synced, whole);
                return found;
            } catch (StoreDamaged notTorn) {
                LOG.warn("the store was not wholly written up to its end, and is not as it was before that", notTorn);
            }
        }
        T found = judge.at(size);
        run(mode, store, synced, size);
        return found;
    }

    private static void run(H2Mode mode, Path store, long synced, long end) throws IOException {
        try (FileChannel file = open(mode, store, "rw");
                FileLock _ = lock(file, store)) {
            if (end < file.size()) {
                file.truncate(end);
            }
            again(file, 0, Math.min(Chunks.HEADERS, end));
            again(file, synced > end ? 0 : synced, end);
            file.force(true);
        }
    }

    /** Bytes of a store's file without the room that was made ahead at its end. */
    static long used(H2Mode mode, Path store) throws IOException {
        try (FileChannel file = open(mode, store, "r")) {
            return Chunks.used(file);
        }
    }

    private static FileChannel open(H2Mode mode, Path store, String how) throws IOException {
        return FilePath.get(mode.fileSystem() + StoreFolder.file(store).toAbsolutePath())
                .open(how);
    }

    private static FileLock lock(FileChannel file, Path store) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw new FolderHeld(held(store));
            }
            return lock;
        } catch (OverlappingFileLockException here) {
            throw new FolderHeld(held(store), here);
        }
    }

    /** That another process has this store. */
    static String held(Path store) {
        return "another process has " + StoreFolder.file(store).getFileName() + " open in " + store.getParent();
    }

    private static void again(FileChannel file, long from, long to) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = from; at < to; ) {
            piece.clear().limit((int) Math.min(PIECE, to - at));
            int read = file.read(piece, at);
            if (read < 0) {
                throw new IOException("the store's file got shorter while it was synced");
            }
            Disk.writeAll(file, piece.flip(), at);
            at += read;
        }
    }
}
