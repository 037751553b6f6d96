package tutti.client.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import tutti.client.ui.Desk;
import tutti.client.ui.Focus;
import tutti.client.ui.Hands;
import tutti.client.ui.Keymap;
import tutti.client.ui.Lenses;
import tutti.client.ui.Part;
import tutti.client.ui.Patterns;
import tutti.client.ui.Transport;
import tutti.client.ui.View;
import tutti.client.ui.kit.Notches;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Sheets;
import tutti.model.Lane;
import tutti.model.Meter;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/** The middle of the window: ruler, rows, and the keyboard and mouse on them. */
public final class Grid implements Part, Patterns {
    private static final double COMPACT_BELOW = 800;
    private static final double WIDE_FROM = 1100;

    private final Bench bench;
    private final BorderPane root = new BorderPane();
    private final Ruler ruler;
    private final ScrollPane scroll = new ScrollPane();
    private final Rows rows;
    private final Pointing pointing;
    private final HeadDrag headDrag;
    private final Deeds deeds;
    private final Walk walk;
    private final Menus menus;
    private final Keymap keys = new Keymap();
    private final Lenses lenses = new Lenses();
    private final Zoom zoom = new Zoom();
    private final Notches sideways = new Notches();
    private final Notches closer = new Notches();

    /** @param start what is shown first; {@code eyes} hears where this window looks next */
    public Grid(Desk desk, Hands hands, Consumer<Focus> eyes, View start, Palette palette) {
        bench = new Bench(desk, hands, eyes, start, palette);
        deeds = new Deeds(bench);
        menus = new Menus(bench, deeds);
        rows = new Rows(bench, zoom.axis(800, start.session().meter()), this::addTrack);
        pointing = new Pointing(bench, menus, () -> rows.rover().requestFocus());
        headDrag = new HeadDrag(bench, rows, deeds, menus);
        walk = new Walk(bench, rows::row);
        ruler = new Ruler(this::answer);
        scroll.setContent(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        root.setTop(ruler);
        root.setCenter(scroll);
        root.getStyleClass().add("grid");
        root.getStylesheets().add(Sheets.of(Grid.class, "grid.css"));
        rows.rover().setAccessibleRole(AccessibleRole.TEXT);
        new GridKeys(deeds, walk, menus, rows, this::cancel).fill(keys);
        watch();
    }

    private void watch() {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        root.widthProperty().addListener((Observable o) -> fit());
        root.heightProperty().addListener((Observable o) -> fit());
        lenses.add(v -> v.session().tracks(), t -> order())
                .add(v -> v.session().meter(), m -> fit())
                .add(v -> v.shared().people(), p -> rows.rings().show(p))
                .add(v -> v.shared().transport(), t -> ruler.tell(bench.view()))
                .add(View::focus, f -> focus())
                .add(v -> v.focus().track().map(v::lane).orElse(Lane.BLANK), this::inside)
                .add(v -> v.shared().undoing().trail(), new Revisit(bench, rows, this::inSight)::go);
    }

    @Override
    public Parent node() {
        return root;
    }

    /** Keys of the grid, for the shortcut sheet. */
    public List<Keymap.Line> shortcuts() {
        return keys.lines();
    }

    /** Acts on a key that nobody nearer to the keyboard took; {@code repeated}: it is still held. */
    public void key(KeyEvent e, boolean repeated) {
        keys.handle(e, repeated);
    }

    @Override
    public void copy(PatternSlot pattern) {
        deeds.copyPattern(pattern);
    }

    @Override
    public void paste(PatternSlot pattern) {
        deeds.pastePattern(pattern);
    }

    /** Gives the keyboard to the cells. */
    public void takeKeyboard() {
        rows.rover().requestFocus();
    }

    /** Draws in other colours. */
    public void dress(Palette palette) {
        bench.palette(palette);
        rows.all().forEach(LaneRow::repaint);
    }

    @Override
    public void show(View view) {
        bench.view(view);
        lenses.show(view);
        rows.all().forEach(LaneRow::show);
        speak();
    }

    @Override
    public void pulse(View view, long nanos) {
        ruler.pulse(view);
        rows.all().forEach(row -> row.pulse(nanos));
        rows.rings().pulse(nanos);
        layAgain();
        rows.placeRover();
    }

    /**
     * A scroll pane asks for layout in the middle of one, which JavaFX forgets: its flag stays up, and whatever changes
     * below it waits behind that flag for ever. So it is asked again.
     */
    private void layAgain() {
        if (rows.isNeedsLayout()) {
            rows.requestLayout();
        }
        if (scroll.isNeedsLayout()) {
            scroll.requestLayout();
        }
    }

    private void order() {
        List<NodeId> order = bench.reorder();
        rows.order(order, row -> {
            pointing.attend(row);
            headDrag.attend(row);
        });
        fit();
        boolean stands = bench.focus().track().filter(order::contains).isPresent();
        if (!stands && !order.isEmpty()) {
            bench.look(bench.focus().on(order.getFirst(), 0));
        }
    }

    /** The chip in the ruler: play on, or look at what is played. */
    private void answer() {
        Transport transport = bench.view().shared().transport();
        if (transport.stopping().isPresent()) {
            bench.desk.play();
        } else {
            bench.look(bench.focus().looking(transport.pattern(), true));
        }
    }

    private void focus() {
        ruler.tell(bench.view());
        Focus focus = bench.focus();
        focus.track()
                .flatMap(rows::row)
                .filter(row -> !row.shape().shows(focus.step()))
                .ifPresent(row -> row.reveal(focus.step()));
        rows.placeRover();
        focus.track().flatMap(rows::row).ifPresent(this::scrollTo);
    }

    /** A lane that became shorter takes the keyboard along. */
    private void inside(Lane lane) {
        Focus focus = bench.focus();
        focus.track()
                .filter(track -> focus.step() >= lane.length())
                .ifPresent(track -> bench.look(focus.on(track, lane.length() - 1)));
    }

    private void scrollTo(LaneRow row) {
        double view = root.getHeight() - Ruler.HEIGHT;
        double beyond = rows.getHeight() - view;
        if (beyond <= 0) {
            return;
        }
        double top = scroll.getVvalue() * beyond;
        double first = Math.min(top, row.getLayoutY() - rows.gap());
        double last = Math.max(first, row.getLayoutY() + row.getHeight() + rows.gap() - view);
        scroll.setVvalue(Math.clamp(last / beyond, 0, 1));
    }

    private boolean inSight(LaneRow row) {
        double height = root.getHeight() - Ruler.HEIGHT;
        double top = scroll.getVvalue() * Math.max(0, rows.getHeight() - height);
        return row.getLayoutY() + row.getHeight() > top && row.getLayoutY() < top + height;
    }

    /** What a screen reader says of the cell where the keyboard stands. */
    private void speak() {
        Optional<String> words =
                bench.focus().track().filter(bench.order()::contains).map(this::words);
        rows.rover().setAccessibleText(words.orElse("No step"));
    }

    private String words(NodeId track) {
        Focus focus = bench.focus();
        var lane = bench.view().lane(track);
        var step = lane.steps().at(focus.step());
        return bench.track(track).name() + ", step " + (focus.step() + 1) + " of " + lane.length() + ", "
                + (step.on() ? "on, velocity " + step.velocity() : "off");
    }

    private void fit() {
        double width = root.getWidth();
        double height = root.getHeight() - Ruler.HEIGHT;
        if (width > 0 && height > 0) {
            boolean wide = width >= WIDE_FROM;
            double heads = width < COMPACT_BELOW ? 152 : wide ? 300 : 232;
            Meter meter = bench.view().session().meter();
            TimeAxis axis = zoom.axis(width - heads - LaneRow.MARGIN, meter);
            ruler.draw(axis, heads, meter);
            rows.fit(axis, heads, height, wide);
        }
    }

    private void escape(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && (pointing.cancel() || headDrag.cancel())) {
            e.consume();
        }
    }

    private void cancel() {
        deeds.chooseNone();
    }

    private void wheel(ScrollEvent e) {
        boolean across = e.isShiftDown() || Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY());
        if (e.isShortcutDown()) {
            zoom(closer.take(e.getDeltaY()));
            e.consume();
        } else if (pointing.busy()) {
            e.consume();
        } else if (across) {
            // with Shift some systems turn the wheel sideways themselves
            int pages = sideways.take(e.getDeltaX() != 0 ? e.getDeltaX() : e.getDeltaY());
            rows.all().forEach(row -> row.turn(-pages));
            e.consume();
        }
    }

    /** Closer by so many steps, or wider. */
    public void zoom(int by) {
        for (int i = 0; i < Math.abs(by); i++) {
            zoom.turn(by > 0);
        }
        if (by != 0) {
            fit();
        }
    }

    private void addTrack() {
        new TrackMaker(bench).add();
    }
}
