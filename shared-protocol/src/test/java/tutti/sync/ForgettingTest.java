package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Forget;
import tutti.edit.Mutation.Insert;
import tutti.edit.Order;
import tutti.edit.Place;
import tutti.edit.Property;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.edit.Weights;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

/** Every track weighs what a node does, and two: its position and one step. Four of them fill the document. */
@DisplayName("a document at its budget")
class ForgettingTest {
    private static final int BUDGET = 4 * (tutti.model.Limits.NODE_WEIGHT + 2);

    private final Desk desk = new Desk(Session.BLANK, BUDGET);

    private static Root.OfTrack track(String id) {
        return new Root.OfTrack(new NodeId(id));
    }

    private static Place.OfStep step(String id) {
        return new Place.OfStep(PatternSlot.A, new NodeId(id), 0);
    }

    private static Mutation on(String id) {
        return Mutation.put(step(id), StepFields.ON, true);
    }

    private Mutation insert(String id) {
        String key = Order.at(desk.session(), track(id), 0).key();
        return new Insert<>(track(id), List.of(TrackFields.POSITION.of(key)));
    }

    private void add(String who, String id) {
        desk.change(who, "add-" + id, insert(id), on(id));
    }

    private void delete(String who, String id) {
        desk.change(who, "delete-" + id, Mutation.delete(track(id)));
    }

    private void fill() {
        List.of("a", "b", "c", "d").forEach(id -> add("A", id));
        assertEquals(BUDGET, Weights.of(desk.session()));
    }

    private boolean has(String id) {
        return track(id).get(desk.session()).isPresent();
    }

    private Row row(int fromEnd) {
        return desk.rows().get(desk.rows().size() - 1 - fromEnd).row();
    }

    private static Optional<Reason> reason(Optional<Verdict> verdict) {
        return verdict.flatMap(Verdict::refusal).map(refusal -> refusal.reason());
    }

    @Test
    @DisplayName("forgets what was deleted longest ago, as little as is needed, in a row of its own before the edit's")
    void oldestFirst() {
        fill();
        delete("A", "c");
        delete("B", "a");
        add("B", "e");
        assertFalse(has("c"));
        assertTrue(has("a"));
        assertEquals(List.of(new Forget(track("c"))), row(1).mutations());
        assertEquals(List.of(), row(1).traces());
        assertEquals(BUDGET, Weights.of(desk.session()));
    }

    @Test
    @DisplayName("forgets first what no undo can bring back any more, in order of place")
    void beyondUndoFirst() {
        fill();
        delete("A", "c");
        delete("A", "b");
        for (int i = 0; i < Limits.WINDOW_ROWS; i++) {
            desk.change("A", "tempo-" + i, Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 12_000));
        }
        desk.change("A", "tempo", Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 12_000));
        delete("B", "a");
        add("B", "e");
        assertEquals(List.of(new Forget(track("b"))), row(1).mutations());
        add("B", "f");
        assertEquals(List.of(new Forget(track("c"))), row(1).mutations());
        add("B", "g");
        assertEquals(List.of(new Forget(track("a"))), row(1).mutations());
    }

    @Test
    @DisplayName("refuses in words what does not fit even so, and then forgets nothing")
    void refuses() {
        fill();
        delete("A", "a");
        Optional<Verdict> verdict =
                desk.ask("B", "big", new Ask.Change(List.of(insert("e"), on("e"), insert("f"), on("f"))));
        assertEquals(Optional.of(Reason.WEIGHT), reason(verdict));
        assertTrue(has("a"));
        assertEquals(List.of(Mutation.delete(track("a"))), row(0).mutations());
    }

    @Test
    @DisplayName("never forgets what the edit itself works in")
    void spares() {
        fill();
        delete("A", "a");
        Mutation louder = Mutation.put(step("a"), StepFields.VELOCITY, 3);
        assertEquals(Optional.of(Reason.WEIGHT), reason(desk.ask("B", "in", new Ask.Change(List.of(louder)))));
        assertTrue(has("a"));
        delete("A", "b");
        desk.change("B", "in-2", louder);
        assertTrue(has("a"));
        assertFalse(has("b"));
    }

    @Test
    @DisplayName("has nothing left to bring back of what it forgot, and says so")
    void undoOfForgotten() {
        fill();
        delete("A", "a");
        add("B", "e");
        Property deleted = new Property(track("a"), track("a").deleted());
        Optional<Verdict> verdict = desk.undo("A", "u", "delete-a");
        assertEquals(Optional.of(Reason.NOTHING), reason(verdict));
        assertEquals(
                deleted.place().path(),
                verdict.orElseThrow().skipped().getFirst().where());
        assertEquals(BUDGET, Weights.of(desk.session()));
    }

    @Test
    @DisplayName("never undoes into a node that was forgotten and made again under the same id")
    void undoIntoAnother() {
        fill();
        Desk later = new Desk(desk.session(), BUDGET);
        later.change("A", "off", Mutation.put(step("a"), StepFields.ON, false));
        later.undo("A", "on-again", "off");
        later.change("A", "delete", Mutation.delete(track("a")));
        later.change("B", "more", insert("e"), on("e"));
        assertTrue(track("a").get(later.session()).isEmpty());
        later.change("B", "delete-b", Mutation.delete(track("b")));
        later.change("B", "again", insert("a"));
        assertEquals(Optional.of(Reason.NOTHING), reason(later.undo("A", "redo", "on-again")));
    }

    @Test
    @DisplayName("replays to the same under any other budget, and goes on the same after a restart")
    void replays() {
        fill();
        delete("A", "c");
        delete("B", "a");
        add("B", "e");
        Saved saved = new Saved(desk.birth(), 0, Desk.BIRTH, desk.rows(), List.of());
        for (int budget : new int[] {1, BUDGET, tutti.model.Limits.WEIGHT}) {
            if (!(Room.restore(saved, new tutti.wire.Codec(), budget) instanceof Restored.Alive alive)) {
                throw new AssertionError("damaged");
            }
            assertEquals(desk.session(), alive.room().session());
            assertEquals(desk.room().chain(), alive.room().chain());
        }
        desk.restart();
        add("B", "f");
        assertEquals(List.of(new Forget(track("a"))), row(1).mutations());
    }

    @Test
    @DisplayName("takes what makes it no heavier without forgetting anything")
    void lighter() {
        fill();
        delete("A", "a");
        desk.change("A", "off", Mutation.put(step("b"), StepFields.ON, false));
        desk.change("A", "tempo", Mutation.put(step("b"), StepFields.ON, true));
        assertTrue(has("a"));
    }
}
