package tutti.client.ui.dock;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import tutti.client.ui.kit.Handle;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Knob;
import tutti.client.ui.kit.Press;

/**
 * Knobs side by side. Where there is more room they move apart, and grow; where there is too little for all, a press at
 * the end turns to the others.
 */
final class KnobRow extends Pane {
    private static final double LEAST = 54;
    private static final double MOST = 96;
    private static final double LARGE_FROM = 74;
    private static final double TURN = 24;

    private final List<Handle> knobs = new ArrayList<>();
    private final Press turn = Press.icon("quiet", Icon.RIGHT, "More controls", this::turn);
    private int first;

    KnobRow() {
        setMinWidth(0);
        clear();
    }

    void clear() {
        first = 0;
        knobs.clear();
        getChildren().setAll(turn);
    }

    void add(Handle knob) {
        knobs.add(knob);
        getChildren().add(knobs.size() - 1, knob);
    }

    private void turn() {
        int page = perPage();
        first = first + page >= knobs.size() ? 0 : Math.min(first + page, knobs.size() - page);
        requestLayout();
    }

    /** Knobs that are seen at once. */
    private int perPage() {
        boolean all = getWidth() + 0.5 >= knobs.size() * LEAST;
        return all ? Math.max(1, knobs.size()) : Math.max(1, (int) ((getWidth() - TURN) / LEAST));
    }

    @Override
    protected double computePrefWidth(double height) {
        return knobs.size() * LEAST;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return knobs.size() * MOST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return knobs.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        int page = perPage();
        boolean all = page >= knobs.size();
        first = all ? 0 : Math.min(first, knobs.size() - page);
        double room = getWidth() - (all ? 0 : TURN);
        double slot = Math.clamp(Math.floor(room / page), LEAST, MOST);
        for (int i = 0; i < knobs.size(); i++) {
            place(knobs.get(i), i - first, slot, all, i >= first && i < first + page);
        }
        turn.setVisible(!all);
        turn.setRotate(first + page >= knobs.size() ? 180 : 0);
        turn.resizeRelocate(getWidth() - TURN, 8, TURN, 28);
    }

    /** @param all whether none is left out: only then there is room to grow */
    private static void place(Node node, int index, double slot, boolean all, boolean seen) {
        if (node instanceof Knob knob) {
            knob.large(all && slot >= LARGE_FROM);
        }
        double width = node.prefWidth(-1);
        node.setVisible(seen);
        node.resizeRelocate(Math.rint(index * slot + (slot - width) / 2), 0, width, node.prefHeight(-1));
    }
}
