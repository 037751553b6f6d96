package tutti.client.ui.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
import tutti.client.ui.kit.Item;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Theme;
import tutti.client.ui.people.People;
import tutti.client.ui.rooms.Arrival;
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
    private final Arrival arrival;
    private final HistoryPanel history;
    private final PastLine pastLine;
    private final Side side;
    private final Sheet sheet;
    private final Cover cover;
    /** What shows the room as it is; {@code then}: what can show a moment of its past in place of it. */
    private final List<Part> now;

    private final List<Part> then;
    private final Recall recall;
    private final Ties ties;
    private final Keymap keys = new Keymap();
    private final Commands commands;
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
        this(desk, newest, theme, remember, System::nanoTime);
    }

    /** The same with a clock, nanoseconds, by which tempo is tapped. */
    Window(Desk desk, Supplier<Shared> newest, Theme theme, Consumer<Theme> remember, LongSupplier clock) {
        this.desk = desk;
        this.newest = newest;
        this.theme = theme;
        this.remember = remember;
        Hands.Numbers numbers = new Hands.Numbers();
        eyes = new Eyes(desk, newest.get());
        Hands cells = new Hands(desk, numbers);
        Hands knobs = new Hands(desk, numbers);
        Hands above = new Hands(desk, numbers);
        grid = new Grid(desk, cells, eyes, eyes.view(), theme.palette());
        bar = new Bar(desk, above, eyes, eyes.view(), grid, this::history);
        dock = new Dock(desk, knobs, eyes.view(), theme.palette());
        cover = new Cover(grid.node(), grid::takeKeyboard);
        status = new Status(desk, eyes.view(), this::sheet, cover::read);
        people = new People(desk, eyes.view());
        rooms = new RoomList(desk, grid::takeKeyboard);
        frozen = new FrozenLine(desk);
        history = new HistoryPanel(desk, eyes.view(), theme.palette(), this::back);
        pastLine = new PastLine(desk);
        recall = new Recall(desk, bar, shown -> root.pseudoClassStateChanged(PAST, shown));
        ties = new Ties(root, List.of(cells, knobs), above, pastLine::remind, status::remind);
        side = new Side(
                List.of("People", "History", "Rooms"),
                List.of(people.node(), history.node(), rooms.node()),
                this::opened,
                this::shutSide);
        arrival = new Arrival(desk, () -> side.open(ROOMS));
        now = List.of(bar, frozen, pastLine, status, people, rooms, history, arrival);
        then = List.of(grid, dock);
        commands = new Commands(desk, eyes::view);
        fillKeys(clock);
        sheet = new Sheet(chapters(), cover::shut);
        cover.add(sheet);
        scene = scene();
        bar.menu(menu());
        eyes.showOn(this::show);
        eyes.accept(eyes.view().focus());
    }

    private Scene scene() {
        StackPane middle = new StackPane(grid.node(), Recall.frame(), arrival.node(), cover);
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
        new Keyboard(made, keys, this::back, (e, repeated) -> {
                    if (!cover.open()) {
                        grid.key(e, repeated);
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
        ties.show(view);
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

    private void fillKeys(LongSupplier clock) {
        commands.fill(keys);
        bar.fill(keys, clock);
        keys.on(Chord.ctrl(KeyCode.H), "History: look back, bring back", this::history);
        keys.on("?", "This sheet", this::sheet).on(Chord.of(KeyCode.F1), "", this::sheet);
    }

    private List<Sheet.Chapter> chapters() {
        return List.of(new Sheet.Chapter("Everywhere", keys.lines()), new Sheet.Chapter("Grid", grid.shortcuts()));
    }

    private List<MenuItem> menu() {
        return List.of(
                Item.of("Play or stop, for everybody", commands::play),
                Item.of("Undo my last change", desk::undo),
                Item.of("Do it again", desk::redo),
                Commands.staying("Tap the tempo", bar::tap),
                Commands.staying("Closer in time", () -> grid.zoom(1)),
                Commands.staying("Wider in time", () -> grid.zoom(-1)),
                new SeparatorMenuItem(),
                Item.of("New room…", this::newRoom),
                Item.of("Open or join a room…", () -> side.open(ROOMS)),
                Item.of("History", () -> side.open(HISTORY)),
                Item.of("People", () -> side.open(PEOPLE)),
                Item.of("Light or dark", this::otherTheme),
                Item.of("Keys and gestures", this::sheet));
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
            shutSide();
        } else {
            side.open(HISTORY);
            history.takeKeyboard();
        }
    }

    private void shutSide() {
        if (recall.open()) {
            side.open(PEOPLE);
        }
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
        cover.toggle(sheet);
    }

    private void back() {
        if (!cover.shut() && !recall.back()) {
            shutSide();
        }
    }
}
