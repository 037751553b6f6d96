package tutti.client.ui.window;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.TabStrip;

/** The panel on the right: one of several lists. In a narrow window it is a drawer, seen only while it is wanted. */
final class Side extends VBox {
    private final List<Node> pages;
    private final TabStrip tabs;
    private final Press cross;
    private final IntConsumer opened;
    private boolean narrow;
    private boolean wanted;

    /** @param opened hears which page is seen; {@code shut} is what the drawer's cross does */
    Side(List<String> words, List<Node> pages, IntConsumer opened, Runnable shut) {
        this.pages = pages;
        this.opened = opened;
        this.cross = Press.icon("quiet", Icon.CROSS, "Shut this (Esc)", shut);
        this.tabs = new TabStrip(words, this::open);
        StackPane body = new StackPane();
        body.getChildren().addAll(pages);
        VBox.setVgrow(body, Priority.ALWAYS);
        getStyleClass().add("side");
        HBox.setHgrow(tabs, Priority.ALWAYS);
        HBox top = new HBox(tabs, cross);
        top.setAlignment(Pos.CENTER);
        getChildren().addAll(top, body);
        turn(0);
        fit(false);
    }

    /** Shows page {@code index}. */
    void open(int index) {
        wanted = true;
        turn(index);
        fit(narrow);
        opened.accept(index);
    }

    /** Shuts the drawer, if it is one and open. */
    void shut() {
        wanted = false;
        fit(narrow);
    }

    /** Whether it is a drawer now. */
    void fit(boolean drawer) {
        narrow = drawer;
        cross.setVisible(narrow);
        cross.setManaged(narrow);
        setVisible(!narrow || wanted);
        setManaged(!narrow || wanted);
    }

    private void turn(int index) {
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).setVisible(i == index);
        }
        tabs.show(index);
    }
}
