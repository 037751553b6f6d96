package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A writer that gathers")
class IntakeTest {
    private static final long FOR_EVER = TimeUnit.HOURS.toNanos(1);
    private static final Write ONE = new Write.Note(Rooms.id("one"), 1, 0, outcome -> {});
    private static final Write OTHER = new Write.Note(Rooms.id("other"), 1, 0, outcome -> {});

    private static final Turn TURN = new Turn() {
        @Override
        public Opened take(Opened store, long position) {
            return store;
        }

        @Override
        public void refused() {
            throw new AssertionError("nothing stands in its way");
        }
    };

    private final Intake intake = new Intake();

    /** A writer that is in the middle of gathering. */
    private CompletableFuture<Intake.Next> gathering() {
        AtomicReference<Thread> writer = new AtomicReference<>();
        CompletableFuture<Intake.Next> next = CompletableFuture.supplyAsync(
                () -> intake.next(FOR_EVER), task -> writer.set(Thread.startVirtualThread(task)));
        Rooms.until(() -> writer.get().getState() == Thread.State.TIMED_WAITING);
        return next;
    }

    @Test
    @DisplayName("takes together what came meanwhile")
    void together() {
        CompletableFuture<Intake.Next> next = gathering();
        intake.offer(ONE);
        intake.offer(OTHER);
        intake.shut();
        assertEquals(new Intake.Next.Group(List.of(ONE, OTHER)), Rooms.within(next));
    }

    @Test
    @DisplayName("does not keep the end waiting")
    void end() {
        CompletableFuture<Intake.Next> next = gathering();
        intake.shut();
        assertInstanceOf(Intake.Next.End.class, Rooms.within(next));
    }

    @Test
    @DisplayName("does not keep a turn waiting, which comes before what waits")
    void turn() {
        CompletableFuture<Intake.Next> next = gathering();
        intake.offer(ONE);
        intake.offer(TURN);
        assertInstanceOf(Intake.Next.Change.class, Rooms.within(next));
        assertEquals(new Intake.Next.Group(List.of(ONE)), intake.next(0));
    }

    @Test
    @DisplayName("takes what waits once the time is over")
    void timeIsOver() {
        intake.offer(ONE);
        assertEquals(new Intake.Next.Group(List.of(ONE)), intake.next(1));
    }
}
