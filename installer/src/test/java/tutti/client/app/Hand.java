package tutti.client.app;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A hand with a mouse on a node, which needs no window in front: two windows are worked on at once. FX thread. */
record Hand(Node node) {
    void click(double x, double y) {
        fire(MouseEvent.MOUSE_PRESSED, x, y);
        fire(MouseEvent.MOUSE_RELEASED, x, y);
        fire(MouseEvent.MOUSE_CLICKED, x, y);
    }

    void press(double x, double y) {
        fire(MouseEvent.MOUSE_PRESSED, x, y);
    }

    void drag(double x, double y) {
        fire(MouseEvent.MOUSE_DRAGGED, x, y);
    }

    void release(double x, double y) {
        fire(MouseEvent.MOUSE_RELEASED, x, y);
    }

    private void fire(EventType<MouseEvent> type, double x, double y) {
        Point2D scene = node.localToScene(x, y);
        Point2D screen = node.localToScreen(x, y);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        MouseEvent event = new MouseEvent(
                type,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
        Event.fireEvent(node, event);
    }
}
