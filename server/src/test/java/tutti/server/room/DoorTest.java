package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.model.SessionId;
import tutti.server.kv.Legacy;
import tutti.server.store.Bytes;
import tutti.sync.ClientMessage;
import tutti.sync.Profile;
import tutti.sync.RoomClock;
import tutti.sync.ServerMessage;
import tutti.sync.Transport;

@DisplayName("At the door")
class DoorTest {
    private static final SessionId OLD = new SessionId("0f4c2f0e-old-record");
    private static final String RECORD = "{\"id\":\"0f4c2f0e-old-record\",\"name\":\"Old beat\",\"createdAt\":1,"
            + "\"state\":{\"tracks\":[],\"tempo\":111,\"swing\":0,\"version\":1}}";

    private final World world = new World();

    @Test
    @DisplayName("a second connection of an outbox replaces the first, whose later edits are not taken")
    void replaced() {
        Person first = world.enter("ann");
        world.journal.hold();
        first.put(1, Person.tempo(9_001));
        world.hand.run();
        Person second = new Person(world, "ann", "ann-outbox");
        second.hello(World.ID);
        first.put(2, Person.tempo(9_002));
        world.hand.run();
        assertEquals(List.of(), second.kinds(), "its welcome waits for what is in flight");
        world.journal.release();
        world.hand.run();
        assertEquals(4000, first.connection.closeCode());
        assertEquals(1, second.read(ServerMessage.Welcome.class).getFirst().settled());
        assertEquals(1, world.reading().seq());
    }

