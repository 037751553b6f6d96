package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;

/**
 * Makes durable for certain what a store's file shows. After a sync that failed the system may go on showing what it
 * will never write again, and the next sync succeeds without it (decision record 0017). So all that may be unsynced is
 * written once more, byte for byte, and synced: a power cut in the middle finds the old bytes or the same ones.
 */
final class Resync {
    /** H2 changes these in place; everything else it only appends. */
    private static final int HEADERS = 2 * 4096;

    private static final int PIECE = 1024 * 1024;

    private Resync() {}

    /**
     * Writes the headers and the tail again. Blocks. The store must not be open.
     *
     * @param synced bytes that are known to be synced; if the file is shorter, nothing is
     * @throws FolderHeld if another process has the file
     */
    static void run(H2Mode mode, Path store, long synced) throws IOException {
        try (FileChannel file = open(mode, store);
                FileLock _ = lock(file, store)) {
            long size = file.size();
            again(file, 0, Math.min(HEADERS, size));
            again(file, synced > size ? 0 : synced, size);
            file.force(true);
        }
    }

    /**
     * Only looks whether the file can be had for writing.
     *
     * @throws FolderHeld if another process has it
     */
    static void tryLock(H2Mode mode, Path store) throws IOException {
        try (FileChannel file = open(mode, store)) {
            lock(file, store).release();
        }
    }

    private static FileChannel open(H2Mode mode, Path store) throws IOException {
        return FilePath.get(mode.fileSystem() + StoreFolder.file(store).toAbsolutePath())
                .open("rw");
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
