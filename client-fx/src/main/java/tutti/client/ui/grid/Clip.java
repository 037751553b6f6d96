package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tutti.client.ui.Focus.Spot;
import tutti.edit.Mutation;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Step;

/**
 * What was copied: steps, whole lanes with their length and value, or a whole pattern, whose lanes go to their own
 * tracks again.
 */
sealed interface Clip {
    Clip EMPTY = new Steps(List.of(), 0);

    /**
     * What a paste comes to.
     *
     * @param spots steps that were pasted, and are in their lanes
     */
    record Landing(List<Mutation> puts, Set<Spot> spots) {}

    /** What to put if it is pasted with its first step at {@code at}; {@code rows} is the order on the screen. */
    Landing at(Spot at, StepEdits edits, List<NodeId> rows);

    /** Copies {@code spots}; those that are whole lanes are copied as such. */
    static Clip of(StepEdits edits, Collection<Spot> spots, List<NodeId> rows) {
        List<NodeId> tracks = rows.stream()
                .filter(row -> spots.stream().anyMatch(s -> s.track().equals(row)))
                .toList();
        int lanes = tracks.stream().mapToInt(row -> edits.lane(row).length()).sum();
        boolean inside =
                spots.stream().allMatch(s -> s.step() < edits.lane(s.track()).length());
        if (spots.size() > 1 && inside && spots.size() == lanes) {
            return whole(edits, tracks, tracks.size() == rows.size() && rows.size() > 1);
        }
        return Steps.of(edits, spots, rows);
    }

    /** Copies the whole pattern that {@code edits} are in. */
    static Clip pattern(StepEdits edits, List<NodeId> rows) {
        return whole(edits, rows, true);
    }

    private static Clip whole(StepEdits edits, List<NodeId> tracks, boolean pattern) {
        List<Lanes.Whole> lanes = tracks.stream()
                .map(track -> new Lanes.Whole(track, edits.lane(track)))
                .toList();
        return new Lanes(lanes, pattern);
    }

    /**
     * Steps, and how far each lies from the first row and step.
     *
     * @param width how many steps the copied range is wide
     */
    record Steps(List<Piece> pieces, int width) implements Clip {
        /** One copied step. */
        record Piece(int row, int step, Step value) {}

        static Steps of(StepEdits edits, Collection<Spot> spots, List<NodeId> rows) {
            int first = spots.stream().mapToInt(Spot::step).min().orElse(0);
            int last = spots.stream().mapToInt(Spot::step).max().orElse(-1);
            int top =
                    spots.stream().mapToInt(s -> rows.indexOf(s.track())).min().orElse(0);
            List<Piece> pieces = spots.stream()
                    .map(s -> new Piece(rows.indexOf(s.track()) - top, s.step() - first, edits.step(s)))
                    .sorted(Comparator.comparingInt(Piece::row).thenComparingInt(Piece::step))
                    .toList();
            return new Steps(pieces, last - first + 1);
        }

        /** Leaves out what would lie beyond a lane's end, where nobody would see or hear it. */
        @Override
        public Landing at(Spot at, StepEdits edits, List<NodeId> rows) {
            return at(at, edits, rows, false);
        }

        /** Lengthens the lanes, as far as they can be, until all is in. */
        Landing further(Spot at, StepEdits edits, List<NodeId> rows) {
            return at(at, edits, rows, true);
        }

        private Landing at(Spot at, StepEdits edits, List<NodeId> rows, boolean grow) {
            List<Mutation> puts = new ArrayList<>();
            Set<Spot> spots = new LinkedHashSet<>();
            Map<NodeId, Integer> lengths = new LinkedHashMap<>();
            int top = rows.indexOf(at.track());
            for (Piece piece : pieces) {
                int row = top + piece.row();
                int step = at.step() + piece.step();
                if (top < 0 || row >= rows.size() || step >= Limits.STEPS) {
                    continue;
                }
                Spot spot = new Spot(rows.get(row), step);
                int length = edits.lane(spot.track()).length();
                if (step < length || grow) {
                    puts.addAll(edits.become(spot, piece.value()));
                    spots.add(spot);
                    lengths.merge(spot.track(), Math.max(length, step + 1), Math::max);
                }
            }
            lengths.forEach((track, length) -> puts.addAll(edits.length(track, length)));
            return new Landing(puts, spots);
        }
    }

    /**
     * Whole lanes.
     *
     * @param own whether they go to their own tracks, wherever they are pasted
     */
    record Lanes(List<Whole> lanes, boolean own) implements Clip {
        /** A lane and the track that it is of. */
        record Whole(NodeId track, Lane lane) {}

        @Override
        public Landing at(Spot at, StepEdits edits, List<NodeId> rows) {
            List<Mutation> puts = new ArrayList<>();
            Set<Spot> spots = new LinkedHashSet<>();
            int top = rows.indexOf(at.track());
            for (int i = 0; i < lanes.size(); i++) {
                int row = own ? rows.indexOf(lanes.get(i).track()) : top < 0 ? -1 : top + i;
                if (row >= 0 && row < rows.size()) {
                    Lane lane = lanes.get(i).lane();
                    puts.addAll(edits.become(rows.get(row), lane));
                    spots.addAll(Selection.range(rows.get(row), 0, lane.length()));
                }
            }
            return new Landing(puts, spots);
        }
    }
}
