package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is committed but not synced")
class UnsyncedTest {
    @TempDir
    Path folder;

    private final CountDownLatch forcing = new CountDownLatch(1);
    private final CountDownLatch forced = new CountDownLatch(1);
    private volatile boolean slow;

    private final TestDisk.Hook slowForce = new TestDisk.Hook() {
        @Override
        public void force() {
            if (slow) {
                forcing.countDown();
                Rooms.await(forced);
            }
        }
    };

    @Test
    @DisplayName("is neither told to its author nor read by anybody, until it is synced")
    void held() throws IOException {
        try (TestDisk disk = TestDisk.register(slowForce);
                Journal journal = H2Journal.open(folder, Rooms.UNWATCHED, disk.mode())) {
            Rooms.Room room = Rooms.begin(journal, "a");
            slow = true;
            CompletableFuture<Outcome> told = new CompletableFuture<>();
            journal.append(room.batch(room.next("one")), told::complete);
            Rooms.await(forcing);
            CompletableFuture<Rooms.Room> read = CompletableFuture.supplyAsync(() -> Rooms.load(journal, "a"));
            assertThrows(TimeoutException.class, () -> read.get(200, TimeUnit.MILLISECONDS));
            assertFalse(told.isDone());
            slow = false;
            forced.countDown();
            assertEquals(room.next("one"), Rooms.within(read).rows);
            assertEquals(new Outcome.Committed(2), Rooms.within(told));
        }
    }
}
