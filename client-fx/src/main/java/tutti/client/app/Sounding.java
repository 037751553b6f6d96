package tutti.client.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of all windows on one machine one sounds: the one that holds the lock of a file. Another can ask for it by touching a
 * second file; who holds the lock looks there now and then, and gives it up. One thread; does not block for long.
 */
final class Sounding implements AutoCloseable {
    private final Path wish;
    private final FileChannel channel;
    private @Nullable FileLock lock;
    private FileTime since = FileTime.from(Instant.EPOCH);
    private boolean wanted = true;

    Sounding(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.wish = folder.resolve("sounding.wish");
        this.channel =
                FileChannel.open(folder.resolve("sounding.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Looks how it stands: true if this window is the one that sounds. */
    boolean look() throws IOException {
        if (lock != null && wished()) {
            lock.release();
            lock = null;
            wanted = false;
        } else if (lock == null && wanted) {
            lock = attempt();
            since = lastWish();
        }
        return lock != null;
    }

    /** This window is to be the one: asks the other to give way. */
    void take() throws IOException {
        wanted = true;
        Files.writeString(wish, Instant.now().toString());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean wished() throws IOException {
        return lastWish().compareTo(since) > 0;
    }

    private FileTime lastWish() throws IOException {
        return Files.exists(wish) ? Files.getLastModifiedTime(wish) : FileTime.from(Instant.EPOCH);
    }

    private @Nullable FileLock attempt() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
