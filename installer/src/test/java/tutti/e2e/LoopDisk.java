package tutti.e2e;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ext4 of its own in a file, which can be made to find itself damaged: then the system mounts it read-only, whoever
 * has files open on it, and it is well again only after it was taken off and checked. For root on Linux.
 */
final class LoopDisk implements AutoCloseable {
    private static final long BYTES = 96L * 1024 * 1024;
    /** Of e2fsck: errors were found and mended. */
    private static final int MENDED = 1;
    /** Stops process $1, waits until none of its threads is in a call, writes 1 into $2, and lets it go on. */
    private static final String STANDING_STILL = """
            kill -STOP "$1" || exit 1
            looks=0
            while grep -h '^State:' /proc/"$1"/task/*/status | grep -qv stopped; do
                looks=$((looks + 1))
                [ $looks -lt 1000 ] || { kill -CONT "$1"; echo "it does not stop"; exit 1; }
                sleep 0.01
            done
            echo 1 > "$2"
            kill -CONT "$1"
            """;

    private final Path image;
    private final Path folder;

    LoopDisk(Path at) throws IOException, InterruptedException {
        this.image = at.resolveSibling(at.getFileName() + ".image");
        this.folder = Files.createDirectories(at);
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        Tool.must("mkfs.ext4", "-q", "-F", image.toString());
        mount();
    }

    /** Whether this machine can: it has loop devices, the tools, and a kernel that lets errors be made. */
    static boolean isPossible() throws IOException, InterruptedException {
        return Tool.mayMount()
                && Files.isWritable(Path.of("/dev/loop-control"))
                && Files.isDirectory(Path.of("/sys/fs/ext4"))
                && Tool.run("sh", "-c", "command -v mkfs.ext4 e2fsck findmnt").code() == 0;
    }

    private void mount() throws IOException, InterruptedException {
        Tool.must("mount", "-o", "loop,errors=remount-ro", image.toString(), folder.toString());
    }

    Path folder() {
        return folder;
    }

    /**
     * From now on nothing can be written. The process that writes stands still meanwhile, outside any call: while ext4
     * gives up its journal, Linux 6.18 answers a sync of what was written in these milliseconds with success and loses
     * it (one in 60 of a bare loop of write and fsync), which no program can know.
     */
    void fail(long writer) throws IOException, InterruptedException {
        Path device = Path.of(
                Tool.run("findmnt", "-no", "SOURCE", folder.toString()).output().strip());
        String trigger = "/sys/fs/ext4/" + device.getFileName() + "/trigger_fs_error";
        Tool.must("sh", "-c", STANDING_STILL, "sh", "" + writer, trigger);
    }

    /** Nobody has a file open on it any more: it is taken off, checked and mounted again. */
    void heal() throws IOException, InterruptedException {
        Tool.must("umount", folder.toString());
        Tool check = Tool.run("e2fsck", "-p", image.toString());
        if (check.code() > MENDED) {
            throw new IOException("the disk cannot be mended: " + check.output());
        }
        mount();
    }

    @Override
    public void close() throws IOException {
        Tool.unmount(folder);
    }
}
