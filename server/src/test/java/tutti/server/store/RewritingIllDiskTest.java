package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk fails at some write or force of a rewriting, under the new file alone or under everything, and stays so
 * until the rewriting has ended or an edit has met it.
 */
@Tag("slow")
@Tag("fault")
@DisplayName("A rewriting whose disk falls ill")
class RewritingIllDiskTest {
    /** What fails from some moment on. */
    private enum Illness {
        FULL("No space left on device"),
        WRITE_ERROR("Input/output error"),
        SYNC_ERROR("Input/output error");

        private final String words;

        Illness(String words) {
            this.words = words;
        }
    }

    private static final List<String> ROOMS = List.of("a", "b");

    @TempDir
    Path temporary;

    private long told;
    private int givenUp;
    private int lostStores;

    /** A store on a disk that falls ill at one moment of its life. */
    private final class World implements AutoCloseable {
        private final Path folder;
        private final Illness illness;
        private final boolean everything;
        private final AtomicInteger left;
        private final TestDisk disk;
        private final Map<String, Rooms.Room> rooms = new HashMap<>();
        private volatile String spared = "";
        private volatile boolean armed;
        private H2Journal journal;

        World(Illness illness, boolean everything, int after) throws IOException {
            this.folder = Files.createDirectory(temporary.resolve("world"));
            this.illness = illness;
            this.everything = everything;
            this.left = new AtomicInteger(after);
            this.disk = TestDisk.register(new TestDisk.Hook() {
                @Override
                public TestDisk.Hook of(String file) {
                    return hook(file);
                }
            });
            open();
            ROOMS.forEach(name -> rooms.put(name, Rooms.begin(journal, name)));
            for (int i = 0; i < 6; i++) {
                ROOMS.forEach(this::edit);
            }
        }

        private void open() throws IOException {
            journal = H2Journal.open(folder, Rooms.UNWATCHED, disk.mode());
        }

        /** Counts what is done to the new file. */
        private TestDisk.Hook hook(String file) {
            return new TestDisk.Hook() {
                @Override
                public void grow() throws IOException {
                    refuse(Illness.FULL);
                }

                @Override
                public void write(long position, ByteBuffer content) throws IOException {
                    refuse(Illness.WRITE_ERROR);
                }

                @Override
                public void force() throws IOException {
                    refuse(Illness.SYNC_ERROR);
                }

                private void refuse(Illness here) throws IOException {
                    boolean old = file.equals(spared);
                    if (!armed || here != illness || (old && (!everything || left.get() > 0))) {
                        return;
                    }
                    if (left.decrementAndGet() < 0) {
                        throw new IOException(illness.words);
                    }
                }
            };
        }

        void edit(String name) {
            Rooms.Room room = rooms.get(name);
            Outcome outcome = room.append("an edit of " + name + " " + "x".repeat(300));
            if (outcome instanceof Outcome.Committed) {
                told++;
                return;
            }
            assertInstanceOf(Outcome.Unknown.class, outcome);
            lostStores++;
            armed = false;
            Await.until(() -> journal.load(room.session, Rooms.ALL) instanceof Load.Found);
            for (String each : ROOMS) {
                Rooms.Room again = Rooms.load(journal, each);
                Rooms.Room before = rooms.put(each, again);
                assertEquals(before.rows, again.rows.subList(0, before.rows.size()), "what was told is there");
            }
        }

        /** Whether it was given up. */
        boolean rewrite() throws IOException {
            spared = Pointer.read(folder).orElseThrow().file() + StoreFolder.ENDING;
            armed = true;
            try {
                Copied copied = journal.rewrite((_, _) -> {
                    ROOMS.forEach(this::edit);
                    return true;
                });
                return !(copied instanceof Copied.Done);
            } catch (IOException givenUpForIt) {
                return true;
            } finally {
                ROOMS.forEach(this::edit);
                armed = false;
            }
        }

        /** All is there; only what a lost store could not remove waits for the next start. */
        void isWell(boolean lost) throws IOException {
            ROOMS.forEach(this::edit);
            if (!lost) {
                assertEquals(1, stores(), "the half-made file is gone");
            }
            journal.close();
            open();
            assertEquals(1, stores(), "nothing is left over");
            ROOMS.forEach(name -> assertEquals(rooms.get(name).rows, Rooms.load(journal, name).rows));
            assertInstanceOf(Copied.Done.class, journal.rewrite(Progress.SILENT));
            ROOMS.forEach(name -> assertEquals(rooms.get(name).rows, Rooms.load(journal, name).rows));
        }

        private long stores() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(StoreFolder.ENDING))
                        .count();
            }
        }

        @Override
        public void close() throws IOException {
            journal.close();
            disk.close();
            Rooms.delete(folder);
        }
    }

    @Test
    @DisplayName("at every 15th write is given up, the store serves on, and nothing is lost")
    void some() throws IOException {
        everywhere(15);
    }

    @Test
    @Tag("long")
    @DisplayName("at every write is given up, the store serves on, and nothing is lost")
    void all() throws IOException {
        everywhere(1);
    }

    private void everywhere(int step) throws IOException {
        int times = 0;
        for (Illness illness : Illness.values()) {
            for (boolean everything : List.of(false, true)) {
                boolean reached = true;
                int every = illness == Illness.SYNC_ERROR ? Math.max(1, step / 4) : step;
                for (int after = 0; reached; after += every, times++) {
                    reached = once(illness, everything, after);
                }
            }
        }
        assertTrue(givenUp > 6, "it was given up " + givenUp + " times");
        assertTrue(lostStores > 0, "no edit ever met the illness");
        System.out.println(String.join(
                "\t",
                "fault",
                "rewriting on an ill disk",
                "full, write error or sync error from the n-th call on, under the new file or all; given up " + givenUp
                        + " times",
                "" + times,
                "" + told,
                "0",
                "-"));
    }

    /** Whether the rewriting was long enough to meet it. */
    private boolean once(Illness illness, boolean everything, int after) throws IOException {
        try (World world = new World(illness, everything, after)) {
            int before = lostStores;
            boolean up = world.rewrite();
            givenUp += up ? 1 : 0;
            world.isWell(lostStores > before);
            return world.left.get() < 0;
        } catch (IOException | AssertionError failed) {
            throw new AssertionError(illness + " from call " + after + ", everything " + everything, failed);
        }
    }
}
