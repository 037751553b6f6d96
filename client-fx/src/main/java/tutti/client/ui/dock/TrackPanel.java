package tutti.client.ui.dock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tutti.client.ui.Catalogue;
import tutti.client.ui.Catalogue.Sound;
import tutti.client.ui.Focus;
import tutti.client.ui.Hands;
import tutti.client.ui.LaneTool;
import tutti.client.ui.View;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Item;
import tutti.client.ui.kit.Press;
import tutti.edit.Mutation;
import tutti.edit.Place.OfLane;
import tutti.edit.Root.OfTrack;
import tutti.edit.TrackFields;
import tutti.model.Instrument;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.Track;

/** The selected track in words, its sound to choose, and the kit to swap. */
final class TrackPanel extends VBox {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private static final String CHOOSE = "Choose another sound for this track";

    private final Hands hands;
    private final Label name = new Label();
    private final Label sound = new Label();
    private final Label lane = new Label();
    private final Press choose;
    private final Press swap;
    private final ContextMenu kits = new ContextMenu();
    private final Press shape;
    private final ContextMenu tools = new ContextMenu();
    private View view;

    /** @param pick opens the sound picker */
    TrackPanel(Hands hands, View start, Runnable pick) {
        this.hands = hands;
        this.view = start;
        getStyleClass().addAll("panel", "track-panel");
        name.getStyleClass().add("strong");
        sound.setMinWidth(0);
        sound.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sound, Priority.ALWAYS);
        HBox face = unfolding(sound);
        tools.getItems().setAll(LaneTool.items(this::use));
        shape = new Press(
                "lane-tools",
                unfolding(lane),
                "Rotate, reverse, spread, double … the lane as a whole",
                () -> tools.show(lane, Side.TOP, 0, -4));
        choose = new Press("button-like", face, CHOOSE, pick);
        swap = Press.word("button-like", "Swap kit…", "Other sounds, same pattern", this::openKits);
        HBox head = new HBox(name);
        head.getStyleClass().add("head");
        getChildren().addAll(head, choose, swap, shape);
    }

    private static HBox unfolding(Label words) {
        HBox face = new HBox(words, Icon.DOWN.draw());
        face.setAlignment(Pos.CENTER_LEFT);
        return face;
    }

    void show(View now) {
        view = now;
        Optional<NodeId> id = now.focus().track().filter(now.session().tracks()::has);
        Track track = id.flatMap(now.session().tracks()::get).orElse(Track.BLANK);
        name.setText(id.isEmpty() ? "No track" : track.name());
        sound(now.shared().catalogue(), track.instrument());
        Lane of = id.map(now::lane).orElse(Lane.BLANK);
        lane.setText(of.length() + " × " + of.value().code() + " · Lane tools");
        shape.setDisable(id.isEmpty());
        choose.setDisable(id.isEmpty());
        swap.setDisable(now.shared().catalogue().kits().isEmpty()
                || now.session().liveTracks().isEmpty());
    }

    private void sound(Catalogue catalogue, Instrument now) {
        Optional<String> missing = catalogue.missing(now);
        String known = catalogue.find(now).map(Sound::name).orElse("Choose a sound");
        sound.setText(missing.map(name -> "Missing: " + name).orElse(known));
        sound.pseudoClassStateChanged(MISSING, missing.isPresent());
        String words = missing.map(name -> Catalogue.missingWords(name) + ": choose another in its place")
                .orElse(CHOOSE);
        if (!words.equals(choose.getAccessibleText())) {
            choose.say(words);
        }
    }

    private void use(LaneTool tool) {
        Focus focus = view.focus();
        focus.track().ifPresent(track -> tool.use(hands, new OfLane(focus.pattern(), track), view.lane(track)));
    }

    private void openKits() {
        kits.getItems().clear();
        for (Catalogue.Kit kit : view.shared().catalogue().kits()) {
            kits.getItems().add(Item.of(kit.name(), () -> hands.once("swap kit to " + kit.name(), swap(view, kit))));
        }
        kits.show(swap, Side.TOP, 0, -4);
    }

    /**
     * Puts the kit's sounds on the tracks whose families it covers: the first sound of a family on the first track of
     * it, the second on the second. Tracks beyond keep theirs, so that no two come to sound the same.
     */
    static List<Mutation> swap(View view, Catalogue.Kit kit) {
        List<Mutation> puts = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (var track : view.session().liveTracks()) {
            Instrument now = track.node().instrument();
            view.shared().catalogue().find(now).map(Sound::family).ifPresent(family -> {
                int place = taken.merge(family, 1, Integer::sum) - 1;
                kit.sounds().getOrDefault(family, List.of()).stream()
                        .skip(place)
                        .findFirst()
                        .filter(next -> !next.equals(now))
                        .ifPresent(
                                next -> puts.add(Mutation.put(new OfTrack(track.id()), TrackFields.INSTRUMENT, next)));
            });
        }
        return puts;
    }
}
