package tutti.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own, a few megabytes in memory, that a test can fill. For root on Linux. */
final class SmallDisk implements AutoCloseable {
    private static final int CHUNK = 4 * 1024;

    private final Path folder;

    SmallDisk(Path folder, int mebibytes) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        Tool.must("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
    }

    Path folder() {
        return folder;
    }

    /** Writes until the system says that nothing is left. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(new byte[CHUNK]);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw new IllegalStateException("the disk did not fill", full);
            }
        }
    }

    void empty() throws IOException {
        Files.delete(filler());
    }

    /** Bytes that can still be written. */
    long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        Tool.unmount(folder);
    }
}
