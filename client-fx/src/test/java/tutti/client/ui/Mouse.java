package tutti.client.ui;

import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** A hand that fires events on a node at once, so that a whole story fits into one turn of the FX thread. */
public record Mouse(Node node, MouseButton button, Set<KeyCode> held) {
    public static Mouse on(Node node) {
        return new Mouse(node, MouseButton.PRIMARY, Set.of());
    }

    public Mouse right() {
        return new Mouse(node, MouseButton.SECONDARY, held);
    }

    public Mouse holding(KeyCode... keys) {
        return new Mouse(node, button, Set.of(keys));
    }

    public Mouse press(double x, double y) {
        return fire(MouseEvent.MOUSE_PRESSED, x, y, 1);
    }

    public Mouse drag(double x, double y) {
        return fire(MouseEvent.MOUSE_DRAGGED, x, y, 1);
    }

    public Mouse release(double x, double y) {
        return fire(MouseEvent.MOUSE_RELEASED, x, y, 1);
    }

    public Mouse click(double x, double y) {
        return press(x, y).release(x, y).fire(MouseEvent.MOUSE_CLICKED, x, y, 1);
    }

    public Mouse doubleClick(double x, double y) {
        return click(x, y)
                .fire(MouseEvent.MOUSE_PRESSED, x, y, 2)
                .fire(MouseEvent.MOUSE_RELEASED, x, y, 2)
                .fire(MouseEvent.MOUSE_CLICKED, x, y, 2);
    }

    public Mouse enter() {
        return fire(MouseEvent.MOUSE_ENTERED, 1, 1, 0);
    }

    private Mouse fire(EventType<MouseEvent> type, double x, double y, int clicks) {
        Point2D scene = node.localToScene(x, y);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        button,
                        clicks,
                        held.contains(KeyCode.SHIFT),
                        held.contains(KeyCode.CONTROL),
                        false,
                        false,
                        down && button == MouseButton.PRIMARY,
                        false,
                        down && button == MouseButton.SECONDARY,
                        false,
                        false,
                        true,
                        null));
        return this;
    }

    /** One notch of the wheel, up for a positive number. */
    public static void wheel(Node node, double by, KeyCode... held) {
        Set<KeyCode> keys = Set.of(held);
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        1,
                        1,
                        1,
                        1,
                        keys.contains(KeyCode.SHIFT),
                        keys.contains(KeyCode.CONTROL),
                        false,
                        false,
                        false,
                        false,
                        0,
                        by,
                        0,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    /** A key pressed and let go on a node. */
    public static void key(Node node, KeyCode code, KeyCode... held) {
        strike(KeyEvent.KEY_PRESSED, node, code, Set.of(held));
        strike(KeyEvent.KEY_RELEASED, node, code, Set.of(held));
    }

    /** A key pressed and held so long that it comes {@code times} times, with a frame between them. */
    public static void hold(Node node, KeyCode code, String sign, int times, Runnable between) {
        for (int i = 0; i < times; i++) {
            strike(KeyEvent.KEY_PRESSED, node, code, Set.of());
            type(node, sign);
            between.run();
        }
        strike(KeyEvent.KEY_RELEASED, node, code, Set.of());
    }

    private static void strike(EventType<KeyEvent> type, Node node, KeyCode code, Set<KeyCode> keys) {
        Event.fireEvent(
                node,
                new KeyEvent(
                        type,
                        "",
                        "",
                        code,
                        keys.contains(KeyCode.SHIFT),
                        keys.contains(KeyCode.CONTROL),
                        keys.contains(KeyCode.ALT),
                        false));
    }

    /** Characters typed on a node. */
    public static void type(Node node, String text) {
        for (String sign : text.split("")) {
            Event.fireEvent(
                    node, new KeyEvent(KeyEvent.KEY_TYPED, sign, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }
}
