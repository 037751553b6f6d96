package tutti.client.ui.grid;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.shape.Rectangle;
import tutti.client.ui.Conditions;
import tutti.model.NodeId;
import tutti.model.StepValue;

/** What keys and drags do, as words in a menu. */
final class Menus {
    private final Bench bench;
    private final Deeds deeds;
    private final ContextMenu menu = new ContextMenu();

    Menus(Bench bench, Deeds deeds) {
        this.bench = bench;
        this.deeds = deeds;
    }

    /** The menu that is or was open. */
    ContextMenu menu() {
        return menu;
    }

    /** For the selected steps. */
    void cell(LaneRow row, Node on, double x, double y) {
        Menu track = new Menu("Track");
        track.getItems().setAll(track(row));
        Menu conditions = new Menu("When it plays");
        conditions.getItems().setAll(Conditions.items(deeds::condition));
        boolean lit = bench.spots().stream().allMatch(s -> bench.edits().step(s).on());
        menu.getItems()
                .setAll(
                        item(lit ? "Off" : "On", "Enter", deeds::toggle),
                        item("Accent", "A", deeds::accent),
                        item("Ghost", "G", deeds::ghost),
                        item("Tie to the step before", "", deeds::tie),
                        numbers("Chance", " %", deeds::chance, 100, 75, 60, 50, 25, 10),
                        conditions,
                        numbers("Ratchet", "×", deeds::ratchet, 1, 2, 3, 4, 6, 8),
                        new SeparatorMenuItem(),
                        item("Cut", "Shortcut+X", deeds::cut),
                        item("Copy", "Shortcut+C", deeds::copy),
                        item("Paste", "Shortcut+V", deeds::paste),
                        item("Repeat right after", "Shortcut+D", deeds::repeat),
                        item("Clear", "Delete", deeds::clear),
                        new SeparatorMenuItem(),
                        item("Select the lane", "Shortcut+A", deeds::chooseAll),
                        item("Lane ends here", "", this::endHere),
                        track);
        menu.show(on, x, y);
    }

    private void endHere() {
        bench.focus()
                .track()
                .ifPresent(track -> deeds.length(track, bench.focus().step() + 1));
    }

    /** For a track. */
    void head(LaneRow row, double x, double y) {
        menu.getItems().setAll(track(row));
        menu.show(row.head(), x, y);
    }

    private List<MenuItem> track(LaneRow row) {
        NodeId id = row.id();
        int place = bench.order().indexOf(id);
        boolean muted = bench.track(id).mute();
        return List.of(
                item(muted ? "Unmute for the room" : "Mute for the room", "M", deeds::mute),
                item("Mute in my ears", "Shift+M", deeds::muteForMe),
                item("Solo in my ears", "S", deeds::solo),
                new SeparatorMenuItem(),
                item("Rename…", "F2", row.head()::edit),
                colours(id),
                values(id),
                numbers("Lane length", " steps", n -> deeds.length(id, n), 3, 5, 7, 8, 12, 16, 24, 32, 64, 128),
                item("Half as long", "", deeds::halve),
                item("Twice as long, with a copy", "", deeds::twice),
                item("Rotate to the left", "Shortcut+Shift+Left", () -> deeds.rotate(-1)),
                item("Rotate to the right", "Shortcut+Shift+Right", () -> deeds.rotate(1)),
                new SeparatorMenuItem(),
                item("Move up", "Alt+Up", () -> deeds.move(id, Math.max(0, place - 1))),
                item("Move down", "Alt+Down", () -> deeds.move(id, place + 1)),
                item("Delete track", "", () -> deeds.delete(id)));
    }

    private Menu values(NodeId id) {
        Menu values = new Menu("Step value");
        for (StepValue value : StepValue.values()) {
            values.getItems().add(item(value.code(), "", () -> deeds.value(id, value)));
        }
        return values;
    }

    private Menu colours(NodeId id) {
        Menu colours = new Menu("Colour");
        for (int i = 0; i < bench.palette().tracks().size(); i++) {
            int colour = i;
            MenuItem item = item("Colour " + (i + 1), "", () -> deeds.colour(id, colour));
            item.setGraphic(new Rectangle(14, 14, bench.palette().track(i)));
            colours.getItems().add(item);
        }
        return colours;
    }

    private static Menu numbers(String words, String unit, IntConsumer act, int... numbers) {
        Menu menu = new Menu(words);
        for (int number : numbers) {
            menu.getItems().add(item(number + unit, "", () -> act.accept(number)));
        }
        return menu;
    }

    /** @param keys only shown; the key itself is the keymap's */
    private static MenuItem item(String words, String keys, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> act.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}
