package tutti.sync;

import java.util.List;

/** One line of the outbox file: what changed in an outbox. Folding the notes in order yields the outbox again. */
public sealed interface OutboxNote {
    /** A new outbox id; all edits that were numbered wait again, in order, for new numbers. */
    record Opened(OutboxId outbox) implements OutboxNote {}

    /** One more edit waits. */
    record Drafted(Draft draft) implements OutboxNote {}

    /** The last waiting edit is this instead. */
    record Redrafted(Draft draft) implements OutboxNote {}

    /** The waiting edits of a gesture are taken out; the next edit of that gesture puts it back. */
    record TakenOut(GestureId gesture) implements OutboxNote {}

    /** The first waiting edit has this number from now on, and is frozen. */
    record Numbered(long n) implements OutboxNote {}

    /** These numbers need no keeping any more: refused, or in the snapshot that is saved. */
    record Dropped(List<Long> numbers) implements OutboxNote {
        /** Keeps a copy. */
        public Dropped {
            numbers = List.copyOf(numbers);
        }
    }

    /** What the server said last: by this a server that went back is known. */
    record Told(long settled, long seq) implements OutboxNote {}

    /** This gesture can be undone next, and nothing can be redone any more. */
    record Begun(GestureId gesture) implements OutboxNote {}

    /** The last that could be undone is, and {@code redo} can be redone instead. */
    record Undone(GestureId redo) implements OutboxNote {}

    /** The last that could be redone is, and {@code undo} can be undone instead. */
    record Redone(GestureId undo) implements OutboxNote {}

    /** What can be undone and redone, newest last. */
    record Stacked(List<GestureId> undo, List<GestureId> redo) implements OutboxNote {
        /** Keeps copies. */
        public Stacked {
            undo = List.copyOf(undo);
            redo = List.copyOf(redo);
        }
    }
}
