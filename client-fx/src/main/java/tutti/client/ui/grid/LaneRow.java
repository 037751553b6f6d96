package tutti.client.ui.grid;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tutti.client.ui.Lenses;
import tutti.client.ui.kit.PageStrip;
import tutti.client.ui.kit.Shown;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.Track;
import tutti.music.Notes;

/** One track: its head, its cells on a canvas, and over them its own playhead and the handle of its lane's end. */
final class LaneRow extends Pane {
    /** Pixels to the right of the last cell. */
    static final double MARGIN = 14;

    private static final double SILENT = 0.42;

    private final NodeId id;
    private final Bench bench;
    private final PageStrip strip = new PageStrip(this::choosePage);
    private final TrackHead head;
    private final Pane cells = new Pane();
    private final LaneCanvas canvas = new LaneCanvas();
    private final Region playhead = new Region();
    private final Region end = new Region();
    private final Label endNumber = new Label();
    private final LanePage page = new LanePage();
    private final Lenses lenses = new Lenses();
    private TimeAxis axis;
    private LaneShape shape;
    private Playing playing = Playing.NOTHING;
    private int speaking = -1;
    private boolean stale = true;
    private boolean headStale = true;
    private long now;

    LaneRow(NodeId id, Bench bench, TimeAxis axis) {
        this.id = id;
        this.bench = bench;
        this.axis = axis;
        this.shape = LaneShape.of(axis, bench.view().lane(id), 0);
        this.head = new TrackHead(id, bench, strip);
        getStyleClass().add("lane-row");
        cells.getStyleClass().add("cells");
        cells.setId("cells-" + id.text());
        head.setId("head-" + id.text());
        playhead.getStyleClass().add("playhead");
        end.getStyleClass().add("lane-end");
        endNumber.getStyleClass().add("lane-end-number");
        for (Node over : List.of(playhead, end, endNumber)) {
            over.setMouseTransparent(true);
            over.setManaged(false);
        }
        head.setManaged(false);
        cells.setManaged(false);
        cells.getChildren().addAll(canvas, playhead, end, endNumber);
        getChildren().addAll(head, cells);
        cells.addEventHandler(MouseEvent.MOUSE_MOVED, e -> cells.setCursor(cursor(e.getX())));
        watch();
    }

    private void watch() {
        lenses.add(v -> v.session().tracks().get(id).orElse(Track.BLANK), t -> staleAll())
                .add(v -> v.lane(id), l -> staleAll())
                .add(v -> v.shared().catalogue(), c -> staleAll())
                .add(v -> v.session().meter(), m -> staleAll())
                .add(v -> v.session().root(), r -> stale = true)
                .add(v -> v.session().scale(), k -> stale = true)
                .add(v -> v.shared().ears(), e -> headStale = true)
                .add(v -> v.shared().marks(), m -> headStale = true)
                .add(v -> v.focus().track(), t -> headStale = true)
                .add(v -> v.focus().pattern(), p -> staleAll())
                .add(v -> v.focus().chosen(), c -> stale = true);
    }

    private void staleAll() {
        stale = true;
        headStale = true;
    }

    NodeId id() {
        return id;
    }

    TrackHead head() {
        return head;
    }

    Pane cells() {
        return cells;
    }

    LaneShape shape() {
        return shape;
    }

    LaneCanvas canvas() {
        return canvas;
    }

    /** Draws what changed since the last time. */
    void show() {
        lenses.show(bench.view());
        if (headStale) {
            headStale = false;
            head.draw();
            canvas.setOpacity(silent() ? SILENT : 1);
        }
        if (stale) {
            stale = false;
            draw();
        }
    }

    private boolean silent() {
        return bench.track(id).mute() || !bench.view().shared().ears().hears(id);
    }

    /** Everything anew: the colours changed. */
    void repaint() {
        staleAll();
        show();
    }

