package tutti.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What lies in a server's folder, from outside. */
public final class StoreFiles {
    private StoreFiles() {}

    /** What lies there while a process runs is what a kill leaves: it is copied into a new folder. */
    static void copy(Path running, Path killed) throws IOException {
        Files.createDirectory(killed);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(running)) {
            for (Path file : files) {
                Files.copy(file, killed.resolve(file.getFileName()));
            }
        }
    }

    /** Bytes of the store's files without the room ahead in them. */
    public static long used(Path folder) throws IOException {
        long all = 0;
        try (DirectoryStream<Path> stores = Files.newDirectoryStream(folder, "*" + StoreFolder.ENDING)) {
            for (Path store : stores) {
                all += end(store);
            }
        }
        return all;
    }

    /** Bytes of the store that both places of its witness know to be synced; 0 after it has moved, until it rests. */
    static long witnessed(Path data) {
        try (Witness witness =
                Witness.open(Disk.SYSTEM, data, Pointer.read(data).orElseThrow().storeId())) {
            return witness.length();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where the room ahead in a store's file begins. */
    static long end(Path store) throws IOException {
        try (FileChannel channel = FileChannel.open(store, StandardOpenOption.READ)) {
            return Chunks.used(channel);
        }
    }
}
