package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tutti.edit.Mutation;
import tutti.edit.TrackFields;

/**
 * What a person can undo and redo: two lists of gestures. Every press pops; what comes of it goes to the other list. A
 * gesture of which nothing was numbered is simply taken out, and put back by the press on the other side. Not
 * thread-safe.
 */
final class Gestures {
    private final Outbox outbox;

    /** Of the newest number. At the start it is the one that may be that, for the file need not tell. */
    private Optional<GestureId> numbered;

    Gestures(Outbox outbox) {
        this.outbox = outbox;
        this.numbered = outbox.last() == 0 ? Optional.empty() : outbox.oldest().map(Draft::gesture);
    }

    /** An edit of that gesture has a number now. */
    void numbered(GestureId gesture) {
        numbered = Optional.of(gesture);
    }

    /**
     * A person's own gesture has an edit: it can be undone, and what was undone before is given up. Mutes are played
     * and not written: a gesture of mutes alone is passed over by undo and redo.
     */
    Optional<OutboxNote> begun(GestureId gesture, List<Mutation> mutations) {
        return mutations.stream().allMatch(Gestures::mutes) ? Optional.empty() : begun(gesture);
    }

    private static boolean mutes(Mutation mutation) {
        return mutation instanceof Mutation.Put<?, ?> put && put.value().field() == TrackFields.MUTE;
    }

    /** The same, whatever it is made of. */
    Optional<OutboxNote> begun(GestureId gesture) {
        boolean known = outbox.nextUndo().equals(Optional.of(gesture))
                && outbox.nextRedo().isEmpty();
        return known ? Optional.empty() : Optional.of(new OutboxNote.Begun(gesture));
    }

    /**
     * The press on undo.
     *
     * @param stored whether rows of a gesture are known
     */
    List<OutboxNote> undo(GestureId fresh, Predicate<GestureId> stored) {
        List<OutboxNote> notes = new ArrayList<>();
        outbox.nextUndo().ifPresent(gesture -> notes.add(new OutboxNote.Undone(revert(notes, gesture, fresh, stored))));
        return notes;
    }

    /** The press on redo. */
    List<OutboxNote> redo(GestureId fresh, Predicate<GestureId> stored) {
        List<OutboxNote> notes = new ArrayList<>();
        outbox.nextRedo().ifPresent(gesture -> notes.add(new OutboxNote.Redone(revert(notes, gesture, fresh, stored))));
        return notes;
    }

    /** A gesture is taken back as if it had never been: neither undo nor redo knows it afterwards. */
    List<OutboxNote> cancel(GestureId gesture, GestureId fresh, Predicate<GestureId> stored) {
        List<OutboxNote> notes = new ArrayList<>();
        if (outbox.undo().contains(gesture)) {
            revert(notes, gesture, fresh, stored);
            notes.add(new OutboxNote.Stacked(removed(outbox.undo(), gesture), outbox.redo()));
        }
        return notes;
    }

    /** An edit was refused: a gesture of which nothing else is left cannot be undone or redone. */
    Optional<OutboxNote> refused(GestureId gesture, Predicate<GestureId> stored) {
        if (outbox.hasNumbered(gesture) || outbox.hasWaiting(gesture) || stored.test(gesture)) {
            return Optional.empty();
        }
        if (!outbox.undo().contains(gesture) && !outbox.redo().contains(gesture)) {
            return Optional.empty();
        }
        return Optional.of(new OutboxNote.Stacked(removed(outbox.undo(), gesture), removed(outbox.redo(), gesture)));
    }

    /** Takes one gesture back; returns what the press on the other side takes back in turn. */
    private GestureId revert(List<OutboxNote> notes, GestureId gesture, GestureId fresh, Predicate<GestureId> stored) {
        List<Draft> kept = outbox.takenOut(gesture);
        if (!kept.isEmpty()) {
            kept.forEach(draft -> notes.add(new OutboxNote.Drafted(draft)));
            return gesture;
        }
        boolean begun = numbered.equals(Optional.of(gesture)) || outbox.hasNumbered(gesture) || stored.test(gesture);
        if (outbox.hasWaiting(gesture) && !begun) {
            notes.add(new OutboxNote.TakenOut(gesture));
            return gesture;
        }
        notes.add(new OutboxNote.Drafted(new Draft(fresh, new Ask.Undo(gesture))));
        return fresh;
    }

    private static List<GestureId> removed(List<GestureId> stack, GestureId gesture) {
        return stack.stream().filter(other -> !other.equals(gesture)).toList();
    }
}
