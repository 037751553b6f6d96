package tutti.client.ui.kit;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Drawings of 16 × 16 units, as outlines in the text colour of what they stand on. */
public enum Icon {
    PLAY("M4 2.2 L13.6 8 L4 13.8 Z", true),
    STOP("M3.5 3.5 H12.5 V12.5 H3.5 Z", true),
    UNDO("M6.2 3 L3 6.2 L6.2 9.4 M3 6.2 H9.6 A3.6 3.6 0 0 1 9.6 13.4 H6.5", false),
    REDO("M9.8 3 L13 6.2 L9.8 9.4 M13 6.2 H6.4 A3.6 3.6 0 0 0 6.4 13.4 H9.5", false),
    CLICK("M3.2 14 L5.6 2 H10.4 L12.8 14 Z M7.2 10.6 L12.6 4.4", false),
    MENU("M2.5 4.2 H13.5 M2.5 8 H13.5 M2.5 11.8 H13.5", false),
    CROSS("M4 4 L12 12 M12 4 L4 12", false),
    DOWN("M4 6 L8 10.4 L12 6", false),
    RIGHT("M6 4 L10.4 8 L6 12", false),
    HISTORY("M2.6 8 A5.4 5.4 0 1 0 4.4 4 M4.6 1.6 V4.4 H7.4 M8 5 V8.3 L10.2 9.7", false),
    DOTS("M3 8 h0.01 M8 8 h0.01 M13 8 h0.01", false),
    SPEAKER("M3 6.2 H5.6 L8.8 3.4 V12.6 L5.6 9.8 H3 Z M11 5.6 A3.4 3.4 0 0 1 11 10.4", false);

    private final String path;
    private final boolean solid;

    Icon(String path, boolean solid) {
        this.path = path;
        this.solid = solid;
    }

    /** A fresh drawing in a box of 16 × 16. */
    public StackPane draw() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add(solid ? "icon-solid" : "icon-line");
        StackPane box = new StackPane(shape);
        box.setMinSize(16, 16);
        box.setMaxSize(16, 16);
        box.setMouseTransparent(true);
        return box;
    }
}
