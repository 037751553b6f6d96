package tutti.client.ui.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tutti.client.ui.Hands;
import tutti.client.ui.View;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Tips;
import tutti.edit.EffectsFields;
import tutti.edit.Place;
import tutti.edit.Place.OfEffects;
import tutti.edit.Root.OfTrack;
import tutti.edit.TrackFields;
import tutti.model.Effects;
import tutti.model.NodeId;
import tutti.model.Shelf;
import tutti.model.Track;

/** Volume and pan of every track side by side, and the room's master. */
final class Mix extends ScrollPane {
    private final Hands hands;
    private final HBox row = new HBox();
    private final List<Strip> strips = new ArrayList<>();
    private final List<FieldKnob<Effects, ?>> master = new ArrayList<>();
    private List<NodeId> order = List.of();

    Mix(Hands hands) {
        this.hands = hands;
        row.getStyleClass().add("mix");
        setContent(row);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** One track's knobs. */
    private record Strip(NodeId id, Label name, List<FieldKnob<Track, ?>> knobs) {
        void show(View view, Palette palette) {
            Track track = view.session().tracks().get(id).orElse(Track.BLANK);
            if (!track.name().equals(name.getText())) {
                name.setText(track.name());
                Tips.put(name, track.name());
            }
            knobs.forEach(knob -> knob.show(track, palette.track(track.colour())));
        }
    }

    void show(View view, Palette palette) {
        List<NodeId> now =
                view.session().liveTracks().stream().map(Shelf.Entry::id).toList();
        if (!now.equals(order) || row.getChildren().isEmpty()) {
            order = now;
            build();
        }
        strips.forEach(strip -> strip.show(view, palette));
        master.forEach(knob -> knob.show(view.session().effects(), palette.text()));
    }

    private void build() {
        strips.clear();
        master.clear();
        row.getChildren().clear();
        for (NodeId id : order) {
            Strip strip = new Strip(id, new Label(), new ArrayList<>());
            VBox box = box(strip.name());
            Place<Track> place = new OfTrack(id);
            add(FieldKnob.of(TrackFields.VOLUME, hands, () -> List.of(place)), strip.knobs(), box);
            add(FieldKnob.number(TrackFields.PAN, hands, () -> List.of(place)), strip.knobs(), box);
            strips.add(strip);
            row.getChildren().add(box);
        }
        VBox room = box(new Label("Room"));
        room.getStyleClass().add("room-strip");
        add(FieldKnob.of(EffectsFields.VOLUME, hands, () -> List.of(new OfEffects())), master, room);
        row.getChildren().add(room);
    }

    private static VBox box(Label name) {
        name.getStyleClass().add("strip-name");
        VBox box = new VBox(name);
        box.getStyleClass().add("mix-strip");
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    private static <N, T> void add(Optional<FieldKnob<N, T>> knob, List<FieldKnob<N, ?>> knobs, VBox box) {
        knob.ifPresent(some -> {
            knobs.add(some);
            box.getChildren().add(some.handle());
        });
    }
}
