package tutti.client.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of all windows on one machine one sounds: the one that holds the lock of a file. Another can ask for it by writing to
 * a second file; who holds the lock looks there now and then, gives it up, and stands back for a few looks, in which
 * the other takes it. Whoever finds the lock free after that, since the window that had it has gone, sounds again. One
 * thread; does not block for long.
 */
final class Sounding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sounding.class);
    private static final int LOOKS_BACK = 4;

    private final Path wish;
    private final FileChannel channel;
    private @Nullable FileLock lock;
    private String since = "";
    private int standsBack;

    Sounding(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.wish = folder.resolve("sounding.wish");
        this.channel =
                FileChannel.open(folder.resolve("sounding.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** That of this machine; where its folder cannot be written, of the windows on one data folder. */
    static Sounding of(Places places) throws IOException {
        try {
            return new Sounding(places.machine());
        } catch (IOException e) {
            LOG.warn("{} cannot be used; only windows on {} are told apart", places.machine(), places.root(), e);
            return new Sounding(places.client());
        }
    }

    /** Looks how it stands: true if this window is the one that sounds. */
    boolean look() throws IOException {
        if (lock != null && wished()) {
            lock.release();
            lock = null;
            standsBack = LOOKS_BACK;
        } else if (standsBack > 0) {
            standsBack--;
        } else if (lock == null) {
            lock = attempt();
            since = lastWish();
        }
        return lock != null;
    }

    /** This window is to be the one: asks the other to give way, if another it is. */
    void take() throws IOException {
        if (lock == null) {
            standsBack = 0;
            Files.writeString(wish, ProcessHandle.current().pid() + " " + System.nanoTime());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean wished() throws IOException {
        return !lastWish().equals(since);
    }

    private String lastWish() throws IOException {
        return Files.exists(wish) ? Files.readString(wish) : "";
    }

    private @Nullable FileLock attempt() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
