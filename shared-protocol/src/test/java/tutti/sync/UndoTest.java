package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Insert;
import tutti.edit.Place;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Step;

@DisplayName("undo")
class UndoTest {
    private static final Root.OfTrack TRACK = new Root.OfTrack(new NodeId("a"));
    private static final Place.OfStep STEP = new Place.OfStep(PatternSlot.A, TRACK.id(), 5);

    private final Desk desk = new Desk(Chaos.furnished());

    private static Mutation on(boolean on) {
        return Mutation.put(STEP, StepFields.ON, on);
    }

    private static Mutation velocity(int value) {
        return Mutation.put(STEP, StepFields.VELOCITY, value);
    }

    private boolean isOn() {
        return STEP.get(desk.session()).orElseThrow().on();
    }

    private static void assertRefused(Reason reason, Optional<Verdict> verdict) {
        assertEquals(Optional.of(reason), verdict.flatMap(Verdict::refusal).map(refusal -> refusal.reason()));
    }

    @Test
    @DisplayName("goes by authorship: A on, B off, B on, A undoes, and B's step stays")
    void authorship() {
        desk.change("A", "a1", on(true));
        desk.change("B", "b1", on(false));
        desk.change("B", "b2", on(true));
        Optional<Verdict> verdict = desk.undo("A", "u", "a1");
        assertRefused(Reason.NOTHING, verdict);
        Skip skip = new Skip(STEP.path(), "on", Optional.of(Desk.member("B")), Optional.empty());
        assertEquals(List.of(skip), verdict.orElseThrow().skipped());
        assertTrue(isOn());
    }

    @Test
    @DisplayName("reaches under another's work once that was undone")
    void withdrawn() {
        desk.change("A", "a1", velocity(1));
        desk.change("B", "b1", velocity(2));
        assertEquals(Optional.empty(), desk.undo("B", "bu", "b1"));
        assertEquals(Optional.empty(), desk.undo("A", "au", "a1"));
        assertEquals(
                Step.BLANK.velocity(), STEP.get(desk.session()).orElseThrow().velocity());
    }

    @Test
    @DisplayName("of a gesture over several rows takes back what nobody else has set since, and names the rest")
    void partly() {
        desk.change("A", "drag", velocity(10));
        desk.change("A", "drag", on(true), velocity(20));
        desk.change("B", "b", velocity(99));
        Verdict verdict = desk.undo("A", "u", "drag").orElseThrow();
        assertEquals(Optional.empty(), verdict.refusal());
        assertEquals(
                List.of("velocity"), verdict.skipped().stream().map(Skip::tag).toList());
        assertFalse(isOn());
        assertEquals(99, STEP.get(desk.session()).orElseThrow().velocity());
    }

    @Test
    @DisplayName("keeps a pasted track whole in which somebody else has worked, even if they undid that")
    void kept() {
        Root.OfTrack pasted = new Root.OfTrack(new NodeId("pasted"));
        Place.OfStep mine = new Place.OfStep(PatternSlot.A, pasted.id(), 0);
        desk.change("A", "paste", track(pasted), Mutation.put(mine, StepFields.ON, true));
        desk.change("B", "b", Mutation.put(mine, StepFields.VELOCITY, 3));
        assertEquals(Optional.empty(), desk.undo("B", "bu", "b"));
        Optional<Verdict> verdict = desk.undo("A", "u", "paste");
        assertRefused(Reason.NOTHING, verdict);
        assertEquals(
                List.of(Optional.of(Desk.member("B")), Optional.of(Desk.member("B"))),
                verdict.orElseThrow().skipped().stream().map(Skip::by).toList());
        assertFalse(pasted.get(desk.session()).orElseThrow().deleted());
        assertTrue(mine.get(desk.session()).orElseThrow().on());
    }

    @Test
    @DisplayName("of a redo that brought a track back keeps it too, once somebody has worked in it")
    void keptAfterRedo() {
        Root.OfTrack pasted = new Root.OfTrack(new NodeId("pasted"));
        desk.change("A", "paste", track(pasted));
        assertEquals(Optional.empty(), desk.undo("A", "u", "paste"));
        assertTrue(pasted.get(desk.session()).orElseThrow().deleted());
        assertEquals(Optional.empty(), desk.undo("A", "redo", "u"));
        desk.change("B", "b", Mutation.put(pasted, TrackFields.NAME, "B was here"));
        assertRefused(Reason.NOTHING, desk.undo("A", "u2", "redo"));
        assertFalse(pasted.get(desk.session()).orElseThrow().deleted());
    }

