package tutti.server.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are whole or not there. Blocks on the disk. */
public final class Disk {
    /** Ends the name of a file that is still being written. */
    public static final String TEMPORARY = ".tmp";

    private Disk() {}

    /**
     * Makes {@code target} hold exactly {@code content}, over any crash: temporary name, force, rename, force the
     * folder.
     *
     * @throws IOException if the new content is not surely there; the old may be
     */
    public static void replace(Path target, Bytes content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + target);
        }
        Path temporary = folder.resolve(target.getFileName() + TEMPORARY);
        try (FileChannel file = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(file, content.view(), 0);
            file.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    /** Makes names that were made, renamed or removed in {@code folder} durable. Windows does so by itself. */
    public static void forceFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    static void writeAll(FileChannel file, ByteBuffer content, long position) throws IOException {
        long at = position;
        while (content.hasRemaining()) {
            at += file.write(content, at);
        }
    }
}
