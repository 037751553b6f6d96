package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.Session;
import tutti.server.http.Answer;
import tutti.server.http.Api;
import tutti.server.store.Origin;
import tutti.sync.ServerMessage;
import tutti.wire.Documents;
import tutti.wire.Parsed;
import tutti.wire.Stamp;

@DisplayName("Who heard that an edit is durable reads it over HTTP")
class FreshReadsTest {
    private static final int EDITS = 300;
    private static final int IN_FLIGHT = 8;

    private final World world = new World();
    /** Of which rows was heard, and which one was the newest to be read then. */
    private final List<Long> looks = new ArrayList<>();

    private final List<Long> reads = new ArrayList<>();

    private String read() {
        return read(world.host.api());
    }

    private static String read(Api api) {
        return assertInstanceOf(Answer.Found.class, api.read(World.ID.text())).json();
    }

    /** Whenever this person hears of a row, or of what is settled, or is welcomed, HTTP says the same. */
    private void watch(Person person) {
        person.connection.hearing(frame -> {
            Object said = assertInstanceOf(Parsed.Of.class, world.codec.readServer(frame))
                    .value();
            if (said instanceof ServerMessage.Rows rows) {
                look(rows.rows().getLast().seq());
            } else if (said instanceof ServerMessage.Settled settled) {
                look(settled.seq());
            } else if (said instanceof ServerMessage.Welcome welcome) {
                look(welcome.seq());
            }
        });
    }

    private void look(long told) {
        looks.add(told);
        reads.add(seq(read()));
    }

    private void saw(Long... told) {
        assertEquals(List.of(told), looks);
        assertEquals(looks, reads, "less is read than was heard");
    }

    private static long seq(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return ((Stamp) assertInstanceOf(Parsed.Of.class, Documents.stamp(bytes))
                        .value())
                .seq();
    }

    @Test
    @DisplayName("in the moment in which they hear of the row, over the socket")
    void atOnce() {
        Person ann = world.enter("ann");
        watch(ann);
        ann.put(1, Person.name("Evening"));
        world.hand.run();
        saw(1L, 1L);
    }

    @Test
    @DisplayName("in the moment in which a script is answered")
    void scriptAtOnce() {
        world.enter("ann");
        CompletableFuture<String> read =
                world.post(Person.edit(1, Person.name("Evening"))).thenApply(settled -> read());
        world.hand.run();
        assertTrue(read.join().contains("Evening"));
    }

    @Test
    @DisplayName("while the next edits are on their way to the disk already")
    void whileBusy() {
        Person ann = world.enter("ann");
        world.journal.hold();
        ann.put(1, Person.name("Evening 1"));
        world.hand.run();
        for (int n = 1; n <= 4; n++) {
            ann.put(n + 1, Person.name("Evening " + (n + 1)));
            world.hand.run();
            world.journal.release();
            world.journal.hold();
            world.hand.run();
            assertEquals(
                    List.of((long) n),
                    ann.read(ServerMessage.Settled.class).stream()
                            .map(ServerMessage.Settled::n)
                            .toList());
            assertEquals(n, seq(read()), "one row behind what was heard");
        }
    }

    @Test
    @DisplayName("when they are welcomed after a commit of which nobody knew whether it was done")
    void afterUnknown() {
        Person ann = world.edited("ann");
        watch(ann);
        world.journal.next(FakeJournal.Fate.DURABLE_BUT_UNKNOWN);
        ann.put(2, Person.name("Evening"));
        world.hand.run();
        world.journal.up();
        world.bell.well();
        world.hand.run();
        saw(2L);
    }

    @Test
    @Tag("slow")
    @DisplayName("over a socket and from the real store, while as many of their edits as may be are under way")
    void overSockets(@TempDir Path data) throws IOException {
        try (House house = new House(data)) {
            house.host.create(World.ID, Session.BLANK, Origin.NEW, "made");
            try (Visitor ann = Visitor.in(house.address(), "ann", World.ID)) {
                ann.next(ServerMessage.Snapshot.class);
                long asked = 0;
                for (long settled = 0; settled < EDITS; ) {
                    while (asked < EDITS && asked < settled + IN_FLIGHT) {
                        ann.put(++asked, Person.name("Evening " + asked));
                    }
                    ServerMessage.Settled heard = ann.next(ServerMessage.Settled.class);
                    settled = heard.n();
                    long read = seq(read(house.api));
                    assertTrue(read >= heard.seq(), () -> "heard of " + heard.seq() + ", read " + read);
                }
            }
        }
    }
}
