package tutti.sync.sim;

import java.util.List;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.Scope;

/**
 * What two people do, in the order in which each does it, and how much may go wrong meanwhile. Everything else, above
 * all when, is left open.
 *
 * @param tracks that the session has before
 * @param deeds of the two
 * @param failures of commits
 * @param crashes of the server
 * @param reconnects that a client makes of its own accord, while the server still holds its old connection
 */
record Plan(String name, int tracks, List<List<Deed>> deeds, int failures, int crashes, int reconnects) {
    /** One thing that a person does. */
    sealed interface Deed {}

    /** Changes something. */
    record Change(List<Mutation> mutations) implements Deed {}

    /** Asks for a moment back. */
    record Restore(long seq, Scope scope) implements Deed {}

    /** Presses undo. */
    record Undo() implements Deed {}

    /** The plans that have a name. */
    static Plan named(String name) {
        return switch (name) {
            case "step" -> of(name, List.of(step(true), new Undo()), List.of(delete()));
            case "track" -> of(name, List.of(insert(), new Undo()), List.of(insert()));
            case "value" -> of(name, List.of(step(true), new Undo()), List.of(step(false), step(true)));
            case "three" ->
                of(name, List.of(step(true), new Undo(), insert()), List.of(step(false), insert(), inside()));
            case "restore" ->
                of(name, List.of(insert(), new Restore(0, new Scope.All()), step(false)), List.of(step(true)));
            case "tempo" -> of(name, List.of(tempo()), List.of(step(true)));
            case "full" -> of(name, List.of(insert()), List.of(step(true))).in(Limits.TRACKS - 1);
            default -> throw new IllegalArgumentException(name);
        };
    }

    Plan with(int failures, int crashes, int reconnects) {
        return new Plan(name, tracks, deeds, failures, crashes, reconnects);
    }

    Plan in(int tracks) {
        return new Plan(name, tracks, deeds, failures, crashes, reconnects);
    }

    static Plan of(String name, List<Deed> one, List<Deed> other) {
        return new Plan(name, 1, List.of(one, other), 0, 0, 0);
    }

    /** The step that all meet at. */
    static Deed step(boolean on) {
        Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("t-0"), 0);
        return new Change(List.of(Mutation.put(step, StepFields.ON, on)));
    }

    static Deed tempo() {
        return new Change(List.of(Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 9_000)));
    }

    /** A step in the track that is inserted. */
    static Deed inside() {
        Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("n"), 0);
        return new Change(List.of(Mutation.put(step, StepFields.ON, true)));
    }

    /** A new track, always of the same id: who is second is refused. */
    static Deed insert() {
        Root.OfTrack track = new Root.OfTrack(new NodeId("n"));
        String key = Order.at(Session.BLANK, track, 0).key();
        return new Change(List.of(new Mutation.Insert<>(track, List.of(TrackFields.POSITION.of(key)))));
    }

    /** Deletes the track of the step. */
    static Deed delete() {
        return new Change(List.of(Mutation.delete(new Root.OfTrack(new NodeId("t-0")))));
    }
}