    /** Gives the row its place: head on the left, cells in the rest. */
    void fit(double headWidth, double width, double height, TimeAxis now, boolean wide) {
        resize(width, height);
        boolean same = now.equals(axis) && height == canvas.getHeight() && cells.getLayoutX() == headWidth;
        axis = now;
        head.compact(headWidth < 200);
        head.wide(wide);
        head.fit(height);
        head.resizeRelocate(0, 0, headWidth, height);
        cells.resizeRelocate(headWidth, 0, width - headWidth, height);
        if (!same) {
            staleAll();
            show();
        }
    }

    private void draw() {
        Lane lane = bench.view().lane(id);
        shape = LaneShape.of(axis, lane, page.seen());
        Track track = bench.track(id);
        var sound = bench.view().shared().catalogue().find(track.instrument());
        CellLooks looks =
                new CellLooks(id, track, lane, sound, flats(), bench.focus().chosen(), speaking);
        canvas.draw(looks.on(shape), bench.palette(), axis.width(), getHeight());
        placeEnd();
        placePlayhead();
        showPages();
    }

    private boolean flats() {
        return Notes.flats(bench.view().session().root(), bench.view().session().scale());
    }

    private void placeEnd() {
        double x = shape.laneEnd();
        boolean full = x >= axis.width() - 1;
        end.pseudoClassStateChanged(PseudoClass.getPseudoClass("full"), full);
        end.setVisible(x >= 0);
        end.resizeRelocate(x - 6, 0, 9, getHeight());
        endNumber.setVisible(x >= 0 && !full);
        endNumber.setText(Integer.toString(shape.length()));
        endNumber.autosize();
        endNumber.relocate(x + 9, Math.rint((getHeight() - endNumber.getHeight()) / 2));
    }

    private void placePlayhead() {
        boolean seen = playing.step() >= 0 && shape.shows(playing.step());
        playhead.setVisible(seen);
        if (seen) {
            playhead.resize(shape.width(playing.step()) + 4, getHeight() + 4);
            playhead.setTranslateX(shape.x(playing.step()) - 2);
            playhead.setTranslateY(-2);
        }
    }

    private void showPages() {
        boolean some = shape.pages() > 1;
        Shown.when(strip, some);
        strip.show(some ? shape.pages() : 0, shape.page(), playing.step() < 0 ? -1 : shape.pageOf(playing.step()));
    }

    /** One frame: the playhead, the page under it, the level. */
    void pulse(long nanos) {
        now = nanos;
        Playing was = playing;
        playing = Playing.of(bench.view(), bench.view().lane(id));
        if (playing.step() != was.step()) {
            int under = playing.step() < 0 ? -1 : shape.pageOf(playing.step());
            if (page.follow(under, cells.isHover() || speaking >= 0, now)) {
                draw();
            } else {
                placePlayhead();
                showPages();
            }
        }
        head.pulse(playing.lap(), now);
    }

    /** Turns to the page on which that step stands, or will stand when the lane is as long. */
    void reveal(int step) {
        page.need(shape.pageOf(step), now);
        if (page.seen() != shape.page()) {
            draw();
        }
    }

    /** So many pages on (negative: back), if there are as many. */
    void turn(int by) {
        page.need(Math.clamp(shape.page() + (long) by, 0, shape.pages() - 1), now);
        if (page.seen() != shape.page()) {
            draw();
        }
    }

    private void choosePage(int to) {
        page.choose(to);
        draw();
    }

    /** That step says its velocity while it is dragged; −1: none does. */
    void speak(int step) {
        if (step != speaking) {
            speaking = step;
            draw();
        }
    }

    /** Whether x is on the handle of the lane's end. */
    boolean onEnd(double x) {
        double at = shape.laneEnd();
        double reach = endNumber.isVisible() ? 9 + endNumber.getWidth() : 5;
        return at >= 0 && x >= at - 3 && x <= at + reach;
    }

    private Cursor cursor(double x) {
        boolean inside = shape.at(x) < shape.length();
        return onEnd(x) ? Cursor.H_RESIZE : inside ? Cursor.HAND : Cursor.DEFAULT;
    }
}
