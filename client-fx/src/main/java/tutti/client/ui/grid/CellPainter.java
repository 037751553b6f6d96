package tutti.client.ui.grid;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import tutti.client.ui.kit.Fonts;
import tutti.client.ui.kit.Palette;

/**
 * Draws one cell: height and strength of its fill are velocity, a cap is an accent, slices are a ratchet, a dot is a
 * lock, a notch is micro-timing, a band to the left is a tie.
 */
final class CellPainter {
    private static final double RADIUS = 6;
    private static final double CAP = 3;
    private static final double TEXT_BAND = 16;
    private static final double NARROWEST_TEXT = 20;
    private static final Font FIGURES = Fonts.number(11);

    private final GraphicsContext g;
    private final Palette palette;
    private final double height;

    CellPainter(GraphicsContext g, Palette palette, double height) {
        this.g = g;
        this.palette = palette;
        this.height = height;
    }

    void paint(CellLook cell) {
        g.clearRect(cell.x() - cell.lead(), 0, cell.width() + cell.lead(), height);
        if (cell.inside()) {
            g.setFill(ground(cell));
            g.fillRoundRect(cell.x(), 0, cell.width(), height, 2 * radius(cell), 2 * radius(cell));
            if (cell.on()) {
                lit(cell);
            }
        } else {
            outline(cell, cell.on() ? palette.track(cell.colour()) : palette.line(), cell.on() ? 0.5 : 1);
        }
        if (cell.chosen()) {
            outline(cell, palette.text(), 1.5);
        }
    }

    private Color ground(CellLook cell) {
        return cell.light() ? palette.beat() : palette.cell();
    }

    private static double radius(CellLook cell) {
        return Math.min(RADIUS, cell.width() / 4);
    }

    private void outline(CellLook cell, Color colour, double width) {
        double inset = width / 2;
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeRoundRect(
                cell.x() + inset, inset, cell.width() - width, height - width, 2 * radius(cell), 2 * radius(cell));
    }

    private void lit(CellLook cell) {
        Color colour = palette.track(cell.colour());
        double loudness = cell.velocity() / (double) StepEdits.VELOCITY.high();
        double strength = 0.55 + 0.45 * loudness;
        double top = Math.rint(height * (1 - loudness));
        g.setFill(Palette.over(ground(cell), colour, 0.2));
        g.fillRoundRect(cell.x(), 0, cell.width(), height, 2 * radius(cell), 2 * radius(cell));
        if (cell.accent()) {
            double capTop = Math.max(0, top - CAP);
            g.setFill(palette.mark());
            bowl(cell, capTop);
            top = capTop + CAP;
        }
        Color fill = Palette.over(ground(cell), colour, strength);
        g.setFill(fill);
        bowl(cell, top);
        if (cell.tie()) {
            g.fillRect(cell.x() - cell.lead(), height * 0.62, cell.lead() + radius(cell), height * 0.22);
        }
        details(cell, fill, top);
    }

    /** The cell's rounded shape from {@code top} down. */
    private void bowl(CellLook cell, double top) {
        double r = radius(cell);
        double x = cell.x();
        double right = x + cell.width();
        g.beginPath();
        if (top >= r) {
            g.moveTo(x, top);
            g.lineTo(right, top);
        } else {
            double angle = Math.toDegrees(Math.asin((r - top) / r));
            g.arc(x + r, r, r, r, 180, -angle);
            g.arc(right - r, r, r, r, angle, -angle);
        }
        g.lineTo(right, height - r);
        g.arc(right - r, height - r, r, r, 0, -90);
        g.arc(x + r, height - r, r, r, 270, -90);
        g.closePath();
        g.fill();
    }

    private void details(CellLook cell, Color fill, double top) {
        slices(cell);
        boolean roomy = cell.width() >= NARROWEST_TEXT;
        if (roomy && !cell.foot().isEmpty()) {
            Color under = height - top >= TEXT_BAND ? fill : Palette.over(ground(cell), fill, 0.2);
            write(cell.foot(), cell, height - 5, under);
        }
        if (roomy && !cell.head().isEmpty()) {
            write(cell.head(), cell, 13, top <= 4 ? fill : Palette.over(ground(cell), fill, 0.2));
        }
        if (cell.locked()) {
            g.setFill(palette.ground());
            g.fillOval(cell.x() + cell.width() - 11, 3, 8, 8);
            g.setFill(palette.mark());
            g.fillOval(cell.x() + cell.width() - 10, 4, 6, 6);
        }
        if (cell.nudge() != 0) {
            double middle = cell.x() + cell.width() * (0.5 + cell.nudge() / 1000.0);
            g.setFill(palette.mark());
            g.fillPolygon(new double[] {middle - 5, middle + 5, middle}, new double[] {0, 0, 7}, 3);
        }
    }

    private void slices(CellLook cell) {
        double bottom = cell.foot().isEmpty() ? height : height - TEXT_BAND;
        double line = cell.width() / cell.ratchet() >= 8 ? 2 : 1;
        g.setFill(palette.ground());
        for (int i = 1; i < cell.ratchet(); i++) {
            g.fillRect(Math.rint(cell.x() + cell.width() * i / cell.ratchet() - line / 2), 0, line, bottom);
        }
    }

    private void write(String words, CellLook cell, double baseline, Color under) {
        g.setFont(FIGURES);
        g.setFill(Palette.textOn(under));
        g.fillText(words, cell.x() + 5, baseline, cell.width() - 7);
    }
}
