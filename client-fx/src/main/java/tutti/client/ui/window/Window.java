package tutti.client.ui.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Focus;
import tutti.client.ui.Hands;
import tutti.client.ui.Keymap;
import tutti.client.ui.Keymap.Chord;
import tutti.client.ui.Part;
import tutti.client.ui.Shared;
import tutti.client.ui.View;
import tutti.client.ui.bar.Bar;
import tutti.client.ui.dock.Dock;
import tutti.client.ui.grid.Grid;
import tutti.client.ui.history.HistoryPanel;
import tutti.client.ui.history.PastLine;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Theme;
import tutti.client.ui.people.People;
import tutti.client.ui.rooms.FrozenLine;
import tutti.client.ui.rooms.RoomList;
import tutti.client.ui.status.Status;
import tutti.model.NodeId;

/**
 * The window. It reads the newest snapshot once a frame, and knows every region; they do not know one another. FX
 * thread.
 */
public final class Window implements AutoCloseable {
    /** Below this nothing is promised to fit; in pixels. */
    public static final double LEAST_WIDTH = 960;

    public static final double LEAST_HEIGHT = 560;

    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 1180;
    private static final double LOW_BELOW = 700;
    private static final int PEOPLE = 0;
    private static final int HISTORY = 1;
    private static final int ROOMS = 2;

    private final Desk desk;
    private final Supplier<Shared> newest;
    private final Eyes eyes;
    private final BorderPane root = new BorderPane();
    private final Scene scene;
    private final Bar bar;
    private final Grid grid;
    private final Dock dock;
    private final Status status;
    private final People people;
    private final RoomList rooms;
    private final FrozenLine frozen;
    private final HistoryPanel history;
    private final PastLine pastLine;
    private final Side side;
    private final Sheet sheet;
    /** What shows the room as it is; {@code then}: what can show a moment of its past in place of it. */
    private final List<Part> now;

