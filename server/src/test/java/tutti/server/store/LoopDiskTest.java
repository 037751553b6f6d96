package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut as a real file system makes it: the store lies on an ext4 of its own in a file, which is copied while the
 * store writes. The copy holds what was given to the disk, and nothing that was only in the system's memory.
 */
@Tag("fault")
@DisplayName("A copy of the disk under a working store")
class LoopDiskTest {
    private static final long BYTES = 64L * 1024 * 1024;
    private static final long SEED = Long.getLong("tutti.seed", 7);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Long> told = new TreeMap<>();
    private final List<Rooms.Room> rooms = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private int tillCopy;
    private int copies;

    @BeforeEach
    void asRoot() throws Exception {
        boolean may = System.getProperty("os.name", "").equals("Linux")
                && Files.isWritable(Path.of("/dev/loop-control"))
                && run("losetup", "-f") == 0
                && run("mkfs.ext4", "-V") == 0;
        if (!may) {
            System.out.println(
                    "skipped: a file system in a file can only be mounted by root on Linux, with ext4 tools");
        }
        assumeTrue(may, "only root on Linux can mount a file system in a file");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command[0]);
        return process.exitValue();
    }

    private static void must(String... command) throws IOException, InterruptedException {
        assertEquals(0, run(command), () -> String.join(" ", command));
    }

    @Test
    @Tag("slow")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("holds all that was told, and opens: 4 copies")
    void few() throws Exception {
        durable(4);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @DisplayName("holds all that was told, and opens: 60 copies")
    void many() throws Exception {
        durable(60);
    }

    @Test
    @Tag("long")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("is seen to miss what was never forced: the detector works")
    void notSynced() throws Exception {
        cuts(4, TestDisk.UNSYNCED);
        assertEquals(4, losses.size(), losses::toString);
    }

    private void durable(int wanted) throws Exception {
        cuts(wanted, H2Mode.DURABLE);
        assertEquals(List.of(), losses);
        System.out.println(String.join(
                "\t",
                "fault",
                "power cut under a real file system",
                "a copy of a mounted ext4 at a seeded write or force of the store",
                "" + copies,
                "" + told.values().stream().mapToLong(Long::longValue).sum(),
                "0",
                "-"));
    }

    private void cuts(int wanted, H2Mode like) throws Exception {
        Path image = folder.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        must("mkfs.ext4", "-q", "-F", image.toString());
        Path mount = mount(image, "disk");
        try {
            write(mount.resolve("data"), image, wanted, like);
        } finally {
            must("umount", mount.toString());
        }
    }

    private Path mount(Path image, String name) throws IOException, InterruptedException {
        Path at = Files.createDirectories(folder.resolve(name));
        // A long commit interval: what is not forced stays in memory.
        must("mount", "-o", "loop,commit=300", image.toString(), at.toString());
        return at;
    }

    private void write(Path data, Path image, int wanted, H2Mode like) throws IOException {
        TestDisk.Hook copier = new TestDisk.Hook() {
            @Override
            public void write(long position, java.nio.ByteBuffer content) throws IOException {
                happens(image, wanted);
            }

            @Override
            public void force() throws IOException {
                happens(image, wanted);
            }
        };
        try (TestDisk disk = TestDisk.register(copier);
                Journal journal = H2Journal.open(data, Rooms.UNWATCHED, disk.mode(like))) {
            for (String name : List.of("a", "b", "c")) {
                rooms.add(Rooms.begin(journal, name));
                told.put(name, 0L);
            }
            tillCopy = 1 + random.nextInt(20);
            while (copies < wanted) {
                Rooms.Room room = rooms.get(random.nextInt(rooms.size()));
                assertInstanceOf(Outcome.Committed.class, room.append("x".repeat(random.nextInt(400))));
                told.put(room.session.text(), room.at.seq());
            }
        }
    }

    /** On the writer's thread, before it does what it is about to do. The test's own thread waits for its answer. */
    private void happens(Path image, int wanted) throws IOException {
        if (rooms.size() < 3 || copies >= wanted || tillCopy-- > 0) {
            return;
        }
        tillCopy = random.nextInt(20);
        copies++;
        Path copy = Files.copy(image, folder.resolve("copy-" + copies));
        try {
            check(copy);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            Files.delete(copy);
        }
    }

    private void check(Path copy) throws IOException, InterruptedException {
        Path mount = mount(copy, "after-" + copies);
        try (Journal journal = H2Journal.open(mount.resolve("data"), Rooms.UNWATCHED)) {
            told.forEach((room, seq) -> {
                long found = Rooms.load(journal, room).at.seq();
                assertTrue(found >= seq, () -> room + " is at " + found + " but was told " + seq);
            });
        } catch (IOException | AssertionError lost) {
            losses.add("seed " + SEED + ", copy " + copies + ": " + lost.getMessage());
        } finally {
            must("umount", mount.toString());
        }
    }
}
