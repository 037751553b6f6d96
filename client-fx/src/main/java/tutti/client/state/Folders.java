package tutti.client.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** Small deeds on files that the runtime does not offer whole. */
public final class Folders {
    private Folders() {}

    /** Makes a folder, and those above it that are missing, durably. */
    public static void make(Path folder) throws IOException {
        Disk.SYSTEM.make(folder);
    }

    /** The folder in which a file lies. */
    static Path of(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /** Locks a file as long as the channel is open; false if this or another program holds it. */
    static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Replaces a file's text, at once or not at all, and durably; its folder is made if it is missing. */
    public static void replace(Path file, String text) throws IOException {
        Disk.SYSTEM.make(of(file));
        Disk.SYSTEM.replace(file, text);
    }
}
