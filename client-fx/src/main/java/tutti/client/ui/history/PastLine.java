package tutti.client.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Memory;
import tutti.client.ui.Part;
import tutti.client.ui.Past;
import tutti.client.ui.Sync;
import tutti.client.ui.View;
import tutti.client.ui.kit.Blink;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Shown;
import tutti.client.ui.kit.Tips;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Track;
import tutti.sync.Scope;

/** Above the grid while it shows a moment of the past: which, and what of it can be brought back. */
public final class PastLine implements Part {
    private static final String PLAIN = "A look back: nothing here can be changed, and you hear the room as it is now.";

    /** Pixels that a track's name may take. */
    private static final double LONGEST = 160;

    private static final String COPY = "Copy this moment into a room of its own, and go there";

    /** From this width on all of it stands in one row, in pixels. */
    private static final double ONE_ROW = 1200;

    private final VBox root = new VBox();
    private final HBox first;
    private final HBox restores;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label track = new Label();
    private final Label pattern = new Label();
    private final Label bars = new Label();
    private final Press restoreAll;
    private final Press restoreTrack;
    private final Press restorePattern;
    private final Press restoreBars;
    private final Press copy;
    private long seq;
    private Optional<NodeId> on = Optional.empty();
    private PatternSlot slot = PatternSlot.A;
    private Optional<Scope.Bars> chosen = Optional.empty();
    private Session shown = Session.BLANK;

    public PastLine(Desk desk) {
        Memory memory = desk.memory();
        restoreAll = Press.word(
                "button-like", "All", "Restore everything, for everybody", () -> memory.restore(new Scope.All()));
        restoreTrack = new Press(
                "button-like",
                track,
                "Restore this track",
                () -> on.ifPresent(id -> memory.restore(new Scope.Track(id))));
        restorePattern = new Press(
                "button-like", pattern, "Restore this pattern", () -> memory.restore(new Scope.Pattern(slot)));
        restoreBars = new Press(
                "button-like", bars, "Restore the bars of the selected steps", () -> chosen.ifPresent(memory::restore));
        copy = Press.word("button-like", "Copy", COPY, () -> desk.copyMoment(seq));
        Press back = Press.word("button-like", "Back to now", "Back to now (Esc)", memory::now);
        title.getStyleClass().add("strong");
        about.getStyleClass().add("small");
        VBox words = new VBox(title, about);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        track.setMaxWidth(LONGEST);
        restores = row("restores", new Label("Restore"), restoreAll, restoreTrack, restorePattern, restoreBars);
        first = row("past-words", Icon.HISTORY.draw(), words, copy, back);
        for (Press press : List.of(restoreAll, restoreTrack, restorePattern, restoreBars, copy, back)) {
            press.setMinWidth(Region.USE_PREF_SIZE);
        }
        fit(false);
        root.getStyleClass().add("past-line");
        root.getStylesheets().add(Sheets.of(PastLine.class, "history.css"));
        show(Optional.empty());
    }

    private static HBox row(String style, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(style);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What can be restored stands beside the words, or below them where they would have to be cut. */
    private void fit(boolean wide) {
        boolean beside = first.getChildren().contains(restores);
        if (wide && !beside) {
            root.getChildren().setAll(first);
            first.getChildren().add(2, restores);
        } else if (!wide) {
            first.getChildren().remove(restores);
            root.getChildren().setAll(first, restores);
        }
    }

    /** Somebody tried to change what is only looked at. */
    public void remind() {
        Blink.at(root);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void pulse(View view, long nanos) {
        fit(root.getWidth() >= ONE_ROW);
    }

    @Override
    public void show(View view) {
        Optional<Past.Glance> glance = view.shared().past().glance();
        show(glance);
        glance.ifPresent(seen -> fill(view, seen));
    }

    private void show(Optional<Past.Glance> glance) {
        Shown.when(root, glance.isPresent());
    }

    private void fill(View view, Past.Glance glance) {
        Past.Deed deed = glance.at();
        seq = deed.seq();
        String when = deed.seq() == 0 ? "the beginning" : When.here().of(deed.wall());
        String what = deed.seq() == 0 ? "" : ", after " + deed.by().name() + " " + deed.words();
        title.setText(glance.then().isPresent() ? "As it was at " + when + what : "Going back to " + when + " …");
        Tips.put(title, title.getText());
        String hindrance = Standing.hindrance(view);
        about.setText(hindrance.isEmpty() ? PLAIN : "A look back. " + hindrance);
        shown = glance.then().orElse(Session.BLANK);
        on = view.focus()
                .track()
                .filter(id -> shown.tracks().get(id).filter(t -> !t.deleted()).isPresent());
        slot = view.focus().pattern();
        track.setText(on.flatMap(shown.tracks()::get)
                .map(Track::name)
                .filter(n -> !n.isBlank())
                .orElse("The track"));
        pattern.setText("Pattern " + slot);
        chosen = Chosen.bars(view);
        bars.setText(chosen.map(Chosen::words).orElse("Bars"));
        boolean ready = glance.then().isPresent() && hindrance.isEmpty();
        copy.setDisable(glance.then().isEmpty() || view.shared().sync().link() != Sync.Link.CONNECTED);
        restoreAll.setDisable(!ready);
        restorePattern.setDisable(!ready);
        restoreTrack.setDisable(!ready || on.isEmpty());
        boolean frozen = view.session().frozen();
        restoreBars.setDisable(!ready);
        Shown.when(restores, !frozen);
        Shown.when(restoreBars, chosen.isPresent());
    }
}
