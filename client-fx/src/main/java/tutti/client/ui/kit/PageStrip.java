package tutti.client.ui.kit;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One dash a page: the seen one is bright, the one that plays is "now". A click turns to a page. */
public final class PageStrip extends HBox {
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    /** Dashes that are drawn one by one; more share this room. */
    private static final int WIDEST = 32;

    private final IntConsumer turn;
    private int seen;

    /** @param turn hears the page that a person chose, from 0 */
    public PageStrip(IntConsumer turn) {
        this.turn = turn;
        getStyleClass().add("pages");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** @param playing page under the playhead, or −1 */
    public void show(int pages, int now, int playing) {
        seen = now;
        setAccessibleText("Page " + (now + 1) + " of " + pages);
        if (getChildren().size() != pages) {
            getChildren().clear();
            for (int i = 0; i < pages; i++) {
                getChildren().add(dash(i, Math.max(3, Math.min(14, WIDEST / pages))));
            }
        }
        for (int i = 0; i < pages; i++) {
            getChildren().get(i).pseudoClassStateChanged(SEEN, i == seen);
            getChildren().get(i).pseudoClassStateChanged(NOW, i == playing);
        }
    }

    private void key(KeyEvent e) {
        int next = seen + (e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0);
        if (next != seen && !e.isShiftDown() && !e.isShortcutDown()) {
            if (next >= 0 && next < getChildren().size()) {
                turn.accept(next);
            }
            e.consume();
        }
    }

    private StackPane dash(int page, double width) {
        Region mark = new Region();
        mark.getStyleClass().add("dash");
        mark.setMinSize(width, 4);
        mark.setMaxSize(width, 4);
        StackPane target = new StackPane(mark);
        target.getStyleClass().add("page");
        target.setMinHeight(20);
        target.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            turn.accept(page);
            e.consume();
        });
        return target;
    }
}
