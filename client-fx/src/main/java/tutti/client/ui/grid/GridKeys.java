package tutti.client.ui.grid;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import tutti.client.ui.Keymap;
import tutti.client.ui.Keymap.Chord;
import tutti.client.ui.LaneTool;

/** The grid's own keys, in the order of the shortcut sheet. */
record GridKeys(Deeds deeds, Walk walk, Menus menus, Rows rows, Runnable cancel) {
    void fill(Keymap keys) {
        mouse(keys);
        way(keys);
        steps(keys);
        lanes(keys);
    }

    private static void mouse(Keymap keys) {
        keys.tell("Click", "Step on or off")
                .tell("Drag sideways", "Paint what the first step became")
                .tell("Drag up or down", "Velocity; Shift is fine")
                .tell("Right drag", "Erase")
                .tell("Right click", "Menu of the step")
                .tell("Shift or Ctrl click", "Select a range, add to it")
                .tell("Drag the lane's end", "Lane length")
                .tell("Shift wheel", "A page on or back")
                .tell("Ctrl wheel", "Zoom in time");
    }

    private void way(Keymap keys) {
        keys.tell("Arrows", "To the next cell; with Shift, select")
                .tell("Ctrl ← →", "To the next beat")
                .again(Chord.of(KeyCode.LEFT), "", () -> walk.left(false))
                .again(Chord.of(KeyCode.RIGHT), "", () -> walk.right(false))
                .again(Chord.of(KeyCode.UP), "", () -> walk.row(-1, false))
                .again(Chord.of(KeyCode.DOWN), "", () -> walk.row(1, false))
                .again(Chord.shift(KeyCode.LEFT), "", () -> walk.left(true))
                .again(Chord.shift(KeyCode.RIGHT), "", () -> walk.right(true))
                .again(Chord.shift(KeyCode.UP), "", () -> walk.row(-1, true))
                .again(Chord.shift(KeyCode.DOWN), "", () -> walk.row(1, true))
                .again(Chord.ctrl(KeyCode.LEFT), "", () -> walk.beat(-1))
                .again(Chord.ctrl(KeyCode.RIGHT), "", () -> walk.beat(1))
                .on(Chord.of(KeyCode.HOME), "To the lane's first step", walk::home)
                .on(Chord.of(KeyCode.END), "To the lane's last step", walk::end)
                .again(Chord.of(KeyCode.PAGE_UP), "A page back", () -> walk.page(-1))
                .again(Chord.of(KeyCode.PAGE_DOWN), "A page on", () -> walk.page(1));
    }

    private void steps(Keymap keys) {
        keys.on(Chord.of(KeyCode.ENTER), "Step on or off", deeds::toggle)
                .on(Chord.of(KeyCode.A), "Accent", deeds::accent)
                .on(Chord.of(KeyCode.G), "Ghost", deeds::ghost)
                .again("+", "Louder", () -> deeds.louder(5))
                .again("-", "Softer", () -> deeds.louder(-5))
                .on(Chord.of(KeyCode.DELETE), "Clear steps", deeds::clear)
                .on(Chord.of(KeyCode.BACK_SPACE), "", deeds::clear)
                .on(Chord.ctrl(KeyCode.A), "Select the lane, then the pattern", deeds::chooseAll)
                .on(Chord.ctrl(KeyCode.C), "Copy", deeds::copy)
                .on(Chord.ctrl(KeyCode.X), "Cut", deeds::cut)
                .on(Chord.ctrl(KeyCode.V), "Paste", deeds::paste)
                .on(Chord.ctrl(KeyCode.D), "Repeat right after", deeds::repeat)
                .again(Chord.of(KeyCode.CONTEXT_MENU), "Menu of the step, or of the track on its head", this::menu)
                .on(Chord.shift(KeyCode.F10), "", this::menu)
                .on(Chord.of(KeyCode.ESCAPE), "Cancel a drag, end a selection", cancel);
    }

    private void lanes(Keymap keys) {
        keys.on(Chord.of(KeyCode.M), "Mute for the room", deeds::mute)
                .on(Chord.shift(KeyCode.M), "Mute in my ears", deeds::muteForMe)
                .on(Chord.of(KeyCode.S), "Solo in my ears", deeds::solo)
                .again("[", "Lane shorter", () -> deeds.longer(-1))
                .again("]", "Lane longer", () -> deeds.longer(1))
                .again(
                        new Chord(KeyCode.LEFT, true, true),
                        "Rotate the lane to the left",
                        () -> deeds.use(LaneTool.LEFT))
                .again(
                        new Chord(KeyCode.RIGHT, true, true),
                        "Rotate the lane to the right",
                        () -> deeds.use(LaneTool.RIGHT))
                .on(Chord.of(KeyCode.F2), "Rename the track", this::rename)
                .on(Chord.alt(KeyCode.UP), "Track up", () -> deeds.shift(-1))
                .on(Chord.alt(KeyCode.DOWN), "Track down", () -> deeds.shift(1))
                .on("{", "Lane half as long", () -> deeds.use(LaneTool.HALF))
                .on("}", "Lane twice as long, with a copy", () -> deeds.use(LaneTool.TWICE));
    }

    private void menu() {
        Node owner = rows.getScene().getFocusOwner();
        for (LaneRow row : rows.all()) {
            if (row.head().holds(owner)) {
                row.head().choose();
                head(row);
                return;
            }
        }
        Bounds at = rows.rover().localToScreen(rows.rover().getBoundsInLocal());
        rows.selected().ifPresent(row -> menus.cell(row, rows.rover(), at.getMaxX(), at.getMaxY()));
    }

    private void head(LaneRow row) {
        Bounds at = row.head().localToScreen(row.head().getBoundsInLocal());
        menus.head(row, at.getMinX() + 12, at.getMaxY());
    }

    private void rename() {
        rows.selected().ifPresent(row -> row.head().edit());
    }
}
