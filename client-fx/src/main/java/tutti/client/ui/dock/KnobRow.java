package tutti.client.ui.dock;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Things side by side, as many as there is room for; the last ones stand back. */
final class KnobRow extends Pane {
    private static final double GAP = 2;

    KnobRow() {
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node node : getManagedChildren()) {
            width += node.prefWidth(-1) + GAP;
        }
        return Math.max(0, width - GAP);
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
        double x = 0;
        for (Node node : getManagedChildren()) {
            double width = node.prefWidth(-1);
            node.setVisible(x + width <= getWidth() + 0.5);
            node.resizeRelocate(x, 0, width, node.prefHeight(-1));
            x += width + GAP;
        }
    }
}
