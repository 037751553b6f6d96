package tutti.client.ui.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tutti.client.ui.Keymap;
import tutti.client.ui.kit.Press;

/** All gestures and keys, in place of the grid while it is open. */
final class Sheet extends VBox {
    private static final double LINE = 440;

    /** A heading and its lines. */
    record Chapter(String words, List<Keymap.Line> lines) {}

    Sheet(List<Chapter> chapters, Runnable close) {
        getStyleClass().add("sheet");
        VBox all = new VBox();
        all.getStyleClass().add("chapters");
        for (Chapter chapter : chapters) {
            Label words = new Label(chapter.words());
            words.getStyleClass().add("strong");
            FlowPane lines = new FlowPane();
            lines.getStyleClass().add("lines");
            chapter.lines().forEach(line -> lines.getChildren().add(line(line)));
            all.getChildren().addAll(words, lines);
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head(new Label("Keys and gestures"), Press.word("button-like", "Done", "Close (Esc)", close)),
                        scroll);
    }

    /** What stands on top of everything that is shown in place of the grid. */
    static HBox head(Label title, Press... presses) {
        title.getStyleClass().add("sheet-title");
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(title, space);
        top.getChildren().addAll(presses);
        top.getStyleClass().add("sheet-head");
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private static HBox line(Keymap.Line line) {
        Label keys = new Label(line.keys());
        keys.getStyleClass().add("keys");
        keys.setMinWidth(150);
        Label words = new Label(line.words());
        words.setWrapText(true);
        HBox box = new HBox(keys, words);
        box.setPrefWidth(LINE);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
