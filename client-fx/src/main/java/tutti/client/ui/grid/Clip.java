package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tutti.client.ui.Focus.Spot;
import tutti.edit.Mutation;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Step;

/**
 * Copied steps: how far each lies from the first row and step.
 *
 * @param steps how many steps the copied range is wide
 */
record Clip(List<Piece> pieces, int steps) {
    static final Clip EMPTY = new Clip(List.of(), 0);

    /** One copied step. */
    record Piece(int row, int step, Step value) {}

    /** Copies {@code spots}; {@code rows} is the order of the tracks on the screen. */
    static Clip of(StepEdits edits, Collection<Spot> spots, List<NodeId> rows) {
        if (spots.isEmpty()) {
            return EMPTY;
        }
        int first = spots.stream().mapToInt(Spot::step).min().orElse(0);
        int last = spots.stream().mapToInt(Spot::step).max().orElse(0);
        int top = spots.stream().mapToInt(s -> rows.indexOf(s.track())).min().orElse(0);
        List<Piece> pieces = spots.stream()
                .map(s -> new Piece(rows.indexOf(s.track()) - top, s.step() - first, edits.step(s)))
                .sorted(Comparator.comparingInt(Piece::row).thenComparingInt(Piece::step))
                .toList();
        return new Clip(pieces, last - first + 1);
    }

    /** Where the pieces go when they are pasted with their first step at {@code at}; what lies outside is left out. */
    Set<Spot> spots(Spot at, List<NodeId> rows) {
        Set<Spot> spots = new LinkedHashSet<>();
        int top = rows.indexOf(at.track());
        for (Piece piece : pieces) {
            if (inside(piece, at, top, rows)) {
                spots.add(new Spot(rows.get(top + piece.row()), at.step() + piece.step()));
            }
        }
        return spots;
    }

    /** The puts that paste it there. */
    List<Mutation> paste(StepEdits edits, Spot at, List<NodeId> rows) {
        List<Mutation> puts = new ArrayList<>();
        int top = rows.indexOf(at.track());
        for (Piece piece : pieces) {
            if (inside(piece, at, top, rows)) {
                Spot spot = new Spot(rows.get(top + piece.row()), at.step() + piece.step());
                puts.addAll(edits.become(spot, piece.value()));
            }
        }
        return puts;
    }

    private static boolean inside(Piece piece, Spot at, int top, List<NodeId> rows) {
        return top >= 0 && top + piece.row() < rows.size() && at.step() + piece.step() < Limits.STEPS;
    }
}
