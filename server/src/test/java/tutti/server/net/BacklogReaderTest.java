package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reader of backlogs")
class BacklogReaderTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    private void read(Backlog backlog, Runnable supplied) {
        Cursor cursor = new Cursor(frames -> 0, wanted -> {});
        new BacklogReader().read(new Cursor.Wanted(cursor, 0, backlog, 1), supplied, () -> told.add("failed"));
    }

    @Test
    @DisplayName("says that it failed when a backlog ends in an error, or what it was read for does")
    void errors() throws InterruptedException {
        read(
                position -> {
                    throw new StackOverflowError("an error that a test made");
                },
                () -> told.add("supplied"));
        assertEquals("failed", told.take());
        read(position -> List.of(), () -> {
            throw new StackOverflowError("an error that a test made");
        });
        assertEquals("failed", told.take());
    }
}
