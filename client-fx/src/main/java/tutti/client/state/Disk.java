package tutti.client.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What is done to files and to their names; outboxes and what lies beside them are written through it. Tests stand
 * between it and the system. Blocks on the disk. Safe on any thread.
 */
interface Disk {
    /** The system's. */
    Disk SYSTEM = new Disk() {
        @Override
        public FileChannel open(Path file) throws IOException {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
            if (System.getProperty("os.name", "").startsWith("Windows")) {
                return; // it does so by itself
            }
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    };

    /** Opens a file at its beginning, to be read and written; one that is missing is made. */
    FileChannel open(Path file) throws IOException;

    /** Gives a file another name in its folder, at once; what had that name is gone. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file, if it is there. */
    void delete(Path file) throws IOException;

    /** Makes names that were made, renamed or removed in {@code folder} durable, where the system can do that. */
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

    /** Makes a file hold exactly that text, at once or not at all, and durably. Its folder must be there. */
    default void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = open(fresh)) {
            channel.truncate(0);
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        rename(fresh, file);
        force(Folders.of(file));
    }
}
