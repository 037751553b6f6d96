package tutti.client.ui.grid;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.shape.Rectangle;
import tutti.client.ui.Conditions;
import tutti.client.ui.LaneTool;
import tutti.client.ui.kit.Item;
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
                        Item.of(lit ? "Off" : "On", "Enter", deeds::toggle),
                        Item.of("Accent", "A", deeds::accent),
                        Item.of("Ghost", "G", deeds::ghost),
                        Item.of("Tie to the step before", deeds::tie),
                        numbers("Chance", " %", deeds::chance, 100, 75, 60, 50, 25, 10),
                        conditions,
                        numbers("Ratchet", "×", deeds::ratchet, 1, 2, 3, 4, 6, 8),
                        new SeparatorMenuItem(),
                        Item.of("Cut", "Shortcut+X", deeds::cut),
                        Item.of("Copy", "Shortcut+C", deeds::copy),
                        Item.of("Paste", "Shortcut+V", deeds::paste),
                        Item.of("Repeat right after", "Shortcut+D", deeds::repeat),
                        Item.of("Clear", "Delete", deeds::clear),
                        new SeparatorMenuItem(),
                        Item.of("Select the lane", "Shortcut+A", deeds::chooseAll),
                        Item.of("Lane ends here", this::endHere),
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
        Menu tools = new Menu("Lane tools");
        tools.getItems().setAll(LaneTool.items(deeds::use));
        return List.of(
                Item.of(muted ? "Unmute for the room" : "Mute for the room", "M", deeds::mute),
                Item.of("Mute in my ears", "Shift+M", deeds::muteForMe),
                Item.of("Solo in my ears", "S", deeds::solo),
                new SeparatorMenuItem(),
                Item.of("Rename…", "F2", row.head()::edit),
                colours(id),
                values(id),
                numbers("Lane length", " steps", n -> deeds.length(id, n), 3, 5, 7, 8, 12, 16, 24, 32, 64, 128),
                tools,
                new SeparatorMenuItem(),
                Item.of("Move up", "Alt+Up", () -> deeds.move(id, Math.max(0, place - 1))),
                Item.of("Move down", "Alt+Down", () -> deeds.move(id, place + 1)),
                Item.of("Delete track", () -> deeds.delete(id)));
    }

    private Menu values(NodeId id) {
        Menu values = new Menu("Step value");
        for (StepValue value : StepValue.values()) {
            values.getItems().add(Item.of(value.code(), () -> deeds.value(id, value)));
        }
        return values;
    }

    private Menu colours(NodeId id) {
        Menu colours = new Menu("Colour");
        for (int i = 0; i < bench.palette().tracks().size(); i++) {
            int colour = i;
            MenuItem item = Item.of("Colour " + (i + 1), () -> deeds.colour(id, colour));
            item.setGraphic(new Rectangle(14, 14, bench.palette().track(i)));
            colours.getItems().add(item);
        }
        return colours;
    }

    private static Menu numbers(String words, String unit, IntConsumer act, int... numbers) {
        Menu menu = new Menu(words);
        for (int number : numbers) {
            menu.getItems().add(Item.of(number + unit, () -> act.accept(number)));
        }
        return menu;
    }
}
