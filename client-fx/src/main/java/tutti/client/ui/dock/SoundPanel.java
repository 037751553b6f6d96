package tutti.client.ui.dock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tutti.client.ui.Hands;
import tutti.client.ui.View;
import tutti.client.ui.kit.Palette;
import tutti.edit.Field;
import tutti.edit.Place;
import tutti.edit.Root.OfTrack;
import tutti.edit.TrackFields;
import tutti.model.Instrument;
import tutti.model.NodeId;
import tutti.model.Step;
import tutti.model.Track;

/** The controls of the selected track: those of every sound, and those of its instrument. */
final class SoundPanel extends VBox {
    private final Hands hands;
    private final KnobRow row = new KnobRow();
    private final List<FieldKnob<Track, ?>> knobs = new ArrayList<>();
    private String instrument = "";
    private View view;

    SoundPanel(Hands hands, View start) {
        this.hands = hands;
        this.view = start;
        getStyleClass().add("panel");
        setMinWidth(0);
        Label title = new Label("Sound");
        title.getStyleClass().addAll("strong", "head");
        getChildren().addAll(title, row);
    }

    private static List<Field<Track, ?>> common() {
        return List.of(TrackFields.VOLUME, TrackFields.PAN, TrackFields.TRANSPOSE);
    }

    private static List<Field<Track, ?>> own(Instrument of) {
        return of.equals(Instrument.SUB)
                ? List.of(
                        TrackFields.SUB_WAVE,
                        TrackFields.SUB_CUTOFF,
                        TrackFields.SUB_RESONANCE,
                        TrackFields.SUB_ENVELOPE,
                        TrackFields.SUB_DECAY,
                        TrackFields.SUB_RELEASE)
                : List.of(TrackFields.TUNE, TrackFields.ATTACK, TrackFields.RELEASE, TrackFields.CHOKE);
    }

    private <T> void add(Field<Track, T> field) {
        FieldKnob.of(field, hands, this::places).ifPresent(knob -> {
            knobs.add(knob);
            row.add(knob.handle());
        });
    }

    private Collection<Place<Track>> places() {
        return view.focus()
                .track()
                .<Collection<Place<Track>>>map(id -> List.of(new OfTrack(id)))
                .orElse(List.of());
    }

    void show(View now, Palette palette) {
        view = now;
        Optional<NodeId> id = now.focus().track().filter(now.session().tracks()::has);
        Track track = id.flatMap(now.session().tracks()::get).orElse(Track.BLANK);
        setDisable(id.isEmpty());
        if (!instrument.equals(kind(track.instrument()))) {
            instrument = kind(track.instrument());
            knobs.clear();
            row.clear();
            common().forEach(this::add);
            own(track.instrument()).forEach(this::add);
        }
        Step step = id.map(at -> now.lane(at).steps().at(now.focus().step())).orElse(Step.BLANK);
        knobs.forEach(knob -> {
            knob.show(track, palette.track(track.colour()));
            knob.locked(step);
        });
    }

    private static String kind(Instrument instrument) {
        return instrument.equals(Instrument.SUB) ? "sub" : "sample";
    }
}
