package tutti.client.ui.bar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Pane;
import tutti.client.ui.Desk;
import tutti.client.ui.Focus;
import tutti.client.ui.Patterns;
import tutti.client.ui.Transport;
import tutti.client.ui.View;
import tutti.client.ui.kit.Item;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Tips;
import tutti.model.Meter;
import tutti.model.Pattern;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Ticks;

/**
 * A chip a pattern that holds something. The first click looks, the second launches, the third withdraws. Where there
 * is no room for all, those that are looked at, play or come next are shown first; the menu at the end has all.
 */
final class Chips extends Pane {
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final int MANY = 6;
    private static final int LEAST = 3;
    private static final double GAP = 3;

    private final Desk desk;
    private final Consumer<Focus> eyes;
    private final Patterns patterns;
    private final List<Chip> chips = new ArrayList<>();
    private final ContextMenu menu = new ContextMenu();
    private final Press more;
    private View view;

    /** @param eyes hears which pattern is looked at */
    Chips(Desk desk, Consumer<Focus> eyes, Patterns patterns, View start) {
        this.desk = desk;
        this.eyes = eyes;
        this.patterns = patterns;
        this.view = start;
        getStyleClass().add("chips");
        for (PatternSlot slot : PatternSlot.values()) {
            Chip chip = new Chip(slot, () -> click(slot));
            chip.press().addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
                menuOf(chip);
                e.consume();
            });
            chips.add(chip);
            getChildren().add(chip.press());
        }
        more = Press.word("chip", "+", "All patterns", this::more);
        more.pseudoClassStateChanged(BLANK, true);
        getChildren().add(more);
    }

    private void more() {
        menu.getItems().clear();
        for (PatternSlot slot : PatternSlot.values()) {
            boolean plays = slot == view.shared().transport().pattern();
            String state = plays ? ", plays" : holds(view.session(), slot) ? "" : ", empty";
            menu.getItems().add(Item.of("Pattern " + slot + state, () -> look(slot)));
        }
        menu.show(more, Side.BOTTOM, 0, 4);
    }

    private void menuOf(Chip chip) {
        PatternSlot slot = chip.slot();
        Transport transport = view.shared().transport();
        boolean queued = next(transport, slot);
        MenuItem launch = queued
                ? Item.of("Withdraw the launch", desk::withdraw)
                : Item.of("Launch at the bar, for everybody", () -> desk.launch(slot));
        launch.setDisable(!queued && slot == transport.pattern());
        menu.getItems()
                .setAll(
                        Item.of("Look at pattern " + slot, () -> look(slot)),
                        launch,
                        new SeparatorMenuItem(),
                        Item.of("Copy pattern " + slot, () -> patterns.copy(slot)),
                        Item.of("Paste into pattern " + slot, () -> patterns.paste(slot)));
        menu.show(chip.press(), Side.BOTTOM, 0, 4);
    }

    private static boolean next(Transport transport, PatternSlot slot) {
        return transport.next().filter(n -> n.pattern() == slot).isPresent();
    }

    private void click(PatternSlot slot) {
        Transport transport = view.shared().transport();
        boolean queued = next(transport, slot);
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
        long shown = chips.stream().filter(Chip::wanted).count();
        chips.forEach(chip -> chip.press().pseudoClassStateChanged(TIGHT, shown > MANY));
        pulse();
    }

    private void draw(Chip chip) {
        PatternSlot slot = chip.slot();
        Transport transport = view.shared().transport();
        boolean seen = slot == view.focus().pattern();
        boolean next = next(transport, slot);
        boolean plays = slot == transport.pattern();
        boolean holds = holds(view.session(), slot);
        chip.show(new Chip.State(seen, plays, next, holds), transport.next().isPresent());
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
            chip.write(word);
        }
    }

    private static long bars(Transport.Launch next, Transport transport, Meter meter) {
        long bar = Ticks.bar(meter);
        return Math.max(1, Math.ceilDiv(next.tick() - transport.heard().room(), bar));
    }

    /** Chips that there is room for: the most important first. */
    private Set<Chip> fitting(double width) {
        Set<Chip> fitting = new LinkedHashSet<>();
        double left = width - width(more);
        for (Chip chip : chips.stream()
                .filter(Chip::wanted)
                .sorted(Comparator.comparing(chip -> !chip.first()))
                .toList()) {
            left -= width(chip.press()) + GAP;
            if (left >= -0.5) {
                fitting.add(chip);
            }
        }
        return fitting;
    }

    private double wide(long most) {
        return width(more)
                + chips.stream()
                        .filter(Chip::wanted)
                        .sorted(Comparator.comparing(chip -> !chip.first()))
                        .limit(most)
                        .mapToDouble(chip -> width(chip.press()) + GAP)
                        .sum();
    }

    @Override
    protected double computeMinWidth(double height) {
        return wide(LEAST);
    }

    @Override
    protected double computePrefWidth(double height) {
        return wide(chips.size());
    }

    @Override
    protected double computeMaxWidth(double height) {
        return wide(chips.size());
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(more);
    }

    @Override
    protected void layoutChildren() {
        Set<Chip> fitting = fitting(getWidth());
        double x = 0;
        for (Chip chip : chips) {
            Press press = chip.press();
            press.setVisible(fitting.contains(chip));
            if (press.isVisible()) {
                x = place(press, x);
            }
        }
        long hidden = chips.stream().filter(Chip::wanted).count() - fitting.size();
        Tips.put(more, hidden > 0 ? "All patterns: " + hidden + " more hold something" : "All patterns");
        place(more, x);
    }

    private double place(Press press, double x) {
        press.resizeRelocate(x, Math.rint((getHeight() - height(press)) / 2), width(press), height(press));
        return x + width(press) + GAP;
    }

    private static double width(Press press) {
        return Math.max(press.minWidth(-1), press.prefWidth(-1));
    }

    private static double height(Press press) {
        return Math.max(press.minHeight(-1), press.prefHeight(-1));
    }
}
