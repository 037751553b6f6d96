package tutti.client.ui.bar;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Chip> chips = new ArrayList<>();
    private final ContextMenu all = new ContextMenu();
    private View view;

    /** One pattern's chip and the words on it. */
    private record Chip(PatternSlot slot, Press press, Label words) {}

    Chips(Desk desk, Consumer<Focus> eyes, View start) {
        this.desk = desk;
        this.eyes = eyes;
        this.view = start;
        getStyleClass().add("chips");
        for (PatternSlot slot : PatternSlot.values()) {
            Label word = new Label(slot.name());
            Press press = new Press("chip", word, "Pattern " + slot, () -> click(slot));
            chips.add(new Chip(slot, press, word));
            getChildren().add(press);
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
        } else if (queued || (plays && transport.next().isPresent())) {
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
        chips.forEach(this::draw);
        long shown = chips.stream().filter(chip -> chip.press().isVisible()).count();
        chips.forEach(chip -> chip.press().pseudoClassStateChanged(TIGHT, shown > MANY));
        pulse();
    }

    private void draw(Chip chip) {
        PatternSlot slot = chip.slot();
        Transport transport = view.shared().transport();
        boolean seen = slot == view.focus().pattern();
        boolean next = transport.next().filter(n -> n.pattern() == slot).isPresent();
        boolean on = slot == transport.pattern();
        boolean holds = holds(view.session(), slot);
        boolean visible = seen || next || on || holds || slot == PatternSlot.A;
        Press press = chip.press();
        press.setVisible(visible);
        press.setManaged(visible);
        press.show(on);
        press.pseudoClassStateChanged(SEEN, seen && !on);
        press.pseudoClassStateChanged(NEXT, next);
        press.pseudoClassStateChanged(BLANK, !holds && !on && !next);
    }

    private static boolean holds(Session session, PatternSlot slot) {
        return !session.pattern(slot).equals(Pattern.BLANK);
    }

    /** One frame: how many bars until a launch lands. */
    void pulse() {
        Transport transport = view.shared().transport();
        Optional<Transport.Launch> next = transport.next();
        for (Chip chip : chips) {
            String word = next.filter(n -> n.pattern() == chip.slot())
                    .map(n -> chip.slot() + " in "
                            + bars(n, transport, view.session().meter()))
                    .orElse(chip.slot().name());
            if (!word.equals(chip.words().getText())) {
                chip.words().setText(word);
            }
        }
    }

    private static long bars(Transport.Launch next, Transport transport, Meter meter) {
        long bar = Ticks.bar(meter);
        return Math.max(1, Math.ceilDiv(next.tick() - transport.heard().room(), bar));
    }
}
