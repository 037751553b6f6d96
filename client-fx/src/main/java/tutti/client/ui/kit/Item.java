package tutti.client.ui.kit;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/** Items of menus. */
public final class Item {
    private Item() {}

    /** A line that does something when it is chosen. */
    public static MenuItem of(String words, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> act.run());
        return item;
    }

    /** @param keys only shown, as the key itself is the keymap's; empty: none */
    public static MenuItem of(String words, String keys, Runnable act) {
        MenuItem item = of(words, act);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}
