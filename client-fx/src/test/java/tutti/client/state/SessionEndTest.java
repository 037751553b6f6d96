package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.SessionId;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;

@Tag("slow")
@DisplayName("What is asked of a session that ends")
class SessionEndTest {
    /** Edits in a round, so that all rounds together stay within what may wait. */
    private static final int MOST = 200;

    private final AtomicInteger ids = new AtomicInteger();

    @TempDir
    private Path data;

    /** A line to nowhere. */
    private record Nowhere() implements Line {
        @Override
        public void send(String frame) {
            assertFalse(frame.isEmpty());
        }

        @Override
        public void well() {}

        @Override
        public void again() {
            send("again");
        }

        @Override
        public void close() {
            send("close");
        }
    }

    private SessionLoop open() throws IOException {
        return open(status -> {}, words -> {});
    }

    private SessionLoop open(Consumer<Status> published, Consumer<String> failed) throws IOException {
        Sessions sessions =
                new Sessions(data, () -> System.nanoTime() / 1_000, () -> new OutboxId("o" + ids.incrementAndGet()));
        Function<Line.Listener, Line> lines = ends -> new Nowhere();
        return sessions.open(
                new SessionId("room"), new Secret("s".repeat(22)), new Profile("A", 0), lines, published, failed);
    }

    private static boolean edit(SessionLoop loop, int number) {
        Mutation name = Mutation.put(new Place.OfSession(), SessionFields.NAME, "Name " + number);
        return loop.propose(new GestureId("g" + number), List.of(name));
    }

    @Test
    @Timeout(60)
    @DisplayName("is done and kept, or denied: as many edits are in the file as were taken")
    void takenIsKept() throws Exception {
        int taken = 0;
        for (int round = 0; round < 20; round++) {
            SessionLoop loop = open();
            Thread closing = Thread.ofPlatform().start(loop::close);
            int number = round * 1_000;
            for (int i = 0; i < MOST && edit(loop, number++); i++) {
                taken++;
            }
            closing.join();
            assertFalse(edit(loop, number));
        }
        SessionLoop again = open();
        int kept = again.status().view().waiting();
        again.close();
        assertEquals(taken, kept);
        assertTrue(taken > 0);
    }

    @Test
    @Timeout(60)
    @DisplayName("is there again when a session that failed is opened again at once, in the same process")
    void openedAgain() throws Exception {
        CompletableFuture<SessionLoop> again = new CompletableFuture<>();
        Consumer<Status> failing = status -> {
            if (status.view().waiting() > 0) {
                throw new IllegalStateException("whoever looks at it failed");
            }
        };
        SessionLoop first = open(failing, words -> {
            try {
                again.complete(open());
            } catch (IOException e) {
                again.completeExceptionally(e);
            }
        });
        assertTrue(edit(first, 1));
        SessionLoop next = again.get();
        assertEquals(1, next.status().view().waiting());
        next.close();
    }

    @Test
    @Timeout(60)
    @DisplayName(
            "is denied once it failed, and what it published last says that it ended and why, not that all is well")
    void saysThatItEnded() throws Exception {
        CompletableFuture<Status> last = new CompletableFuture<>();
        CompletableFuture<String> said = new CompletableFuture<>();
        Consumer<Status> failing = status -> {
            if (status.link() == Status.Link.ENDED) {
                last.complete(status);
            } else if (status.view().waiting() > 0) {
                throw new IllegalStateException("whoever looks at it failed");
            }
        };
        SessionLoop loop = open(failing, said::complete);
        assertFalse(loop.failed());
        assertTrue(edit(loop, 1));
        String why = said.get();
        assertTrue(loop.failed());
        assertEquals(why, last.get().trouble());
        assertFalse(edit(loop, 2));
        loop.close();
        assertEquals(last.get(), loop.status());
    }

    @Test
    @Timeout(60)
    @DisplayName("says that it ended where it does not keep up, and not where it was closed")
    void doesNotKeepUp() throws Exception {
        CompletableFuture<String> said = new CompletableFuture<>();
        CountDownLatch full = new CountDownLatch(1);
        CompletableFuture<Status> last = new CompletableFuture<>();
        SessionLoop loop = open(
                status -> {
                    if (status.link() == Status.Link.ENDED) {
                        last.complete(status);
                    } else {
                        assertDoesNotThrow(() -> full.await());
                    }
                },
                said::complete);
        while (!said.isDone()) {
            loop.dismiss(1);
        }
        full.countDown();
        assertEquals(said.get(), last.get(10, TimeUnit.SECONDS).trouble());
        assertTrue(loop.failed());
        SessionLoop closed = open();
        closed.close();
        assertFalse(closed.failed());
    }
}
