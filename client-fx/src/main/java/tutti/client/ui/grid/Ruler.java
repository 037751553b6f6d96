package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import tutti.client.ui.Transport;
import tutti.client.ui.View;
import tutti.client.ui.kit.Press;
import tutti.model.Meter;
import tutti.model.PatternSlot;
import tutti.music.Ticks;

/** Beats above the cells, and the bar's triangle. */
final class Ruler extends Pane {
    static final double HEIGHT = 30;
    private static final double LEAST_SPACE = 36;

    private final Polygon now = new Polygon(-6, 0, 6, 0, 0, 7);
    private final Label chipWords = new Label();
    private final Press chip;
    private final List<Label> beats = new ArrayList<>();
    private TimeAxis axis = new TimeAxis(0, 1, 1);
    private double left;
    private Meter meter = Meter.COMMON;

    /** @param act what the chip on the right does */
    Ruler(Runnable act) {
        chip = new Press("told", chipWords, "Look at what the room plays", act);
        chip.setManaged(false);
        getStyleClass().add("ruler");
        now.getStyleClass().add("now");
        now.setVisible(false);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** Writes the beats of the window that begins at pixel {@code x}. */
    void draw(TimeAxis to, double x, Meter in) {
        if (to.equals(axis) && x == left && in.equals(meter)) {
            return;
        }
        axis = to;
        left = x;
        meter = in;
        beats.clear();
        boolean room = axis.left(axis.beat()) >= LEAST_SPACE;
        for (int beat = 0; beat * axis.beat() < axis.ticks(); beat += room ? 1 : in.beats()) {
            beats.add(label(beat, x + axis.left(beat * axis.beat())));
        }
        getChildren().setAll(beats);
        getChildren().addAll(now, chip);
    }

    /** Says so while somebody's stop is to come, or while I look at another pattern than the room plays. */
    void tell(View view) {
        Transport transport = view.shared().transport();
        PatternSlot seen = view.focus().pattern();
        boolean stops = transport.stopping().isPresent();
        chip.setVisible(stops || seen != transport.pattern());
        chipWords.setText(transport
                .stopping()
                .map(who -> who + " stops at the bar: keep playing")
                .orElse("You see " + seen + ", room plays " + transport.pattern()));
        chip.say(stops ? "Keep playing" : "Look at what the room plays");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = chip.prefWidth(-1);
        chip.resizeRelocate(getWidth() - width - LaneRow.MARGIN, 4, width, 22);
    }

    private Label label(int beat, double x) {
        boolean bars = axis.ticks() > Ticks.bar(meter);
        int bar = beat / meter.beats() + 1;
        int inBar = beat % meter.beats() + 1;
        Label label =
                new Label(!bars ? Integer.toString(inBar) : inBar == 1 ? Integer.toString(bar) : bar + "." + inBar);
        label.getStyleClass().add(bars && inBar == 1 ? "bar-number" : "beat-number");
        label.relocate(x, 10);
        return label;
    }

    /** One frame: the triangle stands over the 16th that is heard, counted from the launch. */
    void pulse(View view) {
        long tick = view.shared().transport().heard().run();
        boolean on = view.shared().transport().playing() && tick >= 0;
        now.setVisible(on);
        if (on) {
            long sixteenth = tick % axis.ticks() / Ticks.PER_SIXTEENTH * Ticks.PER_SIXTEENTH;
            double middle = (axis.left(sixteenth) + axis.right(sixteenth + Ticks.PER_SIXTEENTH)) / 2;
            now.setTranslateX(left + Math.rint(middle));
            now.setTranslateY(HEIGHT - 10);
        }
    }
}
