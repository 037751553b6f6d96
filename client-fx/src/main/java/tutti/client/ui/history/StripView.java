package tutti.client.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.kit.Palette;

/** The strip as a picture, and a scrubber on it: drag it, or go from deed to deed with the arrows. */
final class StripView extends Pane {
    private static final double HEIGHT = 64;
    private static final double LEAST_PITCH = 4;
    private static final double MOST_PITCH = 10;
    private static final double GAP = 1;
    private static final double TOP = 8;
    private static final double LATER = 0.3;

    private final Consumer<Deed> see;
    private final Runnable now;
    private final Canvas canvas = new Canvas();
    private List<Deed> deeds = List.of();
    private Optional<Deed> chosen = Optional.empty();
    private Strip strip = Strip.of(List.of(), 1);
    private Palette palette;
    private double pitch = LEAST_PITCH;

    /** @param see hears which moment a person chose; {@code now} that they went to its right end */
    StripView(Palette palette, Consumer<Deed> see, Runnable now) {
        this.palette = palette;
        this.see = see;
        this.now = now;
        getStyleClass().add("strip-view");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getChildren().add(canvas);
        widthProperty().addListener((o, was, is) -> resized());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::point);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        say();
    }

    void show(List<Deed> all) {
        deeds = all;
        resized();
    }

    void choose(Optional<Deed> deed) {
        chosen = deed;
        draw();
        say();
    }

    void dress(Palette next) {
        palette = next;
        draw();
    }

    private void say() {
        setAccessibleText("The life of this room, "
                + chosen.map(deed -> deed.by().name() + " " + deed.words()).orElse("now"));
    }

    private void resized() {
        pitch = Math.floor(Math.clamp(getWidth() / Math.max(1, 2.0 * deeds.size()), LEAST_PITCH, MOST_PITCH));
        strip = Strip.of(deeds, Math.max(1, (int) (getWidth() / pitch)));
        canvas.setWidth(getWidth());
        canvas.setHeight(HEIGHT);
        draw();
    }

    private double bar() {
        return pitch - GAP;
    }

    /** The right edge of the column in which that lies. */
    private double edge(double at) {
        int column =
                Math.min((int) (at * strip.columns().size()), strip.columns().size() - 1);
        return column * pitch + bar();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double height = HEIGHT - TOP;
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        double split = chosen.map(deed -> edge(strip.at(deed))).orElse(getWidth());
        for (int i = 0; i < strip.columns().size(); i++) {
            Strip.Column column = strip.columns().get(i);
            double x = i * pitch;
            g.setGlobalAlpha(x > split ? LATER : 1);
            if (column.pause()) {
                g.setFill(palette.faint());
                g.fillRect(x - 1, TOP, 1, height);
            }
            if (column.much()) {
                g.setFill(palette.text());
                g.fillPolygon(new double[] {x - 1.5, x + bar() + 1.5, x + bar() / 2}, new double[] {0, 0, 5}, 3);
            }
            double y = HEIGHT;
            for (var share : column.shares().entrySet()) {
                double part = Math.max(2, column.height() * height * share.getValue());
                g.setFill(palette.onPanel(share.getKey()));
                g.fillRect(x, y - part, bar(), part);
                y -= part;
            }
        }
        g.setGlobalAlpha(1);
        g.setFill(palette.line());
        g.fillRect(0, HEIGHT - 1, getWidth(), 1);
        g.setFill(palette.text());
        g.fillRect(Math.min(split, getWidth() - 2), 0, 2, HEIGHT);
    }

    private void point(MouseEvent e) {
        e.consume();
        if (e.getButton() == MouseButton.PRIMARY && !strip.moments().isEmpty()) {
            requestFocus();
            go(e.getX() >= getWidth() - 1 ? strip.moments().size() : strip.nearest(e.getX() / getWidth()));
        }
    }

    /** To that moment; beyond the last one: to now. */
    private void go(int index) {
        if (index >= strip.moments().size()) {
            now.run();
            return;
        }
        Deed deed = strip.moments().get(Math.max(0, index)).deed();
        boolean same = chosen.filter(at -> at.seq() == deed.seq()).isPresent();
        if (!same) {
            see.accept(deed);
        }
    }

    private int index() {
        return chosen.map(deed -> strip.nearest(strip.at(deed)))
                .orElse(strip.moments().size());
    }

    private void key(KeyEvent e) {
        boolean left = e.getCode() == KeyCode.LEFT;
        boolean arrow = left || e.getCode() == KeyCode.RIGHT;
        boolean end = e.getCode() == KeyCode.HOME || e.getCode() == KeyCode.END;
        if (strip.moments().isEmpty() || !(arrow || end)) {
            return;
        }
        e.consume();
        if (end) {
            go(e.getCode() == KeyCode.HOME ? 0 : strip.moments().size());
        } else {
            go(index() + (left ? -1 : 1));
        }
    }
}
