package tutti.client.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Lenses;
import tutti.client.ui.Memory;
import tutti.client.ui.Part;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.View;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Shown;

/** The room's life as a strip and as a list of what was done, newest first. Choosing a moment shows it in the grid. */
public final class HistoryPanel implements Part {
    private final Memory memory;
    private final VBox root = new VBox();
    private final StripView strip;
    private final Label from = new Label();
    private final Label state = new Label();
    private final ListView<Deed> list = new ListView<>();
    private final DeedList deedList = new DeedList(list);
    private final Label read = new Label();
    private final Press stop;
    private final Press older;
    private final Press again;
    private final Lenses lenses = new Lenses();
    private Palette palette;
    private View view;
    private boolean showing;

    /** What was chosen last; until it is shown, what was chosen before it changes nothing here. */
    private long wanted = -1;

    /** @param start what is shown first; {@code back} is what Esc does */
    public HistoryPanel(Desk desk, View start, Palette palette, Runnable back) {
        this.memory = desk.memory();
        this.view = start;
        this.palette = palette;
        strip = new StripView(palette, this::see, memory::now);
        stop = Press.word("button-like", "Stop", "Stop reading further back", memory::halt);
        older = Press.word("button-like", "Read on", "Read further back", memory::older);
        again = Press.word("button-like", "Try again", "Try again to read the history", memory::open);
        root.getStyleClass().add("history");
        root.getStylesheets().add(Sheets.of(HistoryPanel.class, "history.css"));
        state.getStyleClass().add("history-state");
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        list.getStyleClass().add("deeds");
        list.setCellFactory(all -> new DeedCell(this.palette));
        list.setPlaceholder(new Label(""));
        list.setAccessibleText("What was done, newest first");
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> picked(is));
        // a list takes Esc for itself, for an editing that this one does not have
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                back.run();
                e.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren().addAll(strip, ends(), state, list, foot());
        lenses.add(v -> v.shared().past().deeds(), this::deeds)
                .add(v -> v.shared().past(), past -> standing())
                .add(v -> v.shared().sync(), sync -> standing())
                .add(v -> v.session().frozen(), frozen -> standing());
    }

    private HBox ends() {
        from.getStyleClass().add("small");
        Label now = new Label("now");
        now.getStyleClass().add("small");
        HBox line = new HBox(from, space(), now);
        line.getStyleClass().add("ends");
        return line;
    }

    private HBox foot() {
        read.getStyleClass().add("small");
        read.setWrapText(true);
        read.setMinWidth(0);
        read.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(read, Priority.ALWAYS);
        read.setMaxWidth(Double.MAX_VALUE);
        for (Press press : List.of(stop, older, again)) {
            press.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox foot = new HBox(read, stop, older, again);
        foot.getStyleClass().add("history-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Puts the keyboard on the list. */
    public void takeKeyboard() {
        list.requestFocus();
    }

    /** Draws in other colours. */
    public void dress(Palette next) {
        palette = next;
        strip.dress(next);
        list.setCellFactory(all -> new DeedCell(palette));
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View now) {
        view = now;
        lenses.show(now);
    }

    private void deeds(List<Deed> deeds) {
        showing = true;
        deedList.show(deeds);
        showing = false;
        strip.show(deeds);
        from.setText(deeds.isEmpty() ? "" : When.here().of(deeds.getLast().wall()));
    }

    private void standing() {
        Past past = view.shared().past();
        Optional<Deed> chosen = past.glance().map(Past.Glance::at);
        choose(chosen);
        strip.choose(chosen);
        String words = Standing.words(view);
        state.setText(words);
        Shown.when(state, !words.isEmpty());
        Past.Reading reading = past.reading();
        read.setText(Standing.read(reading));
        boolean more = reading.reach() == Past.Reach.MORE;
        boolean trouble = !past.problem().isEmpty();
        Shown.when(stop, reading.busy());
        Shown.when(again, !reading.busy() && trouble);
        Shown.when(older, !reading.busy() && !trouble && more && !past.deeds().isEmpty());
    }

    private void choose(Optional<Deed> chosen) {
        if (chosen.filter(deed -> deed.seq() != wanted).isPresent()) {
            return;
        }
        showing = true;
        int index = chosen.map(deedList::index).orElse(-1);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 2));
        }
        showing = false;
    }

    private void see(Deed deed) {
        wanted = deed.seq();
        memory.see(deed);
    }

    private void picked(Deed deed) {
        if (!showing && deed != null) {
            see(deed);
        }
    }
}
