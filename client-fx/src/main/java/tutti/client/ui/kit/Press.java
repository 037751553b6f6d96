package tutti.client.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** Something to press. A click does not take the keyboard from where it is; Enter presses it, Space never does. */
public final class Press extends StackPane {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    private final Runnable act;

    /** @param style style class; {@code words} is what a screen reader and the tip say */
    public Press(String style, Node face, String words, Runnable act) {
        super(face);
        this.act = act;
        getStyleClass().addAll("press", style);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        say(words);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> hold(e));
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> release(e));
        addEventHandler(KeyEvent.KEY_PRESSED, e -> key(e));
    }

    /** A press with a word on it. */
    public static Press word(String style, String word, String words, Runnable act) {
        return new Press(style, new Label(word), words, act);
    }

    /** A press with an icon on it. */
    public static Press icon(String style, Icon icon, String words, Runnable act) {
        return new Press(style, icon.draw(), words, act);
    }

    /** A press with an icon and a word on it; the word gives way where the sheet says so. */
    public static Press labelled(String style, Icon icon, String word, String words, Runnable act) {
        return new Press(style, new Label(word, icon.draw()), words, act);
    }

    /** Shows it on or off; nothing is emitted. */
    public void show(boolean on) {
        pseudoClassStateChanged(ON, on);
    }

    /** Whether it shows on. */
    public boolean on() {
        return getPseudoClassStates().contains(ON);
    }

    /** What it is called now. */
    public void say(String words) {
        setAccessibleText(words);
        Tips.put(this, words);
    }

    /** Presses it, as a person would. */
    public void press() {
        if (!isDisabled()) {
            act.run();
        }
    }

    private void hold(MouseEvent e) {
        pseudoClassStateChanged(HELD, e.getButton() == MouseButton.PRIMARY);
        e.consume();
    }

    private void release(MouseEvent e) {
        pseudoClassStateChanged(HELD, false);
        if (e.getButton() == MouseButton.PRIMARY && contains(e.getX(), e.getY())) {
            press();
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            press();
            e.consume();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            press();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
