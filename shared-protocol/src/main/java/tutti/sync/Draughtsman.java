package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Property;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;
import tutti.edit.Weights;
import tutti.model.Session;

/** Draws a room's edits as rows: the document, its weight, its window and its clock. Not thread-safe. */
final class Draughtsman {
    private final Form form;
    private final Window window;
    private final int budget;
    private Session session;
    private int weight;
    private List<Chained> rows = new ArrayList<>();
    private long at;
    private long wall;

    Draughtsman(Session session, Window window, Form form, int budget) {
        this.session = session;
        this.window = window;
        this.form = form;
        this.budget = budget;
        this.weight = Weights.of(session);
        this.at = window.newest().map(chained -> chained.row().at()).orElse(0L);
    }

    Session session() {
        return session;
    }

    Window window() {
        return window;
    }

    /** The rows since {@link #begin}. */
    List<Chained> rows() {
        return List.copyOf(rows);
    }

    void begin(long now, long time) {
        rows = new ArrayList<>();
        at = Math.max(at, now - 1);
        wall = time;
    }

    /** Appends the edit's rows; returns what the author must hear beyond "applied". */
    Optional<Verdict> draw(MemberId by, Edit edit, Past past) {
        if (session.frozen()) {
            return refused(edit, Refusal.of(Reason.FROZEN), List.of());
        }
        return switch (edit.ask()) {
            case Ask.Change change -> change(by, edit, change.mutations());
            case Ask.Undo undo -> undo(by, edit, undo.of());
            case Ask.Restore restore -> restore(by, edit, restore.scope(), past);
        };
    }

    private Optional<Verdict> change(MemberId by, Edit edit, List<Mutation> mutations) {
        int bytes = mutations.stream().mapToInt(form::size).sum();
        if (bytes > Limits.EDIT_BYTES) {
            return refused(edit, Refusal.of(Reason.TOO_LARGE), List.of());
        }
        Optional<Mutation> forbidden =
                mutations.stream().filter(Mutation.Forget.class::isInstance).findFirst();
        if (forbidden.isPresent()) {
            return refused(edit, Refusal.of(Reason.FORGET, forbidden.get().place()), List.of());
        }
        return write(by, edit, List.of(mutations), Map.of(), List.of());
    }

    private Optional<Verdict> undo(MemberId by, Edit edit, GestureId of) {
        return switch (Undoing.plan(window, session, by, edit.gesture(), of)) {
            case Undoing.Plan.Nothing nothing -> refused(edit, nothing.refusal(), nothing.skipped());
            case Undoing.Plan.Puts puts -> write(by, edit, pieces(puts.mutations()), puts.left(), puts.skipped());
        };
    }

    private Optional<Verdict> restore(MemberId by, Edit edit, Scope scope, Past past) {
        return switch (Restoring.plan(session, past, scope)) {
            case Restoring.Plan.Nothing nothing -> refused(edit, nothing.refusal(), List.of());
            case Restoring.Plan.Changes changes -> write(by, edit, pieces(changes.mutations()), Map.of(), List.of());
        };
    }

    private Optional<Verdict> write(
            MemberId by, Edit edit, List<List<Mutation>> pieces, Map<Property, Long> left, List<Skip> skipped) {
        List<Mutation> all = pieces.stream().flatMap(List::stream).toList();
        Writing writing = Writing.of(session, all);
        if (writing instanceof Writing.Written heavy && excess(heavy) > 0) {
            Optional<List<Mutation>> forgotten = new Forgetting(session, window, all).of(excess(heavy));
            if (forgotten.isEmpty()) {
                return refused(edit, Refusal.of(Reason.WEIGHT), skipped);
            }
            forget(by, forgotten.get());
            writing = Writing.of(session, all);
        }
        return switch (writing) {
            case Writing.Refused refused -> refused(edit, refused.refusal(), skipped);
            case Writing.Written written -> {
                append(by, edit.gesture(), pieces, left, written);
                yield skipped.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Verdict.of(edit.n(), Optional.empty(), skipped));
            }
        };
    }

    /** By how much the document would be too heavy; what makes it no heavier always fits. */
    private int excess(Writing.Written written) {
        return written.weight() > 0 ? weight + written.weight() - budget : 0;
    }

    /** By rows of the room's own, which no undo takes back: there is nothing left to bring back. */
    private void forget(MemberId by, List<Mutation> forgets) {
        GestureId gesture = new GestureId("forget-" + (window.high() + 1));
        for (List<Mutation> piece : pieces(forgets)) {
            append(by, gesture, List.of(piece), Map.of(), Writing.of(session, piece));
        }
    }

    /** Almost every edit is one piece, which is not reduced again. */
    private void append(
            MemberId by, GestureId gesture, List<List<Mutation>> pieces, Map<Property, Long> left, Writing whole) {
        for (List<Mutation> piece : pieces) {
            Writing writing = pieces.size() == 1 ? whole : Writing.of(session, piece);
            if (!(writing instanceof Writing.Written written)) {
                throw new IllegalStateException("a piece was refused that passed as a whole");
            }
            row(by, gesture, piece, left, written);
        }
    }

    private void row(
            MemberId by,
            GestureId gesture,
            List<Mutation> mutations,
            Map<Property, Long> left,
            Writing.Written written) {
        long seq = window.high() + 1;
        at++;
        long first = window.first(by, gesture).orElse(seq);
        List<Trace> traces = Writing.traces(window, seq, written.was(), left);
        Row row = new Row(seq, at, wall, by, gesture, first, mutations, traces);
        String text = form.row(row);
        Chained chained = new Chained(row, window.chain().then(text), text);
        window.add(chained);
        rows.add(chained);
        session = written.next();
        weight += written.weight();
    }

    private List<List<Mutation>> pieces(List<Mutation> mutations) {
        List<List<Mutation>> pieces = new ArrayList<>();
        List<Mutation> piece = new ArrayList<>();
        int size = 0;
        for (Mutation mutation : mutations) {
            int more = form.size(mutation);
            if (size + more > Limits.EDIT_BYTES && !piece.isEmpty()) {
                pieces.add(piece);
                piece = new ArrayList<>();
                size = 0;
            }
            piece.add(mutation);
            size += more;
        }
        pieces.add(piece);
        return pieces;
    }

    private static Optional<Verdict> refused(Edit edit, Refusal refusal, List<Skip> skipped) {
        return Optional.of(Verdict.of(edit.n(), Optional.of(refusal), skipped));
    }
}
