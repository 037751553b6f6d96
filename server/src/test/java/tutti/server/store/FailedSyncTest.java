package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk whose force fails as Linux has it: what it should have written is shown on, is never written, and the next
 * force succeeds without it. Whoever was told of it loses it with the power.
 */
@Tag("slow")
@Tag("fault")
@DisplayName("A sync that failed and forgot what it should have written")
class FailedSyncTest {
    private static final long SEED = Long.getLong("tutti.seed", 11);
    private static final String ROOM = "a";

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Tape tape = new Tape(new byte[0]);
    /** So many forces fail from now on. */
    private volatile int failing;

    private TestDisk disk;

    @BeforeEach
    void register() {
        disk = TestDisk.register(new TestDisk.Hook() {
            @Override
            public void write(long position, ByteBuffer content) {
                tape.write(position, content);
            }

            @Override
            public void truncate(long size) {
                tape.truncate(size);
            }

            @Override
            public void force() throws IOException {
                if (failing > 0) {
                    failing--;
                    tape.forget();
                    throw new IOException("Input/output error");
                }
                tape.force();
            }
        });
    }

    @AfterEach
    void close() {
        disk.close();
    }

    private Journal open() throws IOException {
        return H2Journal.open(folder, Rooms.UNWATCHED, disk.mode());
    }

    /** An edit that meets a failing force, and what whoever comes afterwards is shown. */
    private Rooms.Room fails(Journal journal, int times) {
        Rooms.Room room = Rooms.load(journal, ROOM);
        failing = times;
        assertInstanceOf(Outcome.Unknown.class, room.append("unknown " + room.at.seq()));
        Await.until(() -> journal.load(room.session, Rooms.ALL) instanceof Load.Found);
        return shown(journal);
    }

    private Rooms.Room shown(Journal journal) {
        Rooms.Room room = Rooms.load(journal, ROOM);
        tape.told(ROOM, room.at.seq());
        return room;
    }

    private void edit(Rooms.Room room) {
        assertInstanceOf(Outcome.Committed.class, room.append("x".repeat(random.nextInt(3_000))));
        tape.told(ROOM, room.at.seq());
    }

    @Test
    @DisplayName("takes nothing with it that anybody was shown afterwards: a power cut at every moment")
    void shownAfterwards() throws IOException {
        int from;
        try (Journal journal = open()) {
            edit(Rooms.begin(journal, ROOM));
            from = tape.length();
            Rooms.Room room = fails(journal, 1);
            assertEquals(2, room.at.seq(), "the system shows on what it forgot: else this test says nothing");
            edit(room);
        }
        for (int cut = from; cut <= tape.length(); cut++) {
            assertEquals(List.of(), losses(cut));
        }
    }

    @Test
    @DisplayName("before the server was ended takes nothing with it that the next server shows")
    void endedMeanwhile() throws IOException {
        try (Journal journal = open()) {
            edit(Rooms.begin(journal, ROOM));
            failing = Integer.MAX_VALUE;
            Rooms.Room room = Rooms.load(journal, ROOM);
            assertInstanceOf(Outcome.Unknown.class, room.append("unknown"));
        }
        failing = 0;
        try (Journal journal = open()) {
            assertEquals(2, shown(journal).at.seq());
            assertEquals(List.of(), losses(tape.length()));
        }
    }

    @Test
    @DisplayName("again and again, once and several times in a row, loses nothing that was told: 40 cuts")
    void often() throws IOException {
        often(12, 40);
    }

    @Test
    @Tag("long")
    @DisplayName("again and again, once and several times in a row, loses nothing that was told: 500 cuts")
    void oftenLong() throws IOException {
        often(60, 500);
    }

    private void often(int failures, int cuts) throws IOException {
        int from;
        int told;
        try (Journal journal = open()) {
            edit(Rooms.begin(journal, ROOM));
            from = tape.length();
            for (int i = 0; i < failures; i++) {
                Rooms.Room room = fails(journal, 1 + random.nextInt(3));
                for (int edits = random.nextInt(6); edits > 0; edits--) {
                    edit(room);
                }
            }
            told = (int) Rooms.load(journal, ROOM).at.seq();
        }
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < cuts; i++) {
            losses.addAll(losses(from + random.nextInt(tape.length() - from + 1)));
        }
        assertEquals(List.of(), losses, "seed " + SEED);
        System.out.println(String.join(
                "\t",
                "fault",
                "failed sync, then a power cut",
                "a failed force forgets what was written, and later ones succeed without it",
                "" + cuts,
                "" + told,
                "0",
                "-"));
    }

    /** What a cut at that moment lost, in words. */
    private List<String> losses(int cut) throws IOException {
        long told = tape.toldBefore(cut).getOrDefault(ROOM, 0L);
        Path after = leave(cut);
        try (Journal journal = H2Journal.open(after, Rooms.UNWATCHED)) {
            long found = Rooms.load(journal, ROOM).at.seq();
            assertTrue(found >= told, () -> "it is at " + found + ", but " + told + " was told");
            return List.of();
        } catch (IOException | AssertionError lost) {
            return List.of("cut " + cut + ": " + lost.getMessage());
        } finally {
            Rooms.delete(after);
        }
    }

    private Path leave(int cut) throws IOException {
        Pointer pointer = Pointer.read(folder).orElseThrow();
        Path after = Files.createTempDirectory(folder, "after");
        Files.write(after.resolve(pointer.file() + StoreFolder.ENDING), tape.after(cut, random));
        Witness.create(Disk.SYSTEM, after, pointer.storeId());
        pointer.write(Disk.SYSTEM, after);
        return after;
    }
}
