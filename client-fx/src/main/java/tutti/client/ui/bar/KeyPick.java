package tutti.client.ui.bar;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tutti.client.ui.Hands;
import tutti.client.ui.kit.Item;
import tutti.client.ui.kit.Press;
import tutti.edit.Place.OfSession;
import tutti.edit.SessionFields;
import tutti.model.Scale;
import tutti.model.Session;
import tutti.music.Notes;

/** The key: a root, a scale, and whether notes outside are offered. */
final class KeyPick extends StackPane {
    private final Hands hands;
    private final Label figure = new Label();
    private final Label caption = new Label();
    private final ContextMenu menu = new ContextMenu();
    private final CheckMenuItem lock = new CheckMenuItem("Offer only notes of the key");

    KeyPick(Hands hands) {
        this.hands = hands;
        figure.getStyleClass().add("figure");
        caption.getStyleClass().add("caption");
        VBox words = new VBox(figure, caption);
        words.setAlignment(Pos.CENTER_LEFT);
        Press press = new Press("readout", words, "Key and scale", () -> menu.show(this, Side.BOTTOM, 0, 4));
        getChildren().add(press);
        lock.setOnAction(e -> hands.once("key lock", new OfSession(), SessionFields.KEY_LOCK, lock.isSelected()));
        menu.getItems().addAll(roots(), scales(), lock);
    }

    private Menu roots() {
        Menu roots = new Menu("Root");
        for (int i = 0; i < Notes.OCTAVE; i++) {
            int root = i;
            String name = Notes.pitchClass(i, Notes.flats(i, Scale.MAJOR));
            roots.getItems().add(Item.of(name, () -> hands.once("key", new OfSession(), SessionFields.ROOT, root)));
        }
        return roots;
    }

    private Menu scales() {
        Menu scales = new Menu("Scale");
        for (Scale scale : Scale.values()) {
            scales.getItems()
                    .add(Item.of(
                            scale.code().replace('-', ' '),
                            () -> hands.once("scale", new OfSession(), SessionFields.SCALE, scale)));
        }
        return scales;
    }

    void show(Session session) {
        boolean flats = Notes.flats(session.root(), session.scale());
        figure.setText(Notes.pitchClass(session.root(), flats) + " " + brief(session.scale()));
        caption.setText(session.keyLock() ? "key, locked" : "key, free");
        lock.setSelected(session.keyLock());
    }

    private static String brief(Scale scale) {
        return switch (scale) {
            case MAJOR -> "maj";
            case MINOR -> "min";
            case DORIAN -> "dor";
            case PHRYGIAN -> "phr";
            case LYDIAN -> "lyd";
            case MIXOLYDIAN -> "mix";
            case LOCRIAN -> "loc";
            case HARMONIC_MINOR -> "hmin";
            case MELODIC_MINOR -> "mmin";
            case MAJOR_PENTATONIC -> "pent";
            case MINOR_PENTATONIC -> "mpen";
            case BLUES -> "blue";
            case WHOLE_TONE -> "whol";
            case CHROMATIC -> "chro";
        };
    }
}
