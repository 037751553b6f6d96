package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.store.Creation;
import tutti.server.store.Origin;
import tutti.sync.ServerMessage;

/** Everything but disk and sockets is real; what the store and the files hold themselves is not counted. */
@Tag("slow")
@Tag("fault")
@DisplayName("A house of many rooms, most of which sleep")
class SleepingHouseTest {
    private static final int LIVE = 20;
    /** Bytes that a room may keep in memory while nobody is in. */
    private static final long SLEEPING_BYTES = 4 * 1024;
    /** Bytes of a house besides its rooms. */
    private static final long HOUSE_BYTES = 1024 * 1024;
    /** Bytes of a room of 16 tracks with one member in. */
    private static final long LIVE_BYTES = 1024 * 1024;

    private static final int SAMPLE = 50;

    private final Map<SessionId, Reading> left = new HashMap<>();
    private final List<Person> living = new ArrayList<>();

    @Test
    @DisplayName("keeps a few KB of each that sleeps, wakes none to read it, and brings each back equal")
    void some() {
        house(300);
    }

    @Test
    @Tag("long")
    @DisplayName("keeps 10,000 sessions with 20 of them live in 60 MB")
    void many() {
        house(10_000);
    }

    /** Twice: with the busy rooms, and when they sleep too, so that what they take hides nothing. */
    private void house(int sessions) {
        World world = new World();
        for (int i = 0; i < LIVE; i++) {
            living.add(furnished(world, id("live", i)));
        }
        for (int i = 0; i < sessions; i++) {
            visit(world, id("asleep", i));
            living.get(i % LIVE).put(17 + i / LIVE, velocity(i % 16, i / LIVE));
            world.hand.run();
        }
        assertEquals(LIVE, world.host.awake());
        readsWakeNone(world, sessions);
        comeBack(world);
        living.forEach(Person::read);
        long all = used();
        living.forEach(Person::leave);
        living.forEach(Person::lost);
        living.clear();
        assertEquals(0, world.host.awake());
        long asleep = used();
        FakeJournal journal = world.journal;
        FakeFiles files = world.files;
        Reference.reachabilityFence(world);
        world = null;
        long rest = used();
        assertEquals(sessions + LIVE + 1, journal.list().size());
        assertEquals(sessions + LIVE, files.files.size(), "files of those who left");
        long sleeping = HOUSE_BYTES + (sessions + LIVE) * SLEEPING_BYTES;
        System.out.println("rooms kept with " + sessions + " stored sessions: " + (all - rest) / 1024 + " KB, "
                + (asleep - rest) / 1024 + " KB asleep");
        within(sleeping + LIVE * LIVE_BYTES, all - rest);
        within(sleeping, asleep - rest);
        say(sessions);
    }

    private static void say(int sessions) {
        System.out.println(String.join(
                "\t",
                "fault",
                "hibernation",
                "last member leaves while " + LIVE + " rooms are busy",
                Integer.toString(sessions),
                Integer.toString(2 * sessions),
                "0",
                "-"));
    }

    private static void within(long bound, long kept) {
        assertTrue(kept <= bound, kept + " bytes, more than " + bound);
    }

    private static SessionId id(String kind, int number) {
        return new SessionId("room-" + kind + "-" + number);
    }

    private static Mutation insert(int number) {
        Root.OfTrack track = new Root.OfTrack(new NodeId("t" + number));
        return new Mutation.Insert<>(track, List.of(TrackFields.POSITION.of(Order.spread(track.id(), number, 16))));
    }

    private static Mutation velocity(int track, int value) {
        Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("t" + track), value % 32);
        return Mutation.put(step, StepFields.VELOCITY, 1 + value % 127);
    }

    private static Person enter(World world, SessionId id, String name) {
        Person person = new Person(world, name, name + "-of-" + id.text());
        person.hello(id);
        world.hand.run();
        return person;
    }

    private static void create(World world, SessionId id) {
        assertInstanceOf(Creation.Made.class, world.host.create(id, Session.BLANK, Origin.NEW, "made-" + id.text()));
    }

    private Person furnished(World world, SessionId id) {
        create(world, id);
        Person person = enter(world, id, "ann");
        for (int track = 0; track < 16; track++) {
            List<Mutation> all = new ArrayList<>(List.of(insert(track)));
            for (int step = 0; step < 32; step++) {
                all.add(velocity(track, step));
            }
            person.put(track + 1, all.toArray(Mutation[]::new));
        }
        world.hand.run();
        return person;
    }

    /** Somebody comes, does something, is refused something, and goes. */
    private void visit(World world, SessionId id) {
        create(world, id);
        Person person = enter(world, id, "bob");
        person.put(1, insert(1), velocity(1, 9));
        person.put(2, insert(1));
        world.hand.run();
        if (left.size() < SAMPLE) {
            left.put(id, world.host.find(id).orElseThrow().published().orElseThrow());
        }
        person.leave();
        person.lost();
    }

    private void readsWakeNone(World world, int sessions) {
        int loads = world.journal.loads;
        for (int i = 0; i < sessions; i += 7) {
            assertInstanceOf(
                    Answer.Found.class, world.host.api().read(id("asleep", i).text()));
        }
        world.hand.run();
        assertEquals(loads, world.journal.loads, "rooms that woke");
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void comeBack(World world) {
        left.keySet().forEach(id -> {
            Person back = enter(world, id, "bob");
            ServerMessage.Welcome welcome =
                    back.read(ServerMessage.Welcome.class).getFirst();
            assertEquals(2, welcome.settled());
            assertEquals(
                    List.of(2L), welcome.verdicts().stream().map(v -> v.n()).toList());
            assertEquals(
                    left.get(id), world.host.find(id).orElseThrow().published().orElseThrow());
            back.undo(3, "g1");
            world.hand.run();
            assertTrue(
                    back.read(ServerMessage.Settled.class).getFirst().verdicts().isEmpty());
            back.leave();
            back.lost();
        });
        left.clear();
        assertEquals(LIVE, world.host.awake());
    }
}
