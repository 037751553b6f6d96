package tutti.client.ui.grid;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A row dragged by its head to another place. */
final class HeadDrag {
    private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");
    private static final double DECIDES = 6;

    private final Bench bench;
    private final Rows rows;
    private final Deeds deeds;
    private final Menus menus;
    private Optional<LaneRow> held = Optional.empty();
    private double startY;
    private boolean moving;
    private int place;

    HeadDrag(Bench bench, Rows rows, Deeds deeds, Menus menus) {
        this.bench = bench;
        this.rows = rows;
        this.deeds = deeds;
        this.menus = menus;
    }

    /** Listens to the head of a row. */
    void attend(LaneRow row) {
        TrackHead head = row.head();
        head.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> press(row, e));
        head.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        head.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> release());
        head.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            menus.head(row, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    private void press(LaneRow row, MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY) {
            rows.rover().requestFocus();
            held = Optional.of(row);
            startY = e.getScreenY();
            moving = false;
        }
    }

    private void drag(MouseEvent e) {
        if (held.isEmpty() || (!moving && Math.abs(e.getScreenY() - startY) < DECIDES)) {
            return;
        }
        moving = true;
        held.get().pseudoClassStateChanged(MOVING, true);
        place = rows.placeAt(rows.screenToLocal(e.getScreenX(), e.getScreenY()).getY());
        rows.mark(place);
    }

    private void release() {
        boolean moved = moving;
        held.ifPresent(row -> {
            stop();
            int from = bench.order().indexOf(row.id());
            int to = place > from ? place - 1 : place;
            if (moved && to != from) {
                deeds.move(row.id(), to);
            }
        });
    }

    /** Esc: the row stays where it was. Whether one was moving. */
    boolean cancel() {
        boolean was = moving;
        stop();
        return was;
    }

    private void stop() {
        held.ifPresent(row -> row.pseudoClassStateChanged(MOVING, false));
        held = Optional.empty();
        moving = false;
        rows.mark(-1);
    }
}
