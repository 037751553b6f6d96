package tutti.client.ui.window;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxToolkit;
import tutti.client.ui.FakeDesk;
import tutti.client.ui.FirstLight;
import tutti.client.ui.kit.Theme;

/** The whole window at some size, laid out without being opened. FX thread, but for what says otherwise. */
abstract class AssembledWindow {
    Parent root;
    private Window window;
    FakeDesk desk;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    final void open(double width, double height, Theme theme) {
        desk = new FakeDesk(FirstLight.room());
        window = new Window(desk, desk.newest::get, theme, t -> {});
        root = window.content().getRoot();
        frames(width, height);
    }

    final void frames(double width, double height) {
        for (int i = 1; i <= 3; i++) {
            root.resize(width, height);
            root.applyCss();
            root.layout();
            window.frame(i);
        }
    }

    final Bounds in(String selector) {
        Node node = root.lookup(selector);
        return node.localToScene(node.getLayoutBounds());
    }

    static boolean seen(Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }
}
