package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@DisplayName("A disk that fails")
class FailingDiskTest {
    /** What the disk refuses. */
    enum Fault {
        NONE,
        WRITE,
        FORCE,
        SPACE
    }

    @TempDir
    Path folder;

    private volatile Fault fault = Fault.NONE;
    /** How many operations of that kind fail before the disk is well again. */
    private volatile int left;

    private volatile boolean blind;

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private TestDisk disk;
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        disk = TestDisk.register(new TestDisk.Hook() {
            @Override
            public void write(long position, ByteBuffer content) throws IOException {
                refuse(Fault.WRITE, "the disk does not write");
                refuse(Fault.SPACE, "No space left on device");
            }

            @Override
            public void read() throws IOException {
                if (blind) {
                    throw new IOException("the disk does not read");
                }
            }

            @Override
            public void force() throws IOException {
                refuse(Fault.FORCE, "the disk does not force");
            }
        });
        journal = H2Journal.open(folder, new Watch(), disk.mode());
    }

    private void refuse(Fault which, String message) throws IOException {
        if (fault == which && left > 0) {
            left--;
            throw new IOException(message);
        }
    }

    private void fail(Fault which, int times) {
        left = times;
        fault = which;
    }

    private final class Watch implements StoreWatch {
        @Override
        public void lost(String reason) {
            news.add("lost");
        }

        @Override
        public void well() {
            news.add("well");
        }
    }

    private String nextNews() {
        try {
            return String.valueOf(news.poll(60, TimeUnit.SECONDS));
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @AfterEach
    void close() throws IOException {
        fault = Fault.NONE;
        journal.close();
        disk.close();
    }

    @ParameterizedTest(
            name = "once on {0}: the write is unknown, the store is lost and comes back with all it had told")
    @EnumSource(names = {"WRITE", "FORCE", "SPACE"})
    void once(Fault which) {
        Rooms.Room room = Rooms.begin(journal, "a");
        room.append("one");
        fail(which, 1);
        assertInstanceOf(Outcome.Unknown.class, room.append("two"));
        assertEquals("lost", nextNews());
        assertEquals("well", nextNews());
        Rooms.Room again = Rooms.load(journal, "a");
        List<Row> withTwo = List.of(room.rows.getFirst(), room.next("two").getFirst());
        assertTrue(again.rows.equals(room.rows) || again.rows.equals(withTwo), again.rows::toString);
        assertInstanceOf(Outcome.Committed.class, again.append("three"));
        assertEquals(again.rows, Rooms.load(journal, "a").rows);
    }

    @ParameterizedTest(
            name = "for a while on {0}: writes say so at once, and what was told is read on, until it is well")
    @EnumSource(names = {"WRITE", "FORCE", "SPACE"})
    void forAWhile(Fault which) throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        room.append("zero");
        fail(which, Integer.MAX_VALUE);
        assertInstanceOf(Outcome.Unknown.class, room.append("one"));
        assertEquals("lost", nextNews());
        assertInstanceOf(Outcome.Unknown.class, room.append("one"));
        assertInstanceOf(Load.Unavailable.class, journal.load(room.session, Rooms.ALL), "no room wakes");
        assertInstanceOf(Health.Down.class, journal.health());
        Await.until(() -> journal.peek(room.session, Rooms.ALL) instanceof Load.Found);
        readOn(room);
        Await.until(() -> journal.metrics().failures() >= 3);
        readOn(room);
        fault = Fault.NONE;
        assertEquals("well", nextNews());
        assertInstanceOf(Outcome.Committed.class, Rooms.load(journal, "a").append("one"));
    }

    /** What was told, and nothing of the row of which nobody knows. */
    private void readOn(Rooms.Room room) throws IOException {
        Load.Found found = assertInstanceOf(Load.Found.class, journal.peek(room.session, Rooms.ALL));
        assertEquals(room.rows, found.rows());
        Stretch.Rows rows = assertInstanceOf(Stretch.Rows.class, journal.rows(room.session, 0, Integer.MAX_VALUE));
        assertEquals(room.rows, rows.rows());
        assertEquals(room.at, journal.list().getFirst().at());
    }

    @Test
    @DisplayName("that cannot be read either says so to reads, and is read on as soon as it can be read")
    void dark() throws IOException {
        Rooms.Room room = Rooms.begin(journal, "a");
        room.append("zero");
        blind = true;
        fail(Fault.WRITE, Integer.MAX_VALUE);
        assertInstanceOf(Outcome.Unknown.class, room.append("one"));
        assertEquals("lost", nextNews());
        Await.until(() -> journal.metrics().failures() >= 3);
        assertInstanceOf(Load.Unavailable.class, journal.peek(room.session, Rooms.ALL));
        assertInstanceOf(Stretch.Unavailable.class, journal.rows(room.session, 0, 1));
        assertThrows(StoreDown.class, journal::list);
        blind = false;
        Await.until(() -> journal.peek(room.session, Rooms.ALL) instanceof Load.Found);
        readOn(room);
    }

    @Test
    @DisplayName("leaves no write of any room without an answer")
    void everyone() {
        List<Rooms.Room> rooms = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rooms.add(Rooms.begin(journal, "room" + i));
        }
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        journal.noteKv(rooms.getFirst().session, 1, 0, outcome -> {
            told.countDown();
            Rooms.await(busy);
        });
        Rooms.await(told);
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (Rooms.Room room : rooms.subList(1, 20)) {
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            answers.add(answer);
            journal.append(room.batch(room.next("one")), answer::complete);
        }
        fail(Fault.FORCE, 1);
        busy.countDown();
        answers.forEach(answer -> assertInstanceOf(Outcome.Unknown.class, Rooms.within(answer)));
        assertEquals("lost", nextNews());
        assertEquals("well", nextNews());
    }

    @Test
    @DisplayName("again and again loses nothing that was told")
    void manyTimes() {
        Rooms.begin(journal, "a");
        List<Row> told = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Rooms.Room room = Rooms.load(journal, "a");
            assertEquals(told, room.rows.subList(0, told.size()));
            assertInstanceOf(Outcome.Committed.class, room.append("row " + i));
            told.clear();
            told.addAll(room.rows);
            fail(Fault.values()[1 + i % 3], 1 + i % 2);
            Await.until(() -> Rooms.load(journal, "a").append("fails") instanceof Outcome.Unknown);
            assertEquals("lost", nextNews());
            assertEquals("well", nextNews());
        }
    }
}
