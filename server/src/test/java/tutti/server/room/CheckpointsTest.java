package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
import tutti.server.store.Batch;
import tutti.server.store.Bytes;
import tutti.server.store.Checkpoint;

@Tag("slow")
@DisplayName("a snapshot of a room")
class CheckpointsTest {
    private static final int TRACKS = 16;
    private static final int STEPS = 32;

    private final World world = new World();
    private final Person ann = world.enter("ann");
    private long edits;

    private void ask(Mutation... mutations) {
        ann.put(++edits, mutations);
        world.hand.run();
        ann.read();
    }

    private static NodeId track(int number) {
        return new NodeId("t" + number);
    }

    private static Mutation velocity(int track, int step, int value) {
        return Mutation.put(new Place.OfStep(PatternSlot.A, track(track), step), StepFields.VELOCITY, value);
    }

    private void furnish() {
        for (int number = 0; number < TRACKS; number++) {
            Root.OfTrack track = new Root.OfTrack(track(number));
            List<Mutation> all = new ArrayList<>();
            all.add(new Mutation.Insert<>(
                    track, List.of(TrackFields.POSITION.of(Order.spread(track.id(), number, TRACKS)))));
            for (int step = 0; step < STEPS; step++) {
                all.add(velocity(number, step, 1 + step));
            }
            ask(all.toArray(Mutation[]::new));
        }
    }

    private void busy(int track, int count) {
        for (int i = 0; i < count; i++) {
            ask(velocity(track, i % STEPS, 40 + i % 60));
        }
    }

    private List<Checkpoint> taken() {
        return world.journal.batches.stream()
                .map(Batch::checkpoint)
                .flatMap(Optional::stream)
                .toList();
    }

    private static long bytes(SortedMap<String, Bytes> parts) {
        return parts.values().stream().mapToLong(Bytes::size).sum();
    }

    @Test
    @DisplayName("writes the parts that changed since the last one and nothing else, and is read back whole")
    void onlyWhatChanged() {
        furnish();
        busy(0, 2 * Limits.CHECKPOINT_ROWS);
        int before = taken().size();
        busy(3, 2 * Limits.CHECKPOINT_ROWS);
        assertTrue(taken().size() > before, "no snapshot was due");
        Checkpoint last = taken().getLast();
        assertEquals(Set.of("lane/A/t3"), last.fresh().keySet());
        SortedMap<String, Bytes> whole = Papers.parts(world.reading().session());
        assertEquals(whole.size() - 1, last.kept().size());
        assertTrue(10 * bytes(last.fresh()) < bytes(whole), bytes(last.fresh()) + " of " + bytes(whole));

        Reading now = world.reading();
        ann.leave();
        World after = world.restarted();
        after.enter("bob");
        assertEquals(now, after.reading());
    }

    /** What came or changed after the last snapshot and before the backup is in no stored snapshot. */
    @Test
    @DisplayName("of a backup that was restored writes what changed before that backup, too")
    void restored() {
        furnish();
        busy(0, 2 * Limits.CHECKPOINT_ROWS);
        assertFalse(taken().getLast()
                .at()
                .equals(Papers.mark(world.reading().seq(), world.reading().chain())));
        ask(velocity(1, 0, 99));
        Root.OfTrack late = new Root.OfTrack(track(TRACKS));
        String end = Order.spread(late.id(), TRACKS, TRACKS + 1);
        ask(new Mutation.Insert<>(late, List.of(TrackFields.POSITION.of(end))));
        ann.leave();
        world.journal.kept(World.ID).begin(tutti.server.store.Chain.ofHex("ab".repeat(32)));
        goesOn();
    }

    @Test
    @DisplayName("writes all where a part of the newest stored one is damaged, whatever that one holds")
    void damaged() {
        furnish();
        ask(velocity(1, 0, 11));
        busy(0, 2 * Limits.CHECKPOINT_ROWS);
        ask(velocity(1, 0, 99));
        busy(0, 2 * Limits.CHECKPOINT_ROWS);
        ask(velocity(1, 0, 11));
        ann.leave();
        world.journal.kept(World.ID).damagedPart = true;
        int before = goesOn();
        assertEquals(Set.of(), taken().get(before).kept());
    }

    /** Until there is another snapshot, from which the same room wakes; how many there were before. */
    private int goesOn() {
        int before = taken().size();
        World woken = world.restarted();
        Person bob = woken.enter("bob");
        for (int i = 1; taken().size() == before && i <= 8 * Limits.CHECKPOINT_ROWS; i++) {
            bob.put(i, velocity(5, i % STEPS, 40 + i % 60));
            woken.hand.run();
            bob.read();
        }
        Reading now = woken.reading();
        bob.leave();
        assertTrue(taken().size() > before, "no snapshot was taken");
        woken.journal.kept(World.ID).damagedPart = false;
        World after = woken.restarted();
        after.enter("eve");
        assertEquals(now, after.reading());
        return before;
    }

    @Test
    @DisplayName("goes on from the stored one after a sleep, whose unchanged parts it keeps")
    void goesOnAfterSleep() {
        furnish();
        busy(0, 2 * Limits.CHECKPOINT_ROWS);
        int before = taken().size();
        ann.leave();
        Person bob = world.enter("bob");
        for (int i = 1; i <= 2 * Limits.CHECKPOINT_ROWS; i++) {
            bob.put(i, velocity(5, i % STEPS, 40 + i % 60));
            world.hand.run();
        }
        assertTrue(taken().size() > before, "no snapshot was due");
        assertTrue(Set.of("lane/A/t0", "lane/A/t5")
                .containsAll(taken().get(before).fresh().keySet()));
        Reading now = world.reading();
        World after = world.restarted();
        after.enter("ann");
        assertEquals(now, after.reading());
    }
}
