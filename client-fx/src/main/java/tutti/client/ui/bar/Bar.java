package tutti.client.ui.bar;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Focus;
import tutti.client.ui.Hands;
import tutti.client.ui.Keymap;
import tutti.client.ui.Lenses;
import tutti.client.ui.Part;
import tutti.client.ui.Patterns;
import tutti.client.ui.Rooms;
import tutti.client.ui.Spans;
import tutti.client.ui.View;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.NameField;
import tutti.client.ui.kit.NumberHandle;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Shortcuts;
import tutti.client.ui.kit.Tips;
import tutti.edit.Mutation;
import tutti.edit.Place.OfSession;
import tutti.edit.SessionFields;
import tutti.model.Limits;

/** The bar on top of the window. */
public final class Bar implements Part {
    private static final double TIGHT_BELOW = 1180;

    private final Desk desk;
    private final Hands hands;
    private final HBox root = new HBox();
    private final NameField name;
    private final Label saved = new Label();
    private final Press undo;
    private final Press redo;
    private final Position position = new Position();
    private final Play play;
    private final Press click;
    private final Press history;
    private final NumberHandle tempo;
    private final NumberHandle swing;
    private final KeyPick key;
    private final Chips chips;
    private final Faces faces = new Faces();
    private final ContextMenu menu = new ContextMenu();
    private final TapTempo taps = new TapTempo();
    private final Saved words = new Saved();
    private final Lenses lenses = new Lenses();
    private LongSupplier tapClock = System::nanoTime;
    private View view;

    /**
     * @param start what is shown first; {@code eyes} hears which pattern is looked at
     * @param patterns copies and pastes them; {@code past} opens and closes the history
     */
    public Bar(Desk desk, Hands hands, Consumer<Focus> eyes, View start, Patterns patterns, Runnable past) {
        this.desk = desk;
        this.hands = hands;
        this.view = start;
        name = new NameField("room-name", 1, Limits.NAME, this::rename);
        undo = Press.icon("square", Icon.UNDO, Shortcuts.named("Undo my last change (Ctrl Z)"), desk::undo);
        redo = Press.icon("square", Icon.REDO, Shortcuts.named("Do it again (Ctrl Shift Z)"), desk::redo);
        play = new Play(desk);
        String words = Shortcuts.named("Look back, and bring back (Ctrl H)");
        history = Press.labelled("button-like", Icon.HISTORY, "History", words, past);
        history.getStyleClass().add("history-open");
        click = Press.icon("round", Icon.CLICK, "Metronome, for me", this::click);
        tempo = new NumberHandle(Numbers.tempo(), "BPM", new Turning(hands, "tempo", SessionFields.TEMPO)).wide(78);
        Turning swung = new Turning(hands, "swing", SessionFields.SWING);
        swing = new NumberHandle(Spans.of(SessionFields.SWING), "swing", swung).wide(82);
        key = new KeyPick(hands);
        chips = new Chips(desk, eyes, patterns, start);
        dress();
        watch();
    }

    private void dress() {
        root.getStyleClass().add("bar");
        root.getStylesheets().add(Sheets.of(Bar.class, "bar.css"));
        root.setAlignment(Pos.CENTER_LEFT);
        saved.getStyleClass().add("saved");
        tempo.getStyleClass().add("big");
        swing.getStyleClass().add("big");
        tempo.say("Tempo: drag, type, or tap T four times");
        swing.say("Swing");
        VBox room = new VBox(name, saved);
        room.setAlignment(Pos.CENTER_LEFT);
        room.getStyleClass().add("room");
        HBox numbers = new HBox(tempo, swing, key);
        numbers.getStyleClass().add("numbers");
        numbers.setAlignment(Pos.CENTER_LEFT);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        Press more = Press.icon("button-like", Icon.MENU, "Menu", this::openMenu);
        Node[] all = {room, undo, redo, space(), position, play, click, numbers, chips, space(), history, faces, more};
        root.getChildren().addAll(all);
        root.widthProperty().addListener((o, was, is) -> fit(is.doubleValue()));
    }

    /** Below its button, and not out of the window on the right. */
    private void openMenu() {
        Bounds bar = root.localToScreen(root.getLayoutBounds());
        menu.show(root, bar.getMaxX(), bar.getMaxY());
        menu.setX(bar.getMaxX() - menu.getWidth());
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void fit(double width) {
        boolean tight = width < TIGHT_BELOW;
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("tight"), tight);
        faces.most(tight ? 3 : 6);
    }

    private void watch() {
        lenses.add(v -> v.session().name(), n -> name.show(Rooms.called(n)))
                .add(v -> v.shared().undoing(), u -> {
                    undo.setDisable(!u.undo());
                    redo.setDisable(!u.redo());
                })
                .add(View::session, s -> {
                    tempo.show(s.tempo());
                    swing.show(s.swing());
                    key.show(s);
                })
                .add(v -> v.shared().ears(), e -> click.show(e.click()))
                .add(v -> v.shared().people(), faces::show)
                .add(v -> v.shared().transport(), t -> play.show(t));
    }

    /** Whether the history is open. */
    public void history(boolean open) {
        history.show(open);
    }

    /** Fills the menu. */
    public void menu(List<MenuItem> items) {
        menu.getItems().setAll(items);
    }

    /** The bar's keys, which act wherever the keyboard is. */
    public void fill(Keymap keys, LongSupplier clock) {
        tapClock = clock;
        keys.on("t", "Tap the tempo, at least four times", this::tap)
                .tell("Click a chip", "Look at it; again: launch; again: withdraw")
                .tell("Right click a chip", "Copy the pattern, paste into it")
                .tell("Drag a number", "Up or right is more; Shift: fine; Esc: back")
                .tell("Drag the tempo", "1 BPM for 4 pixels, with Shift 0.01")
                .tell("Wheel or ↑ ↓", "Turn the number that was clicked")
                .tell("Double click", "A number's default; a track's name: rename it");
    }

    /** One tap of the tempo, now. */
    public void tap() {
        taps.tap(tapClock.getAsLong()).ifPresent(t -> {
            int tempoNow = tempo.span().bound(t);
            hands.once("tap tempo", List.of(Mutation.put(new OfSession(), SessionFields.TEMPO, tempoNow)));
        });
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View now) {
        view = now;
        lenses.show(now);
        chips.show(now);
    }

    @Override
    public void pulse(View now, long nanos) {
        position.pulse(now);
        chips.pulse();
        String text = words.words(now.shared(), nanos);
        if (!text.equals(saved.getText())) {
            saved.setText(text);
            Tips.put(saved, text);
            boolean away = now.shared().sync().link().wrong();
            saved.pseudoClassStateChanged(PseudoClass.getPseudoClass("away"), away);
        }
    }

    private void click() {
        desk.click(!view.shared().ears().click());
    }

    private void rename(String to) {
        hands.once("rename room", new OfSession(), SessionFields.NAME, to);
    }
}
