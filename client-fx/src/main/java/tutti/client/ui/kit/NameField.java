package tutti.client.ui.kit;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** A name that is read until somebody edits it: Enter or leaving keeps, Esc gives the old one back. */
public final class NameField extends StackPane {
    private final Label label = new Label();
    private final TextField field = new TextField();
    private final Consumer<String> rename;
    private final String how;
    private String shown = "";

    /**
     * @param clicks how many clicks open it: 1 or 2
     * @param longest characters at most
     * @param rename hears a name that a person gave and that differs
     */
    public NameField(String style, int clicks, int longest, Consumer<String> rename) {
        this.rename = rename;
        this.how = clicks == 1 ? "click" : "double click";
        getStyleClass().addAll("name", style);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        addEventHandler(KeyEvent.KEY_PRESSED, this::open);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        Shown.when(field, false);
        field.setTextFormatter(new TextFormatter<>(c -> c.getControlNewText().length() <= longest ? c : null));
        getChildren().addAll(label, field);
        label.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == clicks) {
                edit();
                e.consume();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                close(true);
            }
        });
    }

    /** Shows the newest name; not while it is being edited. */
    public void show(String name) {
        if (!name.equals(shown)) {
            // a name may be longer than its place
            Tips.put(label, name + " (" + how + " to rename)");
        }
        shown = name;
        label.setText(name);
        setAccessibleText(name + ", F2 renames");
    }

    /** Opens it, as a click does. */
    public void edit() {
        field.setText(shown);
        swap(true);
        field.requestFocus();
        field.selectAll();
    }

    /** Whether it is being edited. */
    public boolean editing() {
        return field.isVisible();
    }

    private void open(KeyEvent e) {
        if (!editing() && (e.getCode() == KeyCode.F2 || e.getCode() == KeyCode.ENTER)) {
            edit();
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.ESCAPE) {
            close(e.getCode() == KeyCode.ENTER);
            e.consume();
        }
    }

    private void close(boolean keep) {
        if (!editing()) {
            return;
        }
        String name = field.getText().strip();
        swap(false);
        if (keep && !name.isEmpty() && !name.equals(shown)) {
            rename.accept(name);
        }
    }

    private void swap(boolean editing) {
        Shown.when(field, editing);
        label.setVisible(!editing);
    }
}
