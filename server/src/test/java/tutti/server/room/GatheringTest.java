package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("After a batch that took a millisecond")
class GatheringTest {
    private static final double MILLI = 0.001;

    private final World world = new World();
    private final Person ann = world.enter("ann");

    private List<Integer> batches() {
        return world.journal.batches.stream().map(batch -> batch.rows().size()).toList();
    }

    /** Edits that are durable a millisecond after they came. */
    private void batch(int edits) {
        world.journal.hold();
        for (int n = 1; n <= edits; n++) {
            ann.put(n, Person.tempo(9_000 + n));
        }
        world.hand.run();
        world.hand.seconds(MILLI);
        world.journal.release();
        world.hand.run();
    }

    @Test
    @DisplayName("with one edit in it, the next edit waits for nobody")
    void alone() {
        batch(1);
        ann.put(2, Person.tempo(9_100));
        world.hand.run();
        assertEquals(List.of(1, 1), batches());
    }

    @Test
    @DisplayName("with four edits in it, what comes within a millisecond goes together, and no later")
    void load() {
        batch(4);
        ann.put(5, Person.tempo(9_100));
        world.hand.seconds(0.9 * MILLI);
        ann.put(6, Person.tempo(9_200));
        world.hand.run();
        assertEquals(List.of(4), batches());
        world.hand.seconds(0.2 * MILLI);
        assertEquals(List.of(4, 2), batches());
    }

    @Test
    @DisplayName("with four edits in it, who leaves at once loses nothing and leaves one KV file")
    void leaves() {
        batch(4);
        ann.put(5, Person.tempo(9_100));
        ann.leave();
        world.hand.seconds(1);
        assertEquals(List.of(4, 1), batches());
        assertEquals(1, world.files.writes);
    }
}
