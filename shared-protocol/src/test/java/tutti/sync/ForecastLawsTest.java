package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.edit.Chaos;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.SessionId;

@DisplayName("what waiting edits come to")
class ForecastLawsTest {
    private static final Root.OfTrack TRACK = new Root.OfTrack(Hand.STEP.track());
    private static final int WALK = 120;
    private static final int STEPS = 3;

    private final Desk desk = new Desk(Chaos.furnished());
    private final Hand hand = new Hand(desk, "A");
    /** Rows that the hand has heard. */
    private int heard;

    private long folded() {
        hand.replica().view();
        return hand.replica().forecast().folded();
    }

    private void away() {
        hand.welcome();
        hand.replica().disconnected();
        hand.sent();
    }

    private static Mutation velocity(int i) {
        return Mutation.put(new Place.OfStep(PatternSlot.A, TRACK.id(), i % STEPS), StepFields.VELOCITY, 1 + i % 127);
    }

    private void draft(int edits) {
        for (int i = 0; i < edits; i++) {
            hand.propose("g" + i, velocity(i));
        }
    }

    /** The room takes what was sent; its rows and its answer come as one batch, or with a look in between. */
    private void deliver(boolean look) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Edit> sent = hand.sent();
        for (Edit edit : sent) {
            desk.ask("A", edit.gesture().text(), edit.ask()).ifPresent(verdicts::add);
        }
        hearRows();
        if (look) {
            hand.replica().view();
        }
        if (!sent.isEmpty()) {
            hand.settled(sent.getLast().n(), verdicts.toArray(Verdict[]::new));
        }
    }

    private void hearRows() {
        List<Row> rows = desk.rows().subList(heard, desk.rows().size()).stream()
                .map(Chained::row)
                .toList();
        heard = desk.rows().size();
        hand.hear(new ServerMessage.Rows(rows, desk.room().chain()));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 5_000})
    @DisplayName("a start folds each waiting edit once, and each further edit, value of a drag or undo that one alone")
    void onceEach(int edits) {
        away();
        draft(edits);
        hand.restart();
        assertEquals(edits, folded());
        hand.propose("h", Hand.velocity(1));
        assertEquals(edits + 1, folded());
        for (int i = 2; i <= 100; i++) {
            hand.propose("h", Hand.velocity(i));
            assertEquals(edits + i, folded());
        }
        hand.undo("u");
        hand.undo("v");
        assertEquals(edits + 100, folded(), "what is taken off is not folded");
        hand.redo("r");
        assertEquals(edits + 101, folded());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("while they are delivered none is folded again, whatever is looked at in between")
    void delivered(boolean look) {
        away();
        draft(3_000);
        assertEquals(3_000, folded());
        hand.welcome();
        assertEquals(6_000, folded(), "a snapshot is new ground");
        while (hand.replica().waiting() > 0) {
            deliver(look);
            assertEquals(6_000, folded());
        }
        assertEquals(desk.session(), hand.replica().view().session());
    }

    @Test
    @DisplayName("what is refused as foretold folds nothing again")
    void refused() {
        away();
        for (int i = 0; i < 500; i++) {
            hand.propose("g" + i, i % 2 == 0 ? velocity(i) : Mutation.delete(new Root.OfTrack(new NodeId("x"))));
        }
        hand.welcome();
        long before = folded();
        while (hand.replica().waiting() > 0) {
            deliver(false);
            assertEquals(before, folded());
        }
        assertEquals(desk.session(), hand.replica().view().session());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("however it was come by, it is what folding all of them anew comes to")
    void likeAnew(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        away();
        heard = desk.rows().size();
        for (int i = 0; i < WALK; i++) {
            step(random, i);
            if (random.nextInt(3) > 0) {
                Replica replica = hand.replica();
                assertEquals(
                        replica.forecast().again().session(), replica.view().session(), "seed " + seed + ", step " + i);
            }
        }
    }

    @Test
    @DisplayName("what was taken off leaves no trace: an undo of what lies under it is foretold")
    void noTrace() {
        hand.welcome();
        hand.propose("g", Hand.velocity(50));
        deliver(false);
        hand.replica().disconnected();
        hand.propose("h", Hand.velocity(60));
        hand.propose("h", Hand.velocity(61));
        assertEquals(61, hand.seesVelocity());
        hand.undo("u");
        assertEquals(50, hand.seesVelocity());
        hand.undo("v");
        assertEquals(100, hand.seesVelocity());
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private void step(SplittableRandom random, int i) {
        switch (random.nextInt(13)) {
            case 0, 1, 2 -> hand.propose("g" + random.nextInt(i + 1), velocity(random.nextInt(127)));
            case 3 -> hand.propose("g" + i, Hand.on(random.nextBoolean()), velocity(i));
            case 4 -> hand.propose("g" + i, Mutation.put(TRACK, TrackFields.DELETED, random.nextBoolean()));
            case 5 -> hand.undo("u" + i);
            case 6 -> hand.redo("r" + i);
            case 7 -> hand.cancel("g" + random.nextInt(i + 1), "c" + i);
            case 8 -> desk.change("B", "b" + i, velocity(random.nextInt(127)));
            case 9 -> hand.restore("t" + i, random.nextInt(desk.rows().size() + 1));
            case 10 -> deliver(false);
            case 11 -> again(random);
            default -> hearRows();
        }
    }

    private void again(SplittableRandom random) {
        deliver(false);
        hand.replica().disconnected();
        if (random.nextBoolean()) {
            hand.saved();
            hand.restart();
        }
        hand.replica().hello(new SessionId("s"), new Secret("s".repeat(22)), new Profile("A", 1), Optional.empty());
        long settled = hand.outbox().last() - hand.outbox().unsettled();
        hand.hear(hand.hello(Continuity.SAME, settled));
    }
}
