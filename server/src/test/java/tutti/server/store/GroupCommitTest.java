package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Batches that wait for the writer")
class GroupCommitTest {
    private static final int ROOMS = 50;

    @TempDir
    Path folder;

    private Journal journal;
    private List<Rooms.Room> rooms;

    @BeforeEach
    void open() throws IOException {
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        rooms = IntStream.range(0, ROOMS)
                .mapToObj(i -> Rooms.begin(journal, "room" + i))
                .toList();
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    /** Hands these batches over while the writer is kept busy, and yields their answers. */
    private List<Outcome> together(List<Batch> batches) {
        CountDownLatch busy = new CountDownLatch(1);
        Rooms.Room other = Rooms.begin(journal, "other" + journal.metrics().writes());
        journal.append(other.batch(other.next("one")), outcome -> Rooms.await(busy));
        Await.until(() -> Rooms.load(journal, other.session.text()).at.seq() == 1);
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (Batch batch : batches) {
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            answers.add(answer);
            journal.append(batch, answer::complete);
        }
        busy.countDown();
        return answers.stream().map(Rooms::within).toList();
    }

    @Test
    @DisplayName("share one transaction and one sync, and each is answered")
    void oneCommit() {
        long commits = journal.metrics().commits();
        List<Outcome> outcomes = together(
                rooms.stream().map(room -> room.batch(room.next("one"))).toList());
        outcomes.forEach(outcome -> assertEquals(new Outcome.Committed(2), outcome));
        assertEquals(ROOMS, journal.metrics().largestGroup());
        // the session and the row that kept the writer busy, and the group
        assertEquals(commits + 3, journal.metrics().commits());
    }

    @Test
    @DisplayName("go one by one if the store does not take one of them: that one alone is rejected")
    void oneIsRejected() {
        Rooms.Room ghost = new Rooms.Room(journal, Rooms.id("ghost"), 1, new Mark(0, Rooms.chain("ghost")));
        List<Batch> batches = new ArrayList<>();
        for (Rooms.Room room : rooms.subList(0, 4)) {
            batches.add(room.batch(room.next("one"), new OutboxState("ann", "box", 1, Bytes.NONE)));
        }
        batches.add(2, ghost.batch(ghost.next("boo")));
        List<Outcome> outcomes = new ArrayList<>(together(batches));
        assertInstanceOf(Outcome.Rejected.class, outcomes.remove(2));
        outcomes.forEach(outcome -> assertEquals(new Outcome.Committed(2), outcome));
        for (Rooms.Room room : rooms.subList(0, 4)) {
            Load load = journal.load(room.session, Rooms.ALL);
            Load.Found found = assertInstanceOf(Load.Found.class, load);
            assertEquals(room.next("one"), found.rows());
            assertEquals(List.of(new OutboxState("ann", "box", 1, Bytes.NONE)), found.outboxes());
        }
    }

    @Test
    @DisplayName("go one by one with sessions among them, of which none is missing at the next start")
    void bornBesideOneThatIsRejected() throws IOException {
        Rooms.Room ghost = new Rooms.Room(journal, Rooms.id("ghost"), 1, new Mark(0, Rooms.chain("ghost")));
        CountDownLatch busy = new CountDownLatch(1);
        Rooms.Room other = rooms.getFirst();
        journal.append(other.batch(other.next("one")), outcome -> Rooms.await(busy));
        Await.until(() -> Rooms.load(journal, other.session.text()).at.seq() == 1);
        CompletableFuture<Creation> made = new CompletableFuture<>();
        CompletableFuture<Outcome> refused = new CompletableFuture<>();
        journal.create(Rooms.id("born"), Rooms.birth("born"), made::complete);
        journal.append(ghost.batch(ghost.next("boo")), refused::complete);
        busy.countDown();
        assertInstanceOf(Outcome.Rejected.class, Rooms.within(refused));
        assertInstanceOf(Creation.Made.class, Rooms.within(made));
        journal.close();
        journal = H2Journal.open(folder, Rooms.UNWATCHED);
        assertEquals(0, Rooms.load(journal, "born").at.seq());
        Rooms.begin(journal, "next");
    }

    @Test
    @DisplayName("leave out, alone, the one whose room was replaced")
    void oneIsFenced() {
        Rooms.Room stale = Rooms.load(journal, "room0");
        rooms.getFirst().append("one");
        List<Outcome> outcomes = together(List.of(
                stale.batch(stale.next("x")), rooms.get(1).batch(rooms.get(1).next("y"))));
        assertEquals(List.of(new Outcome.Fenced(), new Outcome.Committed(2)), outcomes);
    }
}
