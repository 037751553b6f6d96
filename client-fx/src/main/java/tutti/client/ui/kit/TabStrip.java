package tutti.client.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A row of words of which one is underlined. */
public final class TabStrip extends HBox {
    private final List<Press> tabs = new ArrayList<>();

    /** @param pick hears the index that a person chose */
    public TabStrip(List<String> words, IntConsumer pick) {
        getStyleClass().add("tabs");
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            tabs.add(new Press("tab", new Label(words.get(i)), words.get(i), () -> pick.accept(index)));
        }
        getChildren().addAll(tabs);
    }

    /** Underlines that one. */
    public void show(int index) {
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).show(i == index);
        }
    }
}
