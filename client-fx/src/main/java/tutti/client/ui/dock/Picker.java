package tutti.client.ui.dock;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tutti.client.ui.Catalogue;
import tutti.client.ui.Catalogue.Sound;
import tutti.client.ui.Desk;
import tutti.client.ui.Hands;
import tutti.client.ui.View;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Shown;
import tutti.edit.Root.OfTrack;
import tutti.edit.TrackFields;
import tutti.model.Instrument;
import tutti.model.Track;

/** All sounds by family. It plays what it points at, to me alone; a click takes the sound. */
final class Picker extends VBox {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final int VELOCITY = 100;

    private final Desk desk;
    private final Hands hands;
    private final Label missing = new Label();
    private final FlowPane families = new FlowPane();
    private final FlowPane sounds = new FlowPane();
    private Catalogue catalogue = new Catalogue(List.of(), List.of());
    private String family = "";
    private View view;

    Picker(Desk desk, Hands hands, View start) {
        this.desk = desk;
        this.hands = hands;
        this.view = start;
        getStyleClass().add("picker");
        families.getStyleClass().add("families");
        sounds.getStyleClass().add("sounds");
        ScrollPane all = scroll(sounds);
        VBox.setVgrow(all, Priority.ALWAYS);
        missing.getStyleClass().addAll("small", "missing");
        missing.setMinWidth(0);
        getChildren().addAll(missing, families, all);
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** Opens on the family of the selected track's sound. */
    void open(View now) {
        view = now;
        catalogue = now.shared().catalogue();
        family = catalogue.find(track().instrument()).map(Sound::family).orElse(first());
        draw();
    }

    private String first() {
        return catalogue.sounds().isEmpty() ? "" : catalogue.sounds().getFirst().family();
    }

    void show(View now) {
        boolean other = !now.focus().track().equals(view.focus().track());
        boolean changed = !now.session().tracks().equals(view.session().tracks());
        view = now;
        if (other) {
            open(now);
        } else if (changed) {
            draw();
        }
    }

    private Track track() {
        return view.focus().track().flatMap(view.session().tracks()::get).orElse(Track.BLANK);
    }

    private void draw() {
        Optional<String> lost = catalogue.missing(track().instrument());
        missing.setText(lost.map(Catalogue::missingWords).orElse("") + ": what you choose takes its place");
        Shown.when(missing, lost.isPresent());
        Set<String> names = new LinkedHashSet<>();
        catalogue.sounds().forEach(s -> names.add(s.family()));
        families.getChildren().clear();
        for (String name : names) {
            Press press = Press.word("family", name, name, () -> choose(name));
            press.show(name.equals(family));
            families.getChildren().add(press);
        }
        sounds.getChildren().clear();
        catalogue.sounds().stream()
                .filter(s -> s.family().equals(family))
                .forEach(s -> sounds.getChildren().add(sound(s)));
        if (sounds.getChildren().isEmpty()) {
            sounds.getChildren().add(new Label("No sounds here"));
        }
    }

    private void choose(String name) {
        family = name;
        draw();
    }

    private Press sound(Sound sound) {
        Press press = Press.word("sound", sound.name(), sound.name(), () -> take(sound));
        press.show(sound.instrument().equals(track().instrument()));
        press.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> hear(sound));
        press.focusedProperty().addListener((o, was, is) -> {
            press.pseudoClassStateChanged(POINTED, is);
            if (is) {
                hear(sound);
            }
        });
        return press;
    }

    private void hear(Sound sound) {
        desk.audition(sound.instrument(), track().transpose(), VELOCITY);
    }

    private void take(Sound sound) {
        Instrument next = sound.instrument();
        view.focus()
                .track()
                .filter(id -> !track().instrument().equals(next))
                .ifPresent(id -> hands.once("sound", new OfTrack(id), TrackFields.INSTRUMENT, next));
    }
}
