package tutti.client.ui.window;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tutti.client.ui.Notice;
import tutti.client.ui.kit.Press;

/** All that there is to read of a notice, in place of the grid while it is open: to scroll, to mark and to copy. */
final class Details extends VBox {
    private final Label title = new Label();
    private final TextArea lines = new TextArea();

    Details(Runnable close) {
        getStyleClass().add("details");
        lines.setEditable(false);
        lines.setWrapText(true);
        VBox.setVgrow(lines, Priority.ALWAYS);
        Press copy = Press.word("button-like", "Copy all", "Copy all of it", this::copy);
        getChildren()
                .addAll(
                        Sheet.head(title, copy, Press.word("button-like", "Done", "Back to the grid (Esc)", close)),
                        lines);
        // a text keeps Esc for itself, also one that nobody can write in
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                close.run();
            }
        });
    }

    void show(Notice notice) {
        title.setText(notice.words());
        lines.setAccessibleText(notice.words());
        lines.setText(String.join("\n", notice.details()));
        lines.home();
    }

    /** Gives it the keyboard. */
    void takeKeyboard() {
        lines.requestFocus();
    }

    private void copy() {
        lines.selectAll();
        lines.copy();
    }
}