    @Test
    @DisplayName("is refused of itself, of nothing, of another's gesture, and of what left the window")
    void refused() {
        desk.change("A", "a", on(true));
        assertRefused(Reason.SAME_GESTURE, desk.undo("A", "a", "a"));
        assertRefused(Reason.NOTHING, desk.undo("A", "u", "never"));
        assertRefused(Reason.NOTHING, desk.undo("B", "u", "a"));
        desk.change("A", "long", velocity(1));
        for (int i = 0; i < Limits.WINDOW_ROWS - 1; i++) {
            desk.change("B", "b", Mutation.put(new Place.OfSession(), SessionFields.SWING, i % 1000));
        }
        desk.change("A", "long", velocity(2));
        assertRefused(Reason.NOTHING, desk.undo("A", "u2", "a"));
        assertRefused(Reason.BEYOND_WINDOW, desk.undo("A", "u3", "long"));
        assertTrue(isOn());
    }

    @Test
    @DisplayName("finds an order in which all fits, also where a step is as full of locks as it can be")
    void full() {
        for (int i = 0; i < 7; i++) {
            desk.change("A", "fill", lock(i));
        }
        Step before = STEP.get(desk.session()).orElseThrow();
        desk.change("A", "g", lock(7));
        desk.change("A", "g", unlock(7), lock(8));
        desk.change("A", "g", unlock(7));
        Step after = STEP.get(desk.session()).orElseThrow();
        assertEquals(Optional.empty(), desk.undo("A", "u", "g"));
        assertEquals(before, STEP.get(desk.session()).orElseThrow());
        assertEquals(Optional.empty(), desk.undo("A", "r", "u"));
        assertEquals(after, STEP.get(desk.session()).orElseThrow());
    }

    @Test
    @DisplayName("swaps one lock for another and back, in a gesture of three rows")
    void swapped() {
        for (int i = 0; i < 8; i++) {
            desk.change("A", "fill", lock(i));
        }
        Step before = STEP.get(desk.session()).orElseThrow();
        desk.change("A", "g", unlock(0));
        desk.change("A", "g", lock(8));
        desk.change("A", "g", unlock(0));
        assertEquals(Optional.empty(), desk.undo("A", "u", "g"));
        assertEquals(before, STEP.get(desk.session()).orElseThrow());
    }

    @Test
    @DisplayName("names 32 things that it left alone and counts the rest, so that nothing is left out in silence")
    void counted() {
        Mutation[] mine = new Mutation[100];
        Mutation[] theirs = new Mutation[99];
        for (int i = 0; i < mine.length; i++) {
            mine[i] = Mutation.put(new Place.OfStep(PatternSlot.A, TRACK.id(), i), StepFields.VELOCITY, 1);
        }
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = Mutation.put(new Place.OfStep(PatternSlot.A, TRACK.id(), i), StepFields.VELOCITY, 2);
        }
        desk.change("A", "a", mine);
        desk.change("B", "b", theirs);
        Verdict partly = desk.undo("A", "u", "a").orElseThrow();
        assertEquals(Optional.empty(), partly.refusal());
        assertEquals(Limits.SKIPS, partly.skipped().size());
        assertEquals(OptionalInt.of(99 - Limits.SKIPS), partly.more());
        desk.change("A", "a2", theirs);
        desk.change("B", "b2", theirs);
        Optional<Verdict> nothing = desk.undo("A", "u2", "a2");
        assertRefused(Reason.NOTHING, nothing);
        assertEquals(OptionalInt.of(99 - Limits.SKIPS), nothing.orElseThrow().more());
    }

    private static Insert<?> track(Root.OfTrack root) {
        return new Insert<>(
                root, List.of(TrackFields.POSITION.of("V." + root.id().text())));
    }

    private static Mutation lock(int i) {
        Field<Step, Optional<Integer>> field = StepFields.LOCKS.get(i);
        long seed = 0;
        while (field.sample(seed).value().isEmpty()) {
            seed++;
        }
        return new Mutation.Put<>(STEP, field.sample(seed));
    }

    private static Mutation unlock(int i) {
        return Mutation.put(STEP, StepFields.LOCKS.get(i), Optional.empty());
    }
}
