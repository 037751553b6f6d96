package tutti.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client's queue of edits, and all that its file says. Changes by notes only, so that the file and the memory cannot
 * differ. Not thread-safe.
 */
public final class Outbox {
    private OutboxId id;
    private final Deque<Edit> numbered = new ArrayDeque<>();
    private final Deque<Draft> waiting = new ArrayDeque<>();
    private final Map<GestureId, List<Draft>> takenOut = new LinkedHashMap<>();
    private long last;
    private long settled;
    private long seq;
    private List<GestureId> undo = List.of();
    private List<GestureId> redo = List.of();

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
                waiting.pollLast();
                draft(redrafted.draft());
            }
            case OutboxNote.TakenOut out -> takeOut(out.gesture());
            case OutboxNote.Numbered number -> number(number.n());
            case OutboxNote.Dropped dropped ->
                numbered.removeIf(edit -> dropped.numbers().contains(edit.n()));
            case OutboxNote.Told told -> {
                settled = told.settled();
                seq = told.seq();
                last = Math.max(last, settled);
            }
            case OutboxNote.Stacked stacked -> {
                undo = stacked.undo();
                redo = stacked.redo();
                takenOut.keySet().removeIf(gesture -> !undo.contains(gesture) && !redo.contains(gesture));
            }
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
        waiting.forEach(draft -> notes.add(new OutboxNote.Drafted(draft)));
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
        return (int) numbered.stream().filter(edit -> edit.n() > settled).count();
    }

    boolean hasNumbered(GestureId gesture) {
        return numbered.stream().anyMatch(edit -> edit.gesture().equals(gesture));
    }

    boolean hasWaiting(GestureId gesture) {
        return waiting.stream().anyMatch(draft -> draft.gesture().equals(gesture));
    }

    int waitingCount() {
        return waiting.size();
    }

    Optional<Draft> oldest() {
        return Optional.ofNullable(waiting.peekFirst());
    }

    Optional<Draft> newest() {
        return Optional.ofNullable(waiting.peekLast());
    }

    /** The edits without a number, in order. */
    public List<Draft> waiting() {
        return List.copyOf(waiting);
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
        return undo;
    }

    /** Undos that can be undone, newest last. */
    public List<GestureId> redo() {
        return redo;
    }

    /** An edit of a gesture that was taken out puts it back. */
    private void draft(Draft draft) {
        takenOut.remove(draft.gesture());
        waiting.addLast(draft);
    }

    private void takeOut(GestureId gesture) {
        List<Draft> out = waiting.stream()
                .filter(draft -> draft.gesture().equals(gesture))
                .toList();
        if (!out.isEmpty()) {
            waiting.removeAll(out);
            takenOut.put(gesture, out);
        }
    }

    private void open(OutboxId next) {
        List<Edit> again = new ArrayList<>(numbered);
        numbered.clear();
        for (Edit edit : again.reversed()) {
            waiting.addFirst(new Draft(edit.gesture(), edit.ask()));
        }
        id = next;
        last = 0;
        settled = 0;
        seq = 0;
    }

    private void number(long n) {
        Draft draft = waiting.pollFirst();
        if (draft != null) {
            numbered.addLast(new Edit(n, draft.gesture(), draft.ask()));
            last = Math.max(last, n);
        }
    }
}