    @Test
    @DisplayName("more than 128 edits of one connection that wait close it, and the room goes on")
    void tooMuch() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        for (int n = 2; n <= 2 + tutti.sync.Limits.FLIGHT_EDITS; n++) {
            assertEquals(0, ann.connection.closeCode());
            ann.put(n, Person.tempo(9_000 + n));
        }
        assertEquals(1013, ann.connection.closeCode());
        world.journal.release();
        bob.put(1, Person.name("fine"));
        world.hand.run();
        assertEquals("fine", world.reading().session().name());
    }

    @Test
    @DisplayName("who sends longer edits than a window holds is closed with 1013, in the room and before it is found")
    void tooLong() {
        Mutation[] much = Collections.nCopies(1_000, Person.tempo(9_000)).toArray(Mutation[]::new);
        Person ann = world.enter("ann");
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        for (int n = 2; n <= 3; n++) {
            ann.put(n, much);
        }
        assertEquals(0, ann.connection.closeCode());
        for (int n = 4; n <= 6; n++) {
            ann.put(n, much);
        }
        assertEquals(1013, ann.connection.closeCode());
        Person eve = new Person(world, "eve", "e");
        eve.hello(new SessionId("nobody-knows-it"));
        for (int n = 1; n <= 6; n++) {
            eve.put(n, much);
        }
        assertEquals(1013, eve.connection.closeCode());
    }

    @Test
    @DisplayName("who points and renames without end is heard with the last word of each turn")
    void lastWord() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        world.hand.run();
        bob.read();
        for (int i = 0; i < 100; i++) {
            ann.say(new ClientMessage.Rename(new Profile("Ann " + i, 1)));
        }
        world.hand.run();
        List<ServerMessage.Here> heard = bob.read(ServerMessage.Here.class);
        assertEquals(
                List.of("Ann 99"),
                heard.stream().map(here -> here.member().profile().name()).toList());
    }

    @Test
    @DisplayName(
            "who talks faster than anybody does is not read for a while and loses no last word, and a steady one is")
    void hurries() {
        Person ann = world.enter("ann");
        Person bob = world.enter("bob");
        for (int i = 0; i < 2 * Limits.TALK; i++) {
            ann.say(new ClientMessage.Rename(new Profile("Ann " + i, 1)));
            world.hand.seconds(0.02);
        }
        assertEquals(0, ann.connection.rested());
        ann.read();
        for (int i = 0; i < 2 * Limits.TALK; i++) {
            bob.say(new ClientMessage.Rename(new Profile("Bob " + i, 1)));
        }
        world.hand.run();
        assertEquals(0, bob.connection.closeCode());
        assertEquals(Limits.TALK * Limits.TALK_MICROS, bob.connection.rested());
        assertEquals(
                List.of("Bob " + (2 * Limits.TALK - 1)),
                ann.read(ServerMessage.Here.class).stream()
                        .map(here -> here.member().profile().name())
                        .toList());
    }

    @Test
    @DisplayName("who pings faster than any clock does is not read for a while, also before Hello")
    void pingsHurry() {
        Person ann = world.enter("ann");
        Person early = new Person(world, "bob", "b");
        for (int i = 0; i < 2 * Limits.TALK; i++) {
            ann.say(new ClientMessage.Ping(i, 0));
            early.say(new ClientMessage.Ping(i, 900));
        }
        assertEquals(Limits.TALK * Limits.TALK_MICROS, ann.connection.rested());
        assertEquals(Limits.TALK * Limits.TALK_MICROS, early.connection.rested());
        assertEquals(0, ann.connection.closeCode());
    }

    @Test
    @DisplayName("what waited does not count any more once it was taken")
    void countsDown() {
        Person ann = world.enter("ann");
        for (int n = 1; n <= 5 * tutti.sync.Limits.FLIGHT_EDITS; n++) {
            ann.put(n, Person.tempo(9_000 + n % 7));
            world.hand.run();
        }
        assertEquals(0, ann.connection.closeCode());
        assertEquals(5L * tutti.sync.Limits.FLIGHT_EDITS, world.reading().seq());
    }

    @Test
    @DisplayName("a ping is answered at once, also while a batch is in flight")
    void ping() {
        Person ann = world.enter("ann");
        world.journal.hold();
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        ann.say(new ClientMessage.Ping(77, 0));
        assertEquals(77, ann.read(ServerMessage.Pong.class).getFirst().sent());
    }

    @Test
    @DisplayName("a legacy record is adopted when it is touched, and counted")
    void adopted() {
        world.files.legacies.put(OLD, new Legacy.Found(Bytes.utf8(RECORD)));
        Person ann = new Person(world, "ann", "a");
        ann.hello(OLD);
        world.hand.run();
        assertEquals(1, ann.read(ServerMessage.Welcome.class).size());
        assertEquals(1, world.journal.adoptions());
        assertEquals(1, world.host.tally().kvFallbacksTotal());
        Reading reading = world.host.find(OLD).orElseThrow().published().orElseThrow();
        assertEquals(11_100, reading.session().tempo());
        ann.leave();
        assertEquals(0, world.files.writes, "an adoption is a snapshot at seq 0: nothing is owed");
    }

    @Test
    @DisplayName("of two who adopt at the same moment the loser finds the winner's session")
    void adoptedOnce() {
        world.files.legacies.put(OLD, new Legacy.Found(Bytes.utf8(RECORD)));
        Adoption adoption = new Adoption(world.host.means(), world.host.births());
        assertEquals(new Adoption.Result.There(), adoption.of(OLD));
        assertEquals(new Adoption.Result.There(), adoption.of(OLD));
        assertEquals(1, world.journal.adoptions());
        assertEquals(1, world.host.tally().kvFallbacksTotal());
    }

    @Test
    @DisplayName("a deleted session is not adopted again")
    void buried() {
        world.files.legacies.put(OLD, new Legacy.Found(Bytes.utf8(RECORD)));
        world.host.create(OLD, tutti.model.Session.BLANK, tutti.server.store.Origin.ADOPTED, "adopted");
        world.journal.bury(OLD, 1, "request", outcome -> {});
        World later = world.restarted();
        Person ann = new Person(later, "ann", "a");
        ann.hello(OLD);
        later.hand.run();
        assertEquals(
                "this session was deleted",
                ann.read(ServerMessage.Rejected.class).getFirst().reason());
    }

    @Test
    @DisplayName("a legacy record that is damaged is said to be, and nothing is made")
    void damagedRecord() {
        world.files.legacies.put(OLD, new Legacy.Found(Bytes.utf8("{\"state\":")));
        Person ann = new Person(world, "ann", "a");
        ann.hello(OLD);
        world.hand.run();
        String reason = ann.read(ServerMessage.Rejected.class).getFirst().reason();
        assertTrue(reason.startsWith("the legacy record is damaged"), reason);
        assertEquals(1, world.journal.creations, "that of this test's own session");
    }

    @Test
    @DisplayName("a KV file of ours without its session is damage to report, not truth")
    void orphan() {
        Person ann = world.enter("ann");
        ann.put(1, Person.tempo(9_000));
        ann.leave();
        FakeJournal empty = new FakeJournal();
        World after = new World(empty, world.files);
        Person eve = new Person(after, "eve", "e");
        eve.hello(World.ID);
        after.hand.run();
        String reason = eve.read(ServerMessage.Rejected.class).getFirst().reason();
        assertTrue(reason.contains("no session in the store"), reason);
        assertEquals(0, empty.creations);
    }

    @Test
    @DisplayName("a bug in one room closes that room in words; another goes on, and so does that one when asked again")
    void oneRoomFails() {
        SessionId other = new SessionId("another-room");
        world.host.create(other, tutti.model.Session.BLANK, tutti.server.store.Origin.NEW, "other");
        Person bob = new Person(world, "bob", "b");
        bob.hello(other);
        Person ann = world.enter("ann");
        world.journal.rejecting(batch -> {
            if (batch.session().equals(World.ID)) {
                throw new IllegalStateException("a bug");
            }
            return false;
        });
        ann.put(1, Person.tempo(9_000));
        bob.put(1, Person.tempo(9_000));
        world.hand.run();
        assertEquals(1011, ann.connection.closeCode());
        assertEquals(0, bob.connection.closeCode());
        assertEquals(1, bob.read(ServerMessage.Settled.class).size());
        world.journal.rejecting(batch -> false);
        Person back = world.edited("ann");
        assertEquals(1, world.reading().seq());
        assertFalse(back.read(ServerMessage.Settled.class).isEmpty());
    }

    @Test
    @DisplayName("the first who returns after a restart brings the room's clock and transport back")
    void clockReturns() {
        Person ann = world.enter("ann");
        ann.say(new ClientMessage.Play(Optional.empty()));
        world.hand.run();
        Transport playing = ann.read(ServerMessage.Playing.class).getFirst().transport();
        World after = world.restarted();
        Person back = new Person(after, "ann", "ann-outbox");
        back.hello(World.ID, new RoomClock(5_000_000_000L, playing));
        after.hand.run();
        RoomClock clock = back.read(ServerMessage.Welcome.class).getFirst().clock();
        assertEquals(new RoomClock(5_000_000_000L, playing), clock);
        back.say(new ClientMessage.Ping(2, 0));
        assertEquals(
                5_000_000_000L, back.read(ServerMessage.Pong.class).getFirst().room());
    }

    @Test
    @DisplayName("play from stop begins sooner when every window said that it is near")
    void near() {
        Person ann = world.enter("ann");
        ann.say(new ClientMessage.Ping(1, 900));
        ann.say(new ClientMessage.Play(Optional.empty()));
        world.hand.run();
        Transport playing = ann.read(ServerMessage.Playing.class).getFirst().transport();
        long begins = playing.timeline().segments().getFirst().startMicros();
        assertEquals(150_000, begins - world.hand.micros());
    }
}
