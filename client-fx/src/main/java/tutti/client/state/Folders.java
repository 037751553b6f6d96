package tutti.client.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

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

    /**
     * What a file is that has this name now: equal to what it was before only if it is the same file. A missing file is
     * like none. Where the system does not tell files apart, all that are there are alike: an open one cannot give its
     * name away there.
     */
    static Object identity(Path file) throws IOException {
        try {
            BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
            Object key = read.fileKey();
            return key == null ? List.of() : List.of(key, read.creationTime());
        } catch (NoSuchFileException missing) {
            return new Object();
        }
    }

    /** Whether a file that is open may lose its name while it is held. */
    static boolean losesNames(Path file) throws IOException {
        return !identity(file).equals(List.of());
    }

    /** Replaces a file's text, at once or not at all, and durably; its folder is made if it is missing. */
    public static void replace(Path file, String text) throws IOException {
        Disk.SYSTEM.make(of(file));
        Disk.SYSTEM.replace(file, text);
    }
}
