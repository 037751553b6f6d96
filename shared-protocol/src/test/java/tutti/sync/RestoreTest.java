package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;

@DisplayName("a restore")
class RestoreTest {
    private static final Root.OfTrack KICK = new Root.OfTrack(new NodeId("kick"));
    private static final Scope ALL = new Scope.All();

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(Session.BLANK);
        desk.change("A", "g1", insert(KICK), on(5, true));
    }

    private static Mutation insert(Root.OfTrack track) {
        return new Mutation.Insert<>(track, List.of(TrackFields.POSITION.of(Order.spread(track.id(), 0, 1))));
    }

    private static Mutation on(int step, boolean on) {
        return Mutation.put(new Place.OfStep(PatternSlot.A, KICK.id(), step), StepFields.ON, on);
    }

    private boolean isOn(int step) {
        return desk.session()
                .pattern(PatternSlot.A)
                .lane(KICK.id())
                .steps()
                .at(step)
                .on();
    }

    private static Reason why(Optional<Verdict> verdict) {
        return verdict.flatMap(Verdict::refusal).map(Refusal::reason).orElseThrow();
    }

    @Test
    @DisplayName("takes others' work back too, and everybody's undo goes on from there")
    void others() {
        desk.change("B", "g2", on(5, false), on(6, true));
        assertEquals(Optional.empty(), desk.restore("A", "m", 1, ALL));
        assertTrue(isOn(5));
        assertFalse(isOn(6));
        assertEquals(Reason.NOTHING, why(desk.undo("B", "u", "g2")), "A's values stand there now");
        assertEquals(Optional.empty(), desk.undo("A", "v", "m"));
        assertFalse(isOn(5));
        assertTrue(isOn(6));
    }

    @Test
    @DisplayName("to the beginning deletes what was not there yet; its content stays")
    void beginning() {
        assertEquals(Optional.empty(), desk.restore("A", "m", 0, ALL));
        assertTrue(desk.session().liveTracks().isEmpty());
        assertEquals(Optional.empty(), desk.restore("A", "n", 1, new Scope.Track(KICK.id())));
        assertTrue(isOn(5));
        assertEquals(1, desk.session().liveTracks().size());
    }

    @Test
    @DisplayName("of a moment that is not there yet is refused in words, and so is a track that never was")
    void unknown() {
        assertEquals(Reason.NO_MOMENT, why(desk.restore("A", "m", 7, ALL)));
        Optional<Verdict> never = desk.restore("A", "n", 0, new Scope.Track(new NodeId("never")));
        assertEquals(
                Refusal.of(Reason.MISSING, new Root.OfTrack(new NodeId("never"))),
                never.orElseThrow().refusal().orElseThrow());
    }

    @Test
    @DisplayName("puts nothing that is decided at birth, and a frozen room refuses it")
    void frozen() {
        Session frozen = SessionFields.FROZEN.with(desk.session(), true);
        desk = new Desk(frozen);
        assertEquals(Reason.FROZEN, why(desk.restore("A", "m", 0, ALL)));
    }

    @Test
    @DisplayName("brings 32 tracks back in the place of 32 others; of one more it says that there are enough")
    void full() {
        desk = new Desk(Session.BLANK);
        for (int i = 0; i < Limits.TRACKS; i++) {
            desk.change("A", "g" + i, insert(new Root.OfTrack(new NodeId("t" + i))));
        }
        for (int i = 0; i < Limits.TRACKS; i++) {
            Root.OfTrack old = new Root.OfTrack(new NodeId("t" + i));
            desk.change("A", "h" + i, Mutation.delete(old), insert(new Root.OfTrack(new NodeId("s" + i))));
        }
        assertEquals(Reason.FULL, why(desk.restore("A", "m", 32, new Scope.Track(new NodeId("t0")))));
        assertEquals(Optional.empty(), desk.restore("A", "n", 32, ALL));
        assertTrue(
                desk.session().liveTracks().stream().allMatch(t -> t.id().text().startsWith("t")));
    }

    @Test
    @DisplayName("takes eight locks from a step before it puts eight others")
    void locks() {
        Place.OfStep step = new Place.OfStep(PatternSlot.A, KICK.id(), 0);
        List<Field<Step, ?>> locks = List.copyOf(StepFields.LOCKS);
        desk.change("A", "g2", put(step, locks.subList(0, 8), false));
        desk.change("A", "g3", put(step, locks.subList(0, 8), true));
        desk.change("A", "g4", put(step, locks.subList(8, 16), false));
        Session then = desk.then(2);
        assertEquals(Optional.empty(), desk.restore("A", "m", 2, ALL));
        assertEquals(then, desk.session());
    }

    private static Mutation[] put(Place.OfStep step, List<Field<Step, ?>> fields, boolean blank) {
        return fields.stream()
                .map(field ->
                        blank ? new Mutation.Put<>(step, field.in(Step.BLANK)) : new Mutation.Put<>(step, lock(field)))
                .toArray(Mutation[]::new);
    }

    private static tutti.edit.Value<Step, ?> lock(Field<Step, ?> field) {
        long seed = 0;
        while (field.sample(seed).weight() == 0) {
            seed++;
        }
        return field.sample(seed);
    }

    @Test
    @DisplayName("that is larger than a row becomes several, of one gesture, which one undo takes back")
    void large() {
        for (int i = 0; i < 12; i++) {
            Mutation[] steps = new Mutation[128];
            for (int k = 0; k < 128; k++) {
                steps[k] = Mutation.put(
                        new Place.OfStep(PatternSlot.values()[i], KICK.id(), k), StepFields.VELOCITY, 1 + k % 90);
            }
            desk.change("A", "h" + i, steps);
        }
        Session before = desk.session();
        long seq = desk.room().seq();
        assertEquals(Optional.empty(), desk.restore("A", "m", 1, ALL));
        assertTrue(desk.room().seq() > seq + 1, "more than one row");
        assertEquals(desk.then(1), desk.session());
        assertEquals(Optional.empty(), desk.undo("A", "u", "m"));
        assertEquals(before, desk.session());
    }

    @Test
    @DisplayName("is not guessed by its author's replica, but sent, undone and told like any other edit")
    void replica() {
        Hand hand = new Hand(desk, "B");
        hand.welcome();
        Session before = hand.replica().view().session();
        hand.carry(hand.replica().restore(new GestureId("m"), 0, ALL, 0));
        assertEquals(new Ask.Restore(0, ALL), hand.sent().getLast().ask());
        assertEquals(before, hand.replica().view().session());
        assertTrue(hand.replica().view().canUndo());
        hand.undo("u");
        assertEquals(new Ask.Undo(new GestureId("m")), hand.sent().getLast().ask());
    }
}
