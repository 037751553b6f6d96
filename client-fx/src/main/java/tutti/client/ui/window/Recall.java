package tutti.client.ui.window;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import tutti.client.ui.Desk;
import tutti.client.ui.View;
import tutti.client.ui.bar.Bar;

/** Whether the history is open, and whether the grid shows a moment of it. */
final class Recall {
    private final Desk desk;
    private final Bar bar;
    private final Consumer<Boolean> marked;
    private boolean open;
    private boolean past;

    /** @param marked hears whether a moment of the past is shown */
    Recall(Desk desk, Bar bar, Consumer<Boolean> marked) {
        this.desk = desk;
        this.bar = bar;
        this.marked = marked;
    }

    /** Lies around the grid while that shows a moment of the past. */
    static Region frame() {
        Region frame = new Region();
        frame.getStyleClass().add("past-frame");
        frame.setMouseTransparent(true);
        return frame;
    }

    boolean open() {
        return open;
    }

    /** The panel is opened or closed. */
    void open(boolean now) {
        if (open != now) {
            open = now;
            bar.history(now);
            if (now) {
                desk.memory().open();
            } else {
                desk.memory().close();
            }
        }
    }

    void show(View view) {
        if (past != view.past()) {
            past = view.past();
            marked.accept(past);
        }
    }

    /** Back to now; false if it is shown anyway. */
    boolean back() {
        if (past) {
            desk.memory().now();
        }
        return past;
    }
}
