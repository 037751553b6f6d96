package tutti.server.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies beside a store and is in no other place: legacy records that nobody has opened yet. They are files of their
 * own, written by no server, so that they are copied as they are. Blocks.
 */
final class Beside {
    private static final Path LEGACY = Path.of("kv", "legacy");

    private Beside() {}

    /**
     * Takes them from one data folder or backup to another, each forced with its name and held against its source.
     *
     * @return how many there are
     * @throws IOException if the disk fails, or one is not there as it was
     */
    static long copy(Path from, Path to) throws IOException {
        Path source = from.resolve(LEGACY);
        if (!Files.isDirectory(source)) {
            return 0;
        }
        Path target = to.resolve(LEGACY);
        Disk.SYSTEM.make(target);
        long copied = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(source, Files::isRegularFile)) {
            for (Path file : files) {
                Path made = target.resolve(file.getFileName());
                Files.copy(file, made);
                Backup.force(made);
                if (Files.mismatch(file, made) >= 0) {
                    throw new IOException("the copy of " + file.getFileName() + " is not what was copied");
                }
                copied++;
            }
        }
        Disk.SYSTEM.force(target);
        return copied;
    }
}
