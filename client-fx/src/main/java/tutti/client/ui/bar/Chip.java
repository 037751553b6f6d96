package tutti.client.ui.bar;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Tips;
import tutti.model.PatternSlot;

/** One pattern's chip and the words on it. */
final class Chip {
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

    /**
     * How its pattern stands.
     *
     * @param seen whether I look at it; {@code plays}: whether the room plays it; {@code next}: whether it is launched
     * @param holds whether anything is in it
     */
    record State(boolean seen, boolean plays, boolean next, boolean holds) {}

    private final PatternSlot slot;
    private final Label words;
    private final Press press;
    private State state = new State(false, false, false, false);
    private String tip = "";

    Chip(PatternSlot slot, Runnable click) {
        this.slot = slot;
        this.words = new Label(slot.name());
        this.press = new Press("chip", words, "Pattern " + slot, click);
    }

    PatternSlot slot() {
        return slot;
    }

    Press press() {
        return press;
    }

    /** Whether it is worth its place. */
    boolean wanted() {
        return first() || state.holds() || slot == PatternSlot.A;
    }

    /** Whether it is shown before others. */
    boolean first() {
        return state.seen() || state.plays() || state.next();
    }

    /** @param launched whether any pattern is to come */
    void show(State now, boolean launched) {
        state = now;
        press.show(now.plays());
        press.pseudoClassStateChanged(SEEN, now.seen() && !now.plays());
        press.pseudoClassStateChanged(NEXT, now.next());
        press.pseudoClassStateChanged(BLANK, !now.holds() && !now.plays() && !now.next());
        press.setManaged(wanted());
        String says = "Pattern " + slot + ": " + click(launched) + ". Right click: copy, paste";
        if (!says.equals(tip)) {
            tip = says;
            Tips.put(press, says);
        }
    }

    /** What the next click does. */
    private String click(boolean launched) {
        if (!state.seen()) {
            return "look; again: launch";
        }
        if (state.next() || (state.plays() && launched)) {
            return "withdraw the launch";
        }
        return state.plays() ? "plays" : "launch at the bar, for everybody";
    }

    void write(String word) {
        if (!word.equals(words.getText())) {
            words.setText(word);
        }
    }
}
