package tutti.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a folder for one server: a lock of the operating system on the file {@code LOCK}, which goes with the process,
 * however it ends. H2's own lock on the store file stands behind it.
 */
final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
    private static final String FILE = "LOCK";
    private static final int PID_BYTES = 32;

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    static FolderLock take(Path folder) throws IOException {
        Path path = folder.resolve(FILE);
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            throw new FolderHeld("another server works in " + folder + holder(path));
        }
        Bytes pid = Bytes.utf8(Long.toString(ProcessHandle.current().pid()));
        file.truncate(0);
        Disk.writeAll(file, pid.view(), 0);
        return new FolderLock(file);
    }

    /**
     * Holds a folder that is only looked at against servers, without changing a byte; others may look at it too. Where
     * no server ever was there is nothing to hold.
     */
    static Optional<FolderLock> look(Path folder) throws IOException {
        Path path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            FileLock shared = file.tryLock(0, Long.MAX_VALUE, true);
            if (shared != null) {
                return Optional.of(new FolderLock(file));
            }
        } catch (OverlappingFileLockException sameProcess) {
            LOG.debug("this very process has {}", folder, sameProcess);
        }
        file.close();
        throw new FolderHeld("a server works in " + folder + holder(path));
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static String holder(Path path) {
        try {
            byte[] pid = Files.readAllBytes(path);
            return pid.length == 0 || pid.length > PID_BYTES
                    ? ""
                    : " (process " + new String(pid, StandardCharsets.UTF_8) + ")";
        } catch (IOException unreadableWhileLocked) {
            return ""; // Windows guards locked bytes against reading, too
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
