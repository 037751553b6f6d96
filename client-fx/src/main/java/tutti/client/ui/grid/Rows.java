package tutti.client.ui.grid;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tutti.client.ui.Cursor;
import tutti.client.ui.kit.Press;
import tutti.model.Limits;
import tutti.model.NodeId;

/** The rows from top to bottom, as high as the room allows, and what lies over them. */
final class Rows extends Pane {
    private static final double GAP = 6;
    private static final double TIGHT_GAP = 4;
    private static final double LOWEST = 40;
    private static final double HIGHEST = 72;
    private static final double TOP = 3;
    private static final double FOOT = 28;

    private final Bench bench;
    private final Map<NodeId, LaneRow> rows = new LinkedHashMap<>();
    private final Press add;
    private final Region rover = new Region();
    private final Region mark = new Region();
    private final Rings rings;
    private double headWidth = 232;
    private double available = 400;
    private boolean wide;
    private TimeAxis axis;

    Rows(Bench bench, TimeAxis axis, Runnable addTrack) {
        this.bench = bench;
        this.axis = axis;
        rings = new Rings(this, this::cell);
        add = Press.word("add-track", "+ Add a track", "Add a track with the first free sound", addTrack);
        add.getStyleClass().add("quiet");
        rover.getStyleClass().add("rover");
        rover.setFocusTraversable(true);
        rover.setMouseTransparent(true);
        mark.getStyleClass().add("drop-mark");
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        getStyleClass().add("rows");
        getChildren().addAll(add, rover, mark);
    }

    /** The node that holds the keyboard for all cells. */
    Region rover() {
        return rover;
    }

    Rings rings() {
        return rings;
    }

    Collection<LaneRow> all() {
        return rows.values();
    }

    Optional<LaneRow> row(NodeId id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The row of the selected track. */
    Optional<LaneRow> selected() {
        return bench.focus().track().flatMap(this::row);
    }

    /** Makes the rows those of {@code order}; a row that stays keeps its nodes. */
    void order(List<NodeId> order, Consumer<LaneRow> made) {
        Map<NodeId, LaneRow> old = new LinkedHashMap<>(rows);
        rows.clear();
        for (NodeId id : order) {
            LaneRow row = old.remove(id);
            if (row == null) {
                row = new LaneRow(id, bench, axis);
                getChildren().addFirst(row);
                made.accept(row);
            }
            rows.put(id, row);
        }
        getChildren().removeAll(old.values());
        requestLayout();
    }

    /** Gives the rows a window onto time and a height to fill. */
    void fit(TimeAxis to, double heads, double height, boolean wideHeads) {
        axis = to;
        headWidth = heads;
        available = height;
        wide = wideHeads;
        setMinHeight(Math.max(height, TOP + rows.size() * (rowHeight() + gap()) + FOOT));
        setPrefHeight(getMinHeight());
        requestLayout();
    }

    double rowHeight() {
        int count = Math.max(1, rows.size());
        double share = Math.floor((available - TOP - FOOT) / count - GAP);
        return Math.clamp(share, LOWEST, HIGHEST);
    }

    /** Pixels between rows; fewer when rows are as low as they can be. */
    double gap() {
        return rowHeight() > LOWEST ? GAP : TIGHT_GAP;
    }

    @Override
    protected void layoutChildren() {
        double y = TOP;
        double height = rowHeight();
        for (LaneRow row : rows.values()) {
            row.relocate(0, y);
            row.fit(headWidth, getWidth(), height, axis, wide);
            y += height + gap();
        }
        add.autosize();
        add.relocate(6, y);
        placeRover();
        rings.place();
    }

    /** Puts the keyboard's ring around its cell. */
    void placeRover() {
        Optional<Bounds> where = bench.focus().cursor().flatMap(this::cell);
        // never invisible: an invisible node cannot hold the keyboard
        rover.setOpacity(where.isPresent() ? 1 : 0);
        where.ifPresent(
                b -> rover.resizeRelocate(b.getMinX() - 2, b.getMinY() - 2, b.getWidth() + 4, b.getHeight() + 4));
    }

    private Optional<Bounds> cell(Cursor at) {
        return row(at.track())
                .filter(row -> at.pattern() == bench.focus().pattern())
                .filter(row -> row.shape().shows(at.step()) && at.step() < Limits.STEPS)
                .map(row -> new BoundingBox(
                        headWidth + row.shape().x(at.step()),
                        row.getLayoutY(),
                        row.shape().width(at.step()),
                        row.getHeight()));
    }

    /** Which place among the rows a height in here means, 0 to the number of rows. */
    int placeAt(double y) {
        return Math.clamp(Math.round((y - TOP) / (rowHeight() + gap())), 0, rows.size());
    }

    /** Shows where a dragged row would go; −1: nowhere. */
    void mark(int place) {
        mark.setVisible(place >= 0);
        mark.toFront();
        mark.resizeRelocate(0, TOP + place * (rowHeight() + gap()) - gap() / 2 - 1, getWidth() - LaneRow.MARGIN, 2);
    }
}
