package tutti.client.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import tutti.client.ui.Desk;
import tutti.client.ui.Hands;
import tutti.client.ui.View;
import tutti.client.ui.bar.Bar;
import tutti.client.ui.history.PastLine;

/** Whether the history is open, and whether the grid shows a moment of it, in which nothing can be edited. */
final class Recall {
    private final Desk desk;
    private final Bar bar;
    private final List<Hands> hands;
    private final PastLine line;
    private final Consumer<Boolean> marked;
    private boolean open;
    private boolean past;

    /**
     * @param hands those that would edit what is only looked at
     * @param marked hears whether a moment of the past is shown
     */
    Recall(Desk desk, Bar bar, List<Hands> hands, PastLine line, Consumer<Boolean> marked) {
        this.desk = desk;
        this.bar = bar;
        this.hands = List.copyOf(hands);
        this.line = line;
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
            Optional<Runnable> instead = past ? Optional.of(line::remind) : Optional.empty();
            hands.forEach(each -> each.tie(instead));
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
