package tutti.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a rewriting does to the names in a folder. Tests stand between it and the disk. */
interface Names {
    /** As the disk does it. */
    Names DISK = new Names() {
        @Override
        public void force(Path folder) throws IOException {
            Disk.forceFolder(folder);
        }

        @Override
        public void point(Path folder, Pointer to) throws IOException {
            to.write(folder);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }
    };

    /** Makes the names that are there durable. */
    void force(Path folder) throws IOException;

    /** Replaces the pointer, durably. */
    void point(Path folder, Pointer to) throws IOException;

    /** Removes a file. */
    void delete(Path file) throws IOException;
}
