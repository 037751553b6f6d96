package tutti.client.ui.grid;

import java.util.List;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;
import tutti.client.ui.kit.Palette;

/** The cells of one row on one canvas. Only cells whose look changed are drawn again. */
final class LaneCanvas extends Canvas {
    private List<CellLook> drawn = List.of();
    private @Nullable Palette palette;
    private int painted;

    LaneCanvas() {
        setMouseTransparent(true);
    }

    /** Draws these cells on a canvas of that size. */
    void draw(List<CellLook> looks, Palette now, double width, double height) {
        boolean anew =
                !now.equals(palette) || width != getWidth() || height != getHeight() || looks.size() != drawn.size();
        if (anew) {
            setWidth(width);
            setHeight(height);
            getGraphicsContext2D().clearRect(0, 0, width, height);
        }
        CellPainter painter = new CellPainter(getGraphicsContext2D(), now, height);
        for (int i = 0; i < looks.size(); i++) {
            if (anew || !looks.get(i).equals(drawn.get(i))) {
                painter.paint(looks.get(i));
                painted++;
            }
        }
        drawn = looks;
        palette = now;
    }

    /** What is drawn now. */
    List<CellLook> drawn() {
        return drawn;
    }

    /** How many cells were painted so far. */
    int painted() {
        return painted;
    }
}
