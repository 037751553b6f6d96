package tutti.client.ui.window;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tutti.client.ui.Notice;

/** What stands in place of the grid, one page at a time; once it is gone, the keyboard is where it was before. */
final class Cover extends StackPane {
    private final Node covered;
    private final Runnable otherwise;
    private final Details details = new Details(this::shut);
    private @Nullable Node before;

    /**
     * Nothing yet.
     *
     * @param covered is not seen meanwhile
     * @param otherwise takes the keyboard where what had it before is gone
     */
    Cover(Node covered, Runnable otherwise) {
        this.covered = covered;
        this.otherwise = otherwise;
        setVisible(false);
        add(details);
    }

    /** Adds a page, not yet shown. */
    void add(Node page) {
        page.setVisible(false);
        getChildren().add(page);
    }

    /** Whether a page is shown. */
    boolean open() {
        return isVisible();
    }

    /** Shows that page, in place of another one if there is one; takes it away if it is shown. */
    void toggle(Node page) {
        if (page.isVisible()) {
            shut();
        } else {
            turn(page);
        }
    }

    /** Shows what there is to read of that notice. */
    void read(Notice notice) {
        details.show(notice);
        turn(details);
        details.takeKeyboard();
    }

    /** Takes away what is shown; false if nothing is. */
    boolean shut() {
        boolean was = open();
        if (was) {
            turn(null);
        }
        if (was && before != null && before.getScene() != null) {
            before.requestFocus();
        } else if (was) {
            otherwise.run();
        }
        before = null;
        return was;
    }

    private void turn(@Nullable Node page) {
        before = open() ? before : getScene().getFocusOwner();
        setVisible(page != null);
        covered.setVisible(page == null);
        getChildren().forEach(each -> each.setVisible(each.equals(page)));
    }
}
