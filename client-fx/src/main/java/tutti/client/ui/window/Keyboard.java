package tutti.client.ui.window;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tutti.client.ui.Keymap;

/**
 * Who gets a key: what holds the keyboard, then the window, then the grid.
 *
 * @param keys those of the window
 * @param back what Esc does, if nobody else takes it
 * @param rest gets what the window does not know
 */
record Keyboard(Scene scene, Keymap keys, Runnable back, Consumer<KeyEvent> rest) {
    void listen() {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::last);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::last);
    }

    /** Space and undo act before any control sees them, but for text that is being written. */
    private void first(KeyEvent e) {
        boolean ours = e.getCode() == KeyCode.SPACE || (e.isShortcutDown() && e.getCode() == KeyCode.Z);
        if (ours && !writing()) {
            keys.handle(e);
        }
    }

    private void last(KeyEvent e) {
        if (writing()) {
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE && e.getEventType() == KeyEvent.KEY_PRESSED) {
            back.run();
        }
        keys.handle(e);
        if (!e.isConsumed()) {
            rest.accept(e);
        }
    }

    private boolean writing() {
        return scene.getFocusOwner() instanceof TextInputControl;
    }
}
