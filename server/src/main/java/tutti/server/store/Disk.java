package tutti.server.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What is done to small files and to the names in a folder; every file of the server but H2's own is written through
 * it. Tests stand between it and the system. Blocks on the disk. Safe on any thread.
 */
public interface Disk {
    /** Ends the name of a file that is still being written. */
    String TEMPORARY = ".tmp";

    /** The system's. */
    Disk SYSTEM = new Disk() {
        @Override
        public FileChannel open(Path file, OpenOption... how) throws IOException {
            return FileChannel.open(file, how);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void force(Path folder) throws IOException {
            if (File.separatorChar == '\\') {
                return; // Windows does so by itself
            }
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    };

    /** Opens a file as {@link FileChannel#open(Path, OpenOption...)} does. */
    FileChannel open(Path file, OpenOption... how) throws IOException;

    /** Gives a file another name in its folder, at once; what had that name is gone. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file, if it is there. */
    void delete(Path file) throws IOException;

    /** Makes names that were made, renamed or removed in {@code folder} durable. */
    void force(Path folder) throws IOException;

    /**
     * Makes a folder, and those above it that are missing, each durable by its name. Of one that is there the name is
     * forced all the same: whoever made it may have been killed before. A folder that cannot be read can hold names,
     * and cannot be forced: there the system does what it does by itself.
     *
     * @throws IOException if it is not surely there
     */
    default void make(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above == null) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            make(above);
            Files.createDirectories(folder);
        }
        if (Files.isReadable(above)) {
            force(above);
        }
    }

    /**
     * Makes {@code target} hold exactly {@code content}, over any crash: temporary name, force, rename, force the
     * folder.
     *
     * @throws IOException if the new content is not surely there; the old may be
     */
    default void replace(Path target, Bytes content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + target);
        }
        Path temporary = folder.resolve(target.getFileName() + TEMPORARY);
        try (FileChannel file = open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(file, content.view(), 0);
            file.force(true);
        }
        rename(temporary, target);
        force(folder);
    }

    /** Writes all of it, to that place. */
    static void writeAll(FileChannel file, ByteBuffer content, long position) throws IOException {
        long at = position;
        while (content.hasRemaining()) {
            at += file.write(content, at);
        }
    }
}