    private final List<Part> then;
    private final Recall recall;
    private final Keymap keys = new Keymap();
    private final Consumer<Theme> remember;
    private Theme theme;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };

    /**
     * @param newest the newest snapshot; read once a frame
     * @param theme to begin with; {@code remember} hears when a person changes it
     */
    public Window(Desk desk, Supplier<Shared> newest, Theme theme, Consumer<Theme> remember) {
        this.desk = desk;
        this.newest = newest;
        this.theme = theme;
        this.remember = remember;
        Hands.Numbers numbers = new Hands.Numbers();
        eyes = new Eyes(desk, newest.get());
        bar = new Bar(desk, new Hands(desk, numbers), eyes, eyes.view(), this::history);
        Hands cells = new Hands(desk, numbers);
        Hands knobs = new Hands(desk, numbers);
        grid = new Grid(desk, cells, eyes, eyes.view(), theme.palette());
        dock = new Dock(desk, knobs, eyes.view(), theme.palette());
        status = new Status(desk, eyes.view(), this::sheet);
        people = new People(desk, eyes.view());
        rooms = new RoomList(desk);
        frozen = new FrozenLine(desk);
        history = new HistoryPanel(desk, eyes.view(), theme.palette(), this::back);
        pastLine = new PastLine(desk);
        recall = new Recall(
                desk, bar, List.of(cells, knobs), pastLine, shown -> root.pseudoClassStateChanged(PAST, shown));
        now = List.of(bar, frozen, pastLine, status, people, rooms, history);
        then = List.of(grid, dock);
        side = new Side(
                List.of("People", "History", "Rooms"),
                List.of(people.node(), history.node(), rooms.node()),
                this::opened);
        fillKeys();
        sheet = new Sheet(chapters(), this::sheet);
        scene = scene();
        bar.menu(menu());
        eyes.showOn(this::show);
        eyes.accept(eyes.view().focus());
    }

    private Scene scene() {
        StackPane middle = new StackPane(grid.node(), Recall.frame(), sheet);
        sheet.setVisible(false);
        BorderPane left = new BorderPane(middle);
        left.setTop(new VBox(frozen.node(), pastLine.node()));
        left.setBottom(dock.node());
        root.setTop(bar.node());
        root.setCenter(left);
        root.setRight(side);
        root.setBottom(new VBox(status.node()));
        root.getStyleClass().add("window");
        root.getStylesheets().add(Sheets.of(Window.class, "window.css"));
        Scene made = new Scene(root, 1280, 800);
        theme.dress(made);
        root.widthProperty().addListener((o, was, is) -> fit(is.doubleValue() < NARROW_BELOW));
        root.heightProperty().addListener((o, was, is) -> dock.fit(is.doubleValue() < LOW_BELOW));
        new Keyboard(made, keys, this::back, e -> {
                    if (!sheet.isVisible()) {
                        grid.key(e);
                    }
                })
                .listen();
        return made;
    }

    /** The scene, to be put on a stage. */
    public Scene content() {
        return scene;
    }

    /** Begins to draw, once a frame, and gives the keyboard to the grid. */
    public void open() {
        grid.takeKeyboard();
        pulse.start();
    }

    @Override
    public void close() {
        pulse.stop();
    }

    /** One frame at {@code now} nanoseconds. */
    void frame(long now) {
        eyes.take(newest.get());
        this.now.forEach(part -> part.pulse(eyes.view(), now));
        View shown = eyes.view().then();
        then.forEach(part -> part.pulse(shown, now));
    }

    private void show(View view) {
        now.forEach(part -> part.show(view));
        View shown = view.then();
        recall.show(view);
        then.forEach(part -> part.show(shown));
    }

    /** Stands on a step, as the keyboard would. */
    void stand(NodeId track, int step) {
        eyes.accept(eyes.view().focus().on(track, step));
    }

    /** Where this window looks. */
    Focus focus() {
        return eyes.view().focus();
    }

    private void fit(boolean narrow) {
        root.pseudoClassStateChanged(NARROW, narrow);
        side.fit(narrow);
    }

    private void fillKeys() {
        keys.on(Chord.of(KeyCode.SPACE), "Play or stop, for everybody", this::play)
                .on(Chord.shift(KeyCode.SPACE), "Silence me, still in time", this::silence)
                .on(Chord.ctrl(KeyCode.Z), "Undo my last change", desk::undo)
                .on(new Chord(KeyCode.Z, true, true), "Do it again", desk::redo)
                .on(Chord.ctrl(KeyCode.Y), "", desk::redo);
        bar.fill(keys, System::nanoTime);
        keys.on(Chord.ctrl(KeyCode.H), "History: look back, bring back", this::history);
        keys.on("?", "This sheet", this::sheet).on(Chord.of(KeyCode.F1), "", this::sheet);
    }

    private List<Sheet.Chapter> chapters() {
        return List.of(new Sheet.Chapter("Everywhere", keys.lines()), new Sheet.Chapter("Grid", grid.shortcuts()));
    }

    private List<MenuItem> menu() {
        return List.of(
                item("New room…", this::newRoom),
                item("Open or join a room…", () -> side.open(ROOMS)),
                item("History", () -> side.open(HISTORY)),
                item("People", () -> side.open(PEOPLE)),
                item("Light or dark", this::otherTheme),
                item("Keys and gestures", this::sheet));
    }

    private static MenuItem item(String words, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> act.run());
        return item;
    }

    private void newRoom() {
        side.open(ROOMS);
        rooms.nameNew();
    }

    /** Rooms come and go without telling us: the list is asked for when it is opened. */
    private void opened(int page) {
        if (page == ROOMS) {
            rooms.list();
        }
        recall.open(page == HISTORY);
    }

    /** Opens the history, or closes it. */
    private void history() {
        if (recall.open()) {
            shutHistory();
        } else {
            side.open(HISTORY);
            history.takeKeyboard();
        }
    }

    private void shutHistory() {
        side.open(PEOPLE);
        side.shut();
        grid.takeKeyboard();
    }

    private void otherTheme() {
        dress(theme.other());
        remember.accept(theme);
    }

    /** Changes the look. */
    void dress(Theme next) {
        theme = next;
        theme.dress(scene);
        grid.dress(theme.palette());
        dock.dress(theme.palette());
        history.dress(theme.palette());
    }

    private void sheet() {
        sheet.setVisible(!sheet.isVisible());
        grid.node().setVisible(!sheet.isVisible());
        if (!sheet.isVisible()) {
            grid.takeKeyboard();
        }
    }

    private void play() {
        var transport = eyes.view().shared().transport();
        if (transport.playing() && transport.stopping().isEmpty()) {
            desk.stop();
        } else {
            desk.play();
        }
    }

    private void silence() {
        desk.silence(!eyes.view().shared().ears().silent());
    }

    private void back() {
        if (sheet.isVisible()) {
            sheet();
        } else if (recall.back()) {
            return;
        } else if (recall.open()) {
            shutHistory();
        } else {
            side.shut();
        }
        grid.takeKeyboard();
    }
}
