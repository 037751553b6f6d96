package tutti.client.ui.dock;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import tutti.client.ui.kit.Knob;

/**
 * Knobs side by side, as many as there is room for; the last ones stand back. Where there is more room they move apart,
 * and grow.
 */
final class KnobRow extends Pane {
    private static final double LEAST = 54;
    private static final double MOST = 96;
    private static final double LARGE_FROM = 74;

    KnobRow() {
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().size() * LEAST;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return getManagedChildren().size() * MOST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(node -> node.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        int count = Math.max(1, getManagedChildren().size());
        double slot = Math.clamp(Math.floor(getWidth() / count), LEAST, MOST);
        double x = 0;
        for (Node node : getManagedChildren()) {
            if (node instanceof Knob knob) {
                knob.large(slot >= LARGE_FROM);
            }
            double width = node.prefWidth(-1);
            node.setVisible(x + slot <= getWidth() + 0.5);
            node.resizeRelocate(Math.rint(x + (slot - width) / 2), 0, width, node.prefHeight(-1));
            x += slot;
        }
    }
}
