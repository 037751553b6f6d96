package tutti.client.ui.window;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import tutti.client.ui.Keymap;

/** Who gets a key: what holds the keyboard, then the window, then the grid. A key that is held is told from a press. */
final class Keyboard {
    private final Scene scene;
    private final Keymap keys;
    private final Runnable back;
    private final Rest rest;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private boolean repeated;

    /** Gets what the window does not know. */
    interface Rest {
        void key(KeyEvent e, boolean repeated);
    }

    /**
     * @param keys those of the window
     * @param back what Esc does, if nobody else takes it
     */
    Keyboard(Scene scene, Keymap keys, Runnable back, Rest rest) {
        this.scene = scene;
        this.keys = keys;
        this.back = back;
        this.rest = rest;
    }

    void listen() {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            repeated = false;
            held.remove(e.getCode());
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::last);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::last);
        // who leaves the window lets go of a key elsewhere
        scene.windowProperty().flatMap(Window::focusedProperty).addListener((Observable o) -> held.clear());
    }

    /** Space and undo act before any control sees them, but for text that is being written. */
    private void first(KeyEvent e) {
        repeated = !held.add(e.getCode());
        if (writing()) {
            return;
        }
        if (e.getCode() == KeyCode.SPACE || (e.isShortcutDown() && e.getCode() == KeyCode.Z)) {
            keys.handle(e, repeated);
        } else if (e.getCode() == KeyCode.ENTER && repeated) {
            e.consume();
        }
    }

    private void last(KeyEvent e) {
        if (writing()) {
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE && e.getEventType() == KeyEvent.KEY_PRESSED && !repeated) {
            back.run();
        }
        keys.handle(e, repeated);
        if (!e.isConsumed()) {
            rest.key(e, repeated);
        }
    }

    private boolean writing() {
        return scene.getFocusOwner() instanceof TextInputControl;
    }
}
