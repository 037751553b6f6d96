package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A room that a bug ended")
class FailedRoomTest {
    private World world = new World();
    private Person ann;

    @BeforeEach
    void failsWhileItOwes() {
        ann = world.enter("ann");
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        world.journal.rejecting(batch -> {
            throw new IllegalStateException("a bug that a test made");
        });
        ann.put(2, Person.tempo(9_100));
        world.hand.run();
        world.journal.rejecting(batch -> false);
    }

    @Test
    @DisplayName("pays what it owes without anybody connecting, once everybody had time to return")
    void pays() {
        assertEquals(1011, ann.connection.closeCode());
        world.hand.seconds(9.9);
        assertEquals(0, world.files.writes);
        assertTrue(world.host.busy(), "it owes a write");
        world.hand.seconds(0.2);
        assertEquals(1, world.files.writes);
        assertEquals(OptionalLong.of(1), world.journal.noted(World.ID));
        assertFalse(world.awake());
        assertFalse(world.host.busy());
    }

    @Test
    @DisplayName("goes on with the same visit for who returns: one write at its end")
    void returns() {
        world.hand.seconds(5);
        Person back = world.enter("ann");
        back.put(2, Person.tempo(9_100));
        world.hand.seconds(60);
        assertEquals(0, world.files.writes);
        back.leave();
        assertEquals(1, world.files.writes);
        assertEquals(OptionalLong.of(2), world.journal.noted(World.ID));
    }

    @Test
    @DisplayName("and that fails again while it pays is not tried for ever: the next start pays")
    void failsForEver() {
        world.journal.noteBug = true;
        world.hand.seconds(60);
        int loads = world.journal.loads;
        world.hand.seconds(600);
        assertEquals(loads, world.journal.loads);
        assertFalse(world.host.busy());
        world.journal.noteBug = false;
        world = world.restarted();
        world.hand.seconds(11);
        assertEquals(OptionalLong.of(1), world.journal.noted(World.ID));
        assertEquals(1, world.files.writes);
    }
}
