package tutti.client.ui.bar;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Focus;
import tutti.client.ui.Transport;
import tutti.client.ui.View;
import tutti.client.ui.kit.Press;
import tutti.model.Meter;
import tutti.model.Pattern;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Ticks;

/** A chip a pattern that holds something. The first click looks, the second launches, the third withdraws. */
final class Chips extends HBox {
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final int MANY = 6;

    private final Desk desk;
    private final Consumer<Focus> eyes;
    private final Map<PatternSlot, Press> chips = new EnumMap<>(PatternSlot.class);
    private final Map<PatternSlot, Label> words = new EnumMap<>(PatternSlot.class);
    private final ContextMenu all = new ContextMenu();
    private View view;

    Chips(Desk desk, Consumer<Focus> eyes, View start) {
        this.desk = desk;
        this.eyes = eyes;
        this.view = start;
        getStyleClass().add("chips");
        for (PatternSlot slot : PatternSlot.values()) {
            Label word = new Label(slot.name());
            words.put(slot, word);
            chips.put(slot, new Press("chip", word, "Pattern " + slot, () -> click(slot)));
            getChildren().add(chips.get(slot));
            MenuItem item = new MenuItem("Pattern " + slot);
            item.setOnAction(e -> look(slot));
            all.getItems().add(item);
        }
        Press more = Press.word("chip", "+", "Look at another pattern", this::more);
        more.pseudoClassStateChanged(BLANK, true);
        getChildren().add(more);
    }

    private void more() {
        all.show(this, Side.BOTTOM, 0, 4);
    }

    private void click(PatternSlot slot) {
        Transport transport = view.shared().transport();
        boolean queued = transport.next().filter(n -> n.pattern() == slot).isPresent();
        boolean plays = slot == transport.pattern();
        if (slot != view.focus().pattern()) {
            look(slot);
        } else if (queued || plays && transport.next().isPresent()) {
            desk.withdraw();
        } else if (!plays) {
            desk.launch(slot);
        }
    }

    private void look(PatternSlot slot) {
        eyes.accept(view.focus().looking(slot, slot == view.shared().transport().pattern()));
    }

    void show(View now) {
        view = now;
        Transport transport = now.shared().transport();
        int shown = 0;
        for (PatternSlot slot : PatternSlot.values()) {
            Press chip = chips.get(slot);
            boolean seen = slot == now.focus().pattern();
            boolean next = transport.next().filter(n -> n.pattern() == slot).isPresent();
            boolean on = slot == transport.pattern();
            boolean holds = holds(now.session(), slot);
            boolean visible = seen || next || on || holds || slot == PatternSlot.A;
            chip.setVisible(visible);
            chip.setManaged(visible);
            chip.show(on);
            chip.pseudoClassStateChanged(SEEN, seen && !on);
            chip.pseudoClassStateChanged(NEXT, next);
            chip.pseudoClassStateChanged(BLANK, !holds && !on && !next);
            shown += visible ? 1 : 0;
        }
        tight(shown > MANY);
        pulse();
    }

    private void tight(boolean tight) {
        chips.values().forEach(chip -> chip.pseudoClassStateChanged(TIGHT, tight));
    }

    private static boolean holds(Session session, PatternSlot slot) {
        return !session.pattern(slot).equals(Pattern.BLANK);
    }

    /** One frame: how many bars until a launch lands. */
    void pulse() {
        Transport transport = view.shared().transport();
        Optional<Transport.Launch> next = transport.next();
        for (PatternSlot slot : PatternSlot.values()) {
            String word = next.filter(n -> n.pattern() == slot)
                    .map(n -> slot + " in " + bars(n, transport, view.session().meter()))
                    .orElse(slot.name());
            if (!word.equals(words.get(slot).getText())) {
                words.get(slot).setText(word);
            }
        }
    }

    private static long bars(Transport.Launch next, Transport transport, Meter meter) {
        long bar = (long) Ticks.PER_WHOLE / meter.unit() * meter.beats();
        return Math.max(1, Math.ceilDiv(next.tick() - transport.heard().room(), bar));
    }
}
