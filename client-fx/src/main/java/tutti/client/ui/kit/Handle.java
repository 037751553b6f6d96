package tutti.client.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;

/**
 * A number that a person drags, types, turns with the wheel once it was clicked, and resets by a double click; Esc
 * takes a drag back and Shift is fine. While it is held it draws what the hand does and nothing else.
 */
public abstract class Handle extends VBox {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    private static final int MOST_ASKED = 256;

    private final Span span;
    private final Hand hand;
    private final Grip grip;
    private final Typed typed = new Typed();
    private final Map<KeyCode, Predicate<KeyEvent>> keys = keys();
    /** What was asked for and is not shown yet, the newest last: the next notch counts from there. */
    private final Deque<Integer> asked = new ArrayDeque<>();

    private final Notches notches = new Notches();
    private int shown;
    private boolean wheeling;
    private String name = "";

    Handle(Span span, Hand hand, Travel travel) {
        this.span = span;
        this.hand = hand;
        this.grip = new Grip(travel);
        this.shown = span.fallback();
        getStyleClass().add("handle");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SPINNER);
        setCursor(Cursor.V_RESIZE);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> endWheel());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, this::character);
        focusedProperty().addListener((o, was, is) -> focus(is));
    }

    /** Draws a value. */
    abstract void draw(int value, String text);

    /** Shows the value of the newest snapshot; while the hand holds on, it is kept for later. */
    public final void show(int value) {
        int now = span.bound(value);
        if (asked.contains(now)) {
            int oldest = asked.removeFirst();
            while (oldest != now) {
                oldest = asked.removeFirst();
            }
        } else if (now != shown) {
            asked.clear();
        }
        shown = now;
        if (!grip.held()) {
            paint(shown);
        }
    }

    /** Names it for tips and screen readers. */
    public final void say(String words) {
        name = words;
        Tips.put(this, words);
        setAccessibleText(words + ", " + span.words().write(shown));
    }

    /** Its bounds and words. */
    public final Span span() {
        return span;
    }

    private void paint(int value) {
        draw(value, typed.active() ? typed.text() : span.words().write(value));
        setAccessibleText(name + ", " + span.words().write(value));
    }

    private void press(MouseEvent e) {
        e.consume();
        endWheel();
        if (e.getButton() == MouseButton.PRIMARY && !isDisabled()) {
            requestFocus();
            typed.clear();
            asked.clear();
            grip.take(shown, way(e), e.isShiftDown());
            pseudoClassStateChanged(HELD, true);
        }
    }

    /** Up and to the right is more: a number at the window's upper edge has no way up on the screen. */
    private static double way(MouseEvent e) {
        return e.getScreenX() - e.getScreenY();
    }

    private void drag(MouseEvent e) {
        if (grip.held()) {
            int value = grip.move(span, way(e), e.isShiftDown());
            if (grip.moved()) {
                paint(value);
                hand.turn(value);
            }
        }
        e.consume();
    }

    private void release(MouseEvent e) {
        e.consume();
        if (!grip.held()) {
            return;
        }
        boolean moved = grip.moved();
        letGo();
        if (moved) {
            hand.let();
        } else if (e.getClickCount() == 2) {
            once(span.fallback());
        }
    }

    private void letGo() {
        grip.release();
        pseudoClassStateChanged(HELD, false);
        paint(shown);
    }

    private void scroll(ScrollEvent e) {
        // with Shift some systems turn the wheel sideways
        double delta = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        if (isFocused() && !grip.held() && delta != 0) {
            int turned = notches.take(delta);
            if (turned != 0) {
                wheeling = true;
                ask(from((long) turned * (e.isShiftDown() ? 1 : span.notch())));
            }
            e.consume();
        }
    }

    private void endWheel() {
        if (wheeling) {
            wheeling = false;
            hand.let();
        }
    }

    private void key(KeyEvent e) {
        Predicate<KeyEvent> deed = keys.get(e.getCode());
        if (deed != null && deed.test(e)) {
            paint(shown);
            e.consume();
        }
    }

    private Map<KeyCode, Predicate<KeyEvent>> keys() {
        Map<KeyCode, Predicate<KeyEvent>> map = new EnumMap<>(KeyCode.class);
        map.put(KeyCode.ESCAPE, e -> cancel());
        map.put(KeyCode.ENTER, e -> accept());
        map.put(KeyCode.BACK_SPACE, e -> typed.back());
        map.put(KeyCode.UP, e -> once(from(step(e))));
        map.put(KeyCode.DOWN, e -> once(from(-step(e))));
        map.put(KeyCode.DELETE, e -> once(span.fallback()));
        return map;
    }

    /** So far from what was asked for last. */
    private int from(long by) {
        return span.bound((asked.isEmpty() ? shown : asked.getLast()) + by);
    }

    private void ask(int value) {
        asked.addLast(value);
        if (asked.size() > MOST_ASKED) {
            asked.removeFirst();
        }
        hand.turn(value);
    }

    private int step(KeyEvent e) {
        return e.isShiftDown() ? 1 : span.notch();
    }

    private void character(KeyEvent e) {
        if (!e.isShortcutDown() && typed.take(e.getCharacter())) {
            paint(shown);
            e.consume();
        } else if (typed.active()) {
            e.consume();
        }
    }

    private boolean cancel() {
        if (grip.held()) {
            boolean moved = grip.moved();
            int back = grip.origin();
            letGo();
            if (moved) {
                hand.cancel(back);
            }
            return true;
        }
        return typed.clear();
    }

    private boolean accept() {
        if (!typed.active()) {
            return false;
        }
        span.words().read(typed.word()).ifPresent(value -> once(span.bound(value)));
        return typed.clear();
    }

    private boolean once(int value) {
        ask(value);
        hand.let();
        return true;
    }

    private void focus(boolean is) {
        if (!is) {
            endWheel();
            asked.clear();
            typed.clear();
            paint(grip.held() ? grip.origin() : shown);
        }
    }
}
