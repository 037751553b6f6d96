package tutti.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A client's queue of edits, and all that its file says. Changes by notes only, so that the file and the memory cannot
 * differ. Not thread-safe.
 */
public final class Outbox {
    private OutboxId id;
    private final Deque<Edit> numbered = new ArrayDeque<>();
    private final Drafts waiting = new Drafts();
    private final Map<GestureId, List<Draft>> takenOut = new LinkedHashMap<>();
    private long last;
    private long settled;
    private long seq;
    private final List<GestureId> undo = new ArrayList<>();
    private final List<GestureId> redo = new ArrayList<>();

    /** An empty outbox. */
    public Outbox(OutboxId id) {
        this.id = id;
    }

    /** Applies a note. A note that does not fit what is here is without effect. */
    public void apply(OutboxNote note) {
        switch (note) {
            case OutboxNote.Opened opened -> open(opened.outbox());
            case OutboxNote.Drafted drafted -> draft(drafted.draft());
            case OutboxNote.Redrafted redrafted -> {
                waiting.dropNewest();
                draft(redrafted.draft());
            }
            case OutboxNote.TakenOut out -> takeOut(out.gesture());
            case OutboxNote.Numbered number -> number(number.n());
            case OutboxNote.Dropped dropped -> drop(Set.copyOf(dropped.numbers()));
            case OutboxNote.Told told -> {
                settled = told.settled();
                seq = told.seq();
                last = Math.max(last, settled);
            }
            case OutboxNote.Begun begun -> {
                redo.clear();
                if (!nextUndo().equals(Optional.of(begun.gesture()))) {
                    push(undo, begun.gesture());
                }
                tidy();
            }
            case OutboxNote.Undone undone -> turn(undo, redo, undone.redo());
            case OutboxNote.Redone redone -> turn(redo, undo, redone.undo());
            case OutboxNote.Stacked stacked -> {
                undo.clear();
                redo.clear();
                stacked.undo().forEach(gesture -> push(undo, gesture));
                stacked.redo().forEach(gesture -> push(redo, gesture));
                tidy();
            }
        }
    }

    private void drop(Set<Long> numbers) {
        numbered.removeIf(edit -> numbers.contains(edit.n()));
    }

    private void push(List<GestureId> stack, GestureId gesture) {
        stack.addLast(gesture);
        if (stack.size() > Limits.GESTURES) {
            stack.removeFirst();
        }
    }

    private void turn(List<GestureId> from, List<GestureId> to, GestureId gesture) {
        if (!from.isEmpty()) {
            from.removeLast();
        }
        push(to, gesture);
        tidy();
    }

    /** What was taken out is kept no longer than it can be put back. */
    private void tidy() {
        if (!takenOut.isEmpty()) {
            Set<GestureId> known = new HashSet<>(undo);
            known.addAll(redo);
            takenOut.keySet().retainAll(known);
        }
    }

    /** The notes that make an outbox like this one: what a file is rewritten to. */
    public List<OutboxNote> notes() {
        List<OutboxNote> notes = new ArrayList<>();
        notes.add(new OutboxNote.Opened(id));
        for (Edit edit : numbered) {
            notes.add(new OutboxNote.Drafted(new Draft(edit.gesture(), edit.ask())));
            notes.add(new OutboxNote.Numbered(edit.n()));
        }
        takenOut.forEach((gesture, drafts) -> {
            if (!undo.contains(gesture) && !redo.contains(gesture)) {
                return;
            }
            drafts.forEach(draft -> notes.add(new OutboxNote.Drafted(draft)));
            notes.add(new OutboxNote.TakenOut(gesture));
        });
        waiting.all().forEach(draft -> notes.add(new OutboxNote.Drafted(draft)));
        notes.add(new OutboxNote.Told(settled, seq));
        notes.add(new OutboxNote.Stacked(undo, redo));
        return notes;
    }

    /** Its id on the server. */
    public OutboxId id() {
        return id;
    }

    /** The numbered edits that are still kept, in order. */
    public List<Edit> numbered() {
        return List.copyOf(numbered);
    }

    /** Numbers that are still kept, up to {@code n}. */
    List<Long> numberedUpTo(long n) {
        return numbered.stream().map(Edit::n).filter(number -> number <= n).toList();
    }

    /** How many numbered edits have no answer. */
    int unsettled() {
        return numberedAfter(settled);
    }

    /** How many of the numbers that are kept are higher than {@code n}. */
    int numberedAfter(long n) {
        int count = 0;
        for (Iterator<Edit> newest = numbered.descendingIterator(); newest.hasNext(); count++) {
            if (newest.next().n() <= n) {
                return count;
            }
        }
        return count;
    }

    boolean hasNumbered(GestureId gesture) {
        return numbered.stream().anyMatch(edit -> edit.gesture().equals(gesture));
    }

    boolean hasWaiting(GestureId gesture) {
        return waiting.has(gesture);
    }

    int waitingCount() {
        return waiting.size();
    }

    Optional<Draft> oldest() {
        return waiting.oldest();
    }

    Optional<Draft> newest() {
        return waiting.newest();
    }

    /** The edits without a number, in order. */
    public List<Draft> waiting() {
        return waiting.all();
    }

    /** What was taken out of a gesture that can still be undone or redone, and is put back by that; else nothing. */
    List<Draft> takenOut(GestureId gesture) {
        return List.copyOf(takenOut.getOrDefault(gesture, List.of()));
    }

    /** The highest number that was given or heard of. */
    public long last() {
        return last;
    }

    /** The highest number that the server said was answered. */
    public long settled() {
        return settled;
    }

    /** The highest seq that the server told. */
    public long seq() {
        return seq;
    }

    /** Gestures that can be undone, newest last. */
    public List<GestureId> undo() {
        return List.copyOf(undo);
    }

    /** What the next press on undo takes back. */
    Optional<GestureId> nextUndo() {
        return undo.isEmpty() ? Optional.empty() : Optional.of(undo.getLast());
    }

    /** What the next press on redo takes back. */
    Optional<GestureId> nextRedo() {
        return redo.isEmpty() ? Optional.empty() : Optional.of(redo.getLast());
    }

    /** Undos that can be undone, newest last. */
    public List<GestureId> redo() {
        return List.copyOf(redo);
    }

    /** An edit of a gesture that was taken out puts it back. */
    private void draft(Draft draft) {
        takenOut.remove(draft.gesture());
        waiting.add(draft);
    }

    private void takeOut(GestureId gesture) {
        List<Draft> out = waiting.takeOut(gesture);
        if (!out.isEmpty()) {
            takenOut.put(gesture, out);
        }
    }

    private void open(OutboxId next) {
        List<Edit> again = new ArrayList<>(numbered);
        numbered.clear();
        for (Edit edit : again.reversed()) {
            waiting.putBack(new Draft(edit.gesture(), edit.ask()));
        }
        id = next;
        last = 0;
        settled = 0;
        seq = 0;
    }

    private void number(long n) {
        waiting.takeOldest().ifPresent(draft -> {
            numbered.addLast(new Edit(n, draft.gesture(), draft.ask()));
            last = Math.max(last, n);
        });
    }
}
