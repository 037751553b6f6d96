package tutti.client.ui.window;

import java.util.function.Supplier;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import tutti.client.ui.Desk;
import tutti.client.ui.Keymap;
import tutti.client.ui.Keymap.Chord;
import tutti.client.ui.Transport;
import tutti.client.ui.View;

/** What can be done wherever the keyboard is: play and undo. */
record Commands(Desk desk, Supplier<View> view) {
    void fill(Keymap keys) {
        keys.on(Chord.of(KeyCode.SPACE), "Play or stop, for everybody", this::play)
                .on(Chord.shift(KeyCode.SPACE), "Silence me, still in time", this::silence)
                .again(Chord.ctrl(KeyCode.Z), "Undo my last change", desk::undo)
                .again(new Chord(KeyCode.Z, true, true), "Do it again", desk::redo)
                .again(Chord.ctrl(KeyCode.Y), "", desk::redo);
    }

    /** An item that can be chosen again and again. */
    static MenuItem staying(String words, Runnable act) {
        CustomMenuItem item = new CustomMenuItem(new Label(words), false);
        item.setOnAction(e -> act.run());
        return item;
    }

    void play() {
        Transport transport = view.get().shared().transport();
        if (transport.playing() && transport.stopping().isEmpty()) {
            desk.stop();
        } else {
            desk.play();
        }
    }

    private void silence() {
        desk.silence(!view.get().shared().ears().silent());
    }
}
