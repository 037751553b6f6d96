package tutti.client.ui.grid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import tutti.client.ui.Focus;
import tutti.client.ui.Focus.Spot;
import tutti.edit.Mutation;
import tutti.model.NodeId;

/** The mouse over the cells: one press at a time, from its row to its release. */
final class Pointing {
    private final Bench bench;
    private final Menus menus;
    private final Runnable takeKeyboard;
    private Optional<Press> press = Optional.empty();

    /** A press that goes on, and the page as it was then. Either on a cell or, without a drag, on the lane's end. */
    private record Press(LaneRow row, LaneShape shape, Optional<CellDrag> cell) {}

    /** @param takeKeyboard gives the keyboard to the cells */
    Pointing(Bench bench, Menus menus, Runnable takeKeyboard) {
        this.bench = bench;
        this.menus = menus;
        this.takeKeyboard = takeKeyboard;
    }

    /** Listens to the cells of a row. */
    void attend(LaneRow row) {
        row.cells().addEventHandler(MouseEvent.MOUSE_PRESSED, e -> press(row, e));
        row.cells().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        row.cells().addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    /** Whether a hand is on the cells. */
    boolean busy() {
        return press.isPresent();
    }

    private void press(LaneRow row, MouseEvent e) {
        e.consume();
        takeKeyboard.run();
        if (press.isPresent() || e.getButton() == MouseButton.MIDDLE) {
            return;
        }
        if (e.getButton() == MouseButton.PRIMARY && row.onEnd(e.getX())) {
            press = Optional.of(new Press(row, row.shape(), Optional.empty()));
            return;
        }
        int step = row.shape().at(e.getX());
        if (step >= row.shape().length()) {
            return;
        }
        Spot spot = new Spot(row.id(), step);
        if (e.isShiftDown() || e.isShortcutDown()) {
            choose(spot, e.isShiftDown());
            return;
        }
        boolean other = e.getButton() == MouseButton.SECONDARY;
        Set<Spot> group = bench.focus().chosen();
        Focus there = bench.focus().on(row.id(), step);
        bench.look(group.contains(spot) ? there.choosing(group) : there);
        press = Optional.of(new Press(
                row, row.shape(), Optional.of(new CellDrag(bench.edits(), spot, group, other, e.getX(), e.getY()))));
    }

    private void choose(Spot spot, boolean range) {
        Focus focus = bench.focus();
        Set<Spot> chosen = new LinkedHashSet<>(focus.spots());
        if (range) {
            NodeId from = focus.track().orElse(spot.track());
            bench.look(focus.choosing(Selection.range(bench.order(), new Spot(from, focus.step()), spot)));
            return;
        }
        if (!chosen.remove(spot)) {
            chosen.add(spot);
        }
        bench.look(focus.on(spot.track(), spot.step()).choosing(chosen));
    }

    private void drag(MouseEvent e) {
        e.consume();
        press.ifPresent(p -> p.cell().ifPresentOrElse(drag -> cells(p.row(), drag, e), () -> end(p, e)));
    }

    private void cells(LaneRow row, CellDrag drag, MouseEvent e) {
        int at = row.shape().at(e.getX());
        List<Mutation> puts = drag.move(e.getX(), e.getY(), at, e.isShiftDown());
        boolean velocity = drag.kind() == CellDrag.Kind.VELOCITY;
        row.speak(velocity ? drag.first().step() : -1);
        bench.hands.hold(words(drag.kind()), puts);
    }

    private static String words(CellDrag.Kind kind) {
        return switch (kind) {
            case OPEN -> "steps";
            case PAINT -> "paint";
            case ERASE -> "erase";
            case VELOCITY -> "velocity";
        };
    }

    private void end(Press press, MouseEvent e) {
        int length = press.shape().lengthAt(e.getX());
        bench.hands.hold("lane end", bench.edits().length(press.row().id(), length));
    }

    private void release(MouseEvent e) {
        e.consume();
        press.ifPresent(p -> p.cell()
                .ifPresentOrElse(
                        drag -> done(p.row(), drag, e),
                        () -> p.row().reveal(p.shape().lengthAt(e.getX()) - 1)));
        press = Optional.empty();
        bench.hands.let();
    }

    private void done(LaneRow row, CellDrag drag, MouseEvent e) {
        row.speak(-1);
        bench.hands.hold("step", drag.release());
        boolean click = drag.kind() == CellDrag.Kind.OPEN;
        if (click && e.getButton() == MouseButton.SECONDARY) {
            menus.cell(row, row.cells(), e.getScreenX(), e.getScreenY());
        } else if (click && !bench.view().shared().transport().playing()) {
            // playing, it would flam
            drag.lit().ifPresent(step -> bench.desk.audition(row.id(), step));
        }
    }

    /** Esc: what the hand did is taken back. Whether there was anything. */
    boolean cancel() {
        press.ifPresent(p -> {
            p.row().speak(-1);
            bench.hands.cancel();
        });
        boolean was = press.isPresent();
        press = Optional.empty();
        return was;
    }
}
