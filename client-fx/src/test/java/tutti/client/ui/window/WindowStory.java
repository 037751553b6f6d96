package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import tutti.client.ui.FakeDesk;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Mouse;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Theme;
import tutti.model.Lane;
import tutti.model.PatternSlot;
import tutti.model.Step;

/** The whole window over a desk without a server, and words for what a person does to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WindowStory {
    final FxRobot robot = new FxRobot();
    FakeDesk desk;
    Window window;
    Stage stage;
    private long now = 1;

    /** One window for all stories of a class: opening one costs more than all that is done in it. */
    @BeforeAll
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            desk = new FakeDesk(FirstLight.room());
            window = new Window(desk, desk.newest::get, Theme.DARK, t -> {}, () -> now);
            stage = new Stage();
            stage.setScene(window.content());
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.show();
            window.open();
            window.close();
        });
    }

    @BeforeEach
    void anew() {
        robot.interact(() -> {
            now += 10_000_000_000L;
            desk.reset(FirstLight.room());
            frame();
            press("Pattern A");
            window.stand(FirstLight.id("kick"), 0);
            window.content().lookup(".rover").requestFocus();
            frame();
            desk.asked.clear();
        });
    }

    @AfterAll
    void close() {
        robot.interact(stage::close);
    }

    /** Does it in one turn of the FX thread, with a frame before and after. */
    void story(Runnable act) {
        robot.interact(() -> {
            frame();
            act.run();
            frame();
        });
    }

    void frame() {
        now += 16_000_000;
        window.frame(now);
        window.content().getRoot().applyCss();
        window.content().getRoot().layout();
    }

    /** Seconds go by without a frame. */
    void pass(int seconds) {
        now += seconds * 1_000_000_000L;
    }

    Region cells(String track) {
        Node node = window.content().lookup("#cells-" + track);
        assertNotNull(node, track);
        return (Region) node;
    }

    /** The middle of a cell, counted from 1, in a bar of sixteenths. */
    static double x(int number) {
        int index = number - 1;
        double beat = 4 * CELL + 3 * 4;
        return index / 4 * (beat + 12) + index % 4 * (CELL + 4) + CELL / 2;
    }

    private static final double CELL = (770 - 3 * 12 - 12 * 4) / 16.0;

    Mouse on(String track) {
        return Mouse.on(cells(track));
    }

    void click(String track, int number) {
        on(track).click(x(number), 20);
        frame();
    }

    /** The keyboard goes to a cell, counted from 1. */
    void stand(String track, int number) {
        window.stand(FirstLight.id(track), number - 1);
        frame();
    }

    void key(KeyCode code, KeyCode... held) {
        Node owner = window.content().getFocusOwner();
        Mouse.key(owner == null ? window.content().getRoot() : owner, code, held);
        frame();
    }

    void type(String text) {
        Mouse.type(window.content().getFocusOwner(), text);
        frame();
    }

    Lane lane(String track) {
        return desk.session().pattern(PatternSlot.A).lane(FirstLight.id(track));
    }

    Step step(String track, int number) {
        return lane(track).steps().at(number - 1);
    }

    /** The steps of a lane as signs: on or off. */
    String signs(String track) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < lane(track).length(); i++) {
            signs.append(lane(track).steps().at(i).on() ? 'x' : '-');
        }
        return signs.toString();
    }

    void press(String words) {
        long found = window.content().getRoot().lookupAll(".press").stream()
                .filter(node -> words.equals(node.getAccessibleText()))
                .peek(node -> ((Press) node).press())
                .count();
        assertEquals(1, found, words);
        frame();
    }

    Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    /** The menu that is open. */
    private static ContextMenu menu() {
        return javafx.stage.Window.getWindows().stream()
                .filter(open -> open instanceof ContextMenu)
                .map(open -> (ContextMenu) open)
                .findFirst()
                .orElseThrow();
    }

    /** Chooses in the open menu, each word below the one before. */
    final void choose(String... words) {
        ContextMenu menu = menu();
        List<MenuItem> items = menu.getItems();
        for (String word : words) {
            MenuItem item = items.stream()
                    .filter(each -> word.equals(each.getText()))
                    .findFirst()
                    .orElseThrow();
            if (item instanceof Menu more) {
                items = more.getItems();
            } else {
                item.fire();
            }
        }
        menu.hide();
        frame();
    }
}
