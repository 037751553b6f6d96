package tutti.client.ui.bar;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tutti.client.ui.View;
import tutti.model.Meter;
import tutti.music.Ticks;

/** Bar, beat and step that are heard now. */
final class Position extends VBox {
    private final Label figure = new Label("1.1.1");

    Position() {
        getStyleClass().addAll("readout", "position");
        figure.getStyleClass().add("figure");
        Label caption = new Label("bar . beat . step");
        caption.getStyleClass().add("caption");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(figure, caption);
    }

    void pulse(View view) {
        boolean playing = view.shared().transport().playing();
        pseudoClassStateChanged(PseudoClass.getPseudoClass("still"), !playing);
        long tick = playing ? view.shared().transport().heard().room() : 0;
        String now = words(Math.max(0, tick), view.session().meter());
        if (!now.equals(figure.getText())) {
            figure.setText(now);
        }
    }

    /** {@code tick} of the room as bar, beat of the meter and 16th, each counted from 1. */
    static String words(long tick, Meter meter) {
        long beat = (long) Ticks.PER_WHOLE / meter.unit();
        long bar = Ticks.bar(meter);
        return (tick / bar + 1) + "." + (tick % bar / beat + 1) + "." + (tick % beat / Ticks.PER_SIXTEENTH + 1);
    }
}
