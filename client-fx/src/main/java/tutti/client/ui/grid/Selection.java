package tutti.client.ui.grid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tutti.client.ui.Focus.Spot;
import tutti.model.NodeId;

/** Sets of steps that are chosen together. */
final class Selection {
    private Selection() {}

    /** Every step of the block between two corners. */
    static Set<Spot> range(List<NodeId> rows, Spot from, Spot to) {
        int one = Math.max(0, rows.indexOf(from.track()));
        int two = Math.max(0, rows.indexOf(to.track()));
        Set<Spot> spots = new LinkedHashSet<>();
        for (NodeId row : rows.subList(Math.min(one, two), Math.max(one, two) + 1)) {
            spots.addAll(range(row, Math.min(from.step(), to.step()), Math.max(from.step(), to.step()) + 1));
        }
        return spots;
    }

    /** The steps of one row from {@code first} to before {@code end}. */
    static Set<Spot> range(NodeId row, int first, int end) {
        Set<Spot> spots = new LinkedHashSet<>();
        for (int i = first; i < end; i++) {
            spots.add(new Spot(row, i));
        }
        return spots;
    }
}
