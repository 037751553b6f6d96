package tutti.client.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import tutti.client.ui.kit.Item;
import tutti.model.Condition;
import tutti.model.Condition.Test;

/** All conditions of a step as a menu, in words; the rounds of laps are menus of their own. */
public final class Conditions {
    private Conditions() {}

    /** @param choose hears the one that a person chose */
    public static List<MenuItem> items(Consumer<Condition> choose) {
        List<MenuItem> items = new ArrayList<>();
        for (Test test : Test.values()) {
            if (test != Test.LAP) {
                Condition plain = Condition.of(test);
                items.add(item(words(plain), plain, choose));
                if (test != Test.ALWAYS) {
                    items.add(item(words(plain.negated()), plain.negated(), choose));
                }
            }
        }
        for (int b = 2; b <= Condition.ROUND; b++) {
            Menu round = new Menu("One lap of " + b);
            for (int a = 1; a <= b; a++) {
                round.getItems().add(item("Lap " + a + " of " + b, Condition.lap(a, b), choose));
            }
            for (int a = 1; a <= b; a++) {
                Condition not = Condition.lap(a, b).negated();
                round.getItems().add(item("All but lap " + a + " of " + b, not, choose));
            }
            items.add(round);
        }
        return items;
    }

    private static String words(Condition condition) {
        String not = condition.not() ? "not " : "";
        return switch (condition.test()) {
            case ALWAYS -> "Every time";
            case LAP -> not + condition.a() + ":" + condition.b();
            case FIRST -> condition.not() ? "Not in the first lap" : "Only in the first lap";
            case PREVIOUS -> "If the last condition did " + not + "play";
            case NEIGHBOUR -> "If the track above did " + not + "play";
            case FILL -> condition.not() ? "Not in a fill" : "Only in a fill";
        };
    }

    private static MenuItem item(String words, Condition condition, Consumer<Condition> choose) {
        return Item.of(words, () -> choose.accept(condition));
    }
}
