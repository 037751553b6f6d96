package tutti.client.ui.history;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Shown;
import tutti.client.ui.kit.Tips;

/** One deed: a ring in its author's colour, who did what, and when. */
final class DeedCell extends ListCell<Deed> {
    private final Palette palette;
    private final Circle ring = new Circle(4);
    private final Text who = new Text();
    private final Text what = new Text();
    private final Label when = new Label();
    private final Text played = new Text();
    private final TextFlow line = new TextFlow(played);
    private final HBox box;
    /** What the tip on the last line says. */
    private String told = "";

    DeedCell(Palette palette) {
        this.palette = palette;
        ring.getStyleClass().add("deed-ring");
        who.getStyleClass().add("deed-who");
        what.getStyleClass().add("deed-what");
        when.getStyleClass().add("small");
        played.getStyleClass().add("deed-played");
        VBox words = new VBox(new TextFlow(who, what), when, line);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(ring, words);
        box.getStyleClass().add("deed");
        box.setAlignment(Pos.TOP_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Deed deed, boolean empty) {
        super.updateItem(deed, empty);
        if (empty || deed == null) {
            setGraphic(null);
            return;
        }
        boolean beginning = deed.seq() == 0;
        ring.setStroke(beginning ? palette.faint() : palette.onPanel(deed.by().rgb()));
        who.setText(deed.by().name());
        what.setText((beginning ? "" : " · ") + deed.words());
        when.setText(about(deed));
        String then = Playing.line(deed.played());
        played.setText(then);
        Shown.when(line, !then.isEmpty());
        tip(Playing.all(deed.played(), When.here()));
        setAccessibleText(
                deed.by().name() + " " + deed.words() + ", " + when.getText() + (then.isEmpty() ? "" : "; " + then));
        setGraphic(box);
    }

    private void tip(String words) {
        if (!words.equals(told) && !words.isEmpty()) {
            told = words;
            Tips.put(line, words);
        }
    }

    /** As high as its words are when they are broken to that width; a cell asks its graphic without one. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || width < 0) {
            return super.computePrefHeight(width);
        }
        double inside = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + box.prefHeight(inside) + snappedBottomInset();
    }

    private static String about(Deed deed) {
        if (deed.seq() == 0) {
            return "before the first edit";
        }
        String edits = deed.edits() == 1 ? "" : " · " + deed.edits() + " edits";
        String pattern = deed.patterns().size() == 1
                ? " · pattern " + deed.patterns().iterator().next()
                : "";
        return When.here().of(deed.wall()) + pattern + edits;
    }
}
