package tutti.client.ui.dock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tutti.client.ui.Catalogue.Sound;
import tutti.client.ui.Conditions;
import tutti.client.ui.Focus;
import tutti.client.ui.Focus.Spot;
import tutti.client.ui.Hands;
import tutti.client.ui.Spans;
import tutti.client.ui.View;
import tutti.client.ui.kit.Handle;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Span;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Place.OfStep;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Condition;
import tutti.model.NodeId;
import tutti.model.Step;
import tutti.model.Track;
import tutti.music.Key;

/** The fields of the selected steps. */
final class StepPanel extends VBox {
    private static final Span PITCH = Spans.of(StepFields.PITCH);

    private final Hands hands;
    private final Label title = new Label();
    private final Label about = new Label();
    /** Beside a drawer sound and step share the want of room: four knobs and the way to the others, in pixels. */
    private static final double LEAST = 250;

    private final List<FieldKnob<Step, ?>> knobs = new ArrayList<>();
    private final Press on;
    private final Press accent;
    private final Press tie;
    private View view;
    private Step shown = Step.BLANK;

    StepPanel(Hands hands, View start) {
        this.hands = hands;
        this.view = start;
        getStyleClass().addAll("panel", "step-panel");
        title.getStyleClass().add("strong");
        about.getStyleClass().add("dim");
        on = flag("On", "Step on or off (Enter)", StepFields.ON);
        accent = flag("Accent", "4 dB louder (A)", StepFields.ACCENT);
        tie = flag("Tie", "Holds the note of the step before", StepFields.TIE);
        KnobRow row = new KnobRow();
        for (Field<Step, ?> field : fields()) {
            add(field, row);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, about, space, on, accent, tie);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        about.setMinWidth(0);
        setMinWidth(LEAST);
        getChildren().addAll(head, row);
    }

    private static List<Field<Step, ?>> fields() {
        return List.of(
                StepFields.VELOCITY,
                StepFields.PITCH,
                StepFields.GATE,
                StepFields.CHANCE,
                StepFields.CONDITION,
                StepFields.RATCHET,
                StepFields.RAMP,
                StepFields.NUDGE);
    }

    private <T> void add(Field<Step, T> field, KnobRow row) {
        FieldKnob.of(field, hands, this::places).ifPresent(knob -> {
            knobs.add(knob);
            knob.offer(field == StepFields.PITCH ? this::inKey : IntUnaryOperator.identity());
            row.add(knob.handle());
            if (field == StepFields.CONDITION) {
                offerConditions(knob.handle());
            }
        });
    }

    /** There are more conditions than a hand can find on a knob's way. */
    private void offerConditions(Handle knob) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(Conditions.items(this::condition));
        knob.say("When it plays: right click for all");
        knob.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            menu.show(knob, Side.TOP, 0, 0);
            e.consume();
        });
    }

    private void condition(Condition condition) {
        List<Mutation> puts = new ArrayList<>();
        places().forEach(place -> puts.add(Mutation.put(place, StepFields.CONDITION, condition)));
        hands.once("condition", puts);
    }

    private Press flag(String word, String words, Field<Step, Boolean> field) {
        return Press.word("flag", word, words, () -> flip(field));
    }

    private void flip(Field<Step, Boolean> field) {
        boolean next = !field.get(shown);
        List<Mutation> puts = new ArrayList<>();
        places().forEach(place -> puts.add(Mutation.put(place, field, next)));
        hands.once(field.tag(), puts);
    }

    private Collection<Place<Step>> places() {
        List<Place<Step>> places = new ArrayList<>();
        for (Spot spot : view.focus().spots()) {
            places.add(new OfStep(view.focus().pattern(), spot.track(), spot.step()));
        }
        return places;
    }

    void show(View now, Palette palette) {
        view = now;
        Focus focus = now.focus();
        Optional<NodeId> track = focus.track().filter(now.session().tracks()::has);
        setDisable(track.isEmpty());
        shown = track.map(id -> now.lane(id).steps().at(focus.step())).orElse(Step.BLANK);
        int many = focus.chosen().size();
        title.setText(many > 1 ? many + " steps" : "Step " + (focus.step() + 1));
        about.setText(locks().or(() -> track.flatMap(this::author)).orElse(shown.on() ? "on" : "off"));
        Color tint = track.flatMap(now.session().tracks()::get)
                .map(Track::colour)
                .map(palette::track)
                .orElse(palette.dim());
        knobs.forEach(knob -> knob.show(shown, tint));
        on.show(shown.on());
        accent.show(shown.accent());
        tie.show(shown.tie());
    }

    /** The next pitch in the key on the way there, while that is locked and the sound is one of notes. */
    private int inKey(int pitch) {
        Track track = view.focus().track().flatMap(view.session().tracks()::get).orElse(Track.BLANK);
        Optional<Sound> sound =
                view.shared().catalogue().find(track.instrument()).filter(Sound::pitched);
        if (!view.session().keyLock() || sound.isEmpty()) {
            return pitch;
        }
        int base = sound.get().root() + track.transpose();
        Key key = Key.of(view.session());
        int way = pitch >= shown.pitch() ? 1 : -1;
        int next = pitch;
        while (!key.has(base + next) && PITCH.bound(next + (long) way) == next + way) {
            next += way;
        }
        return key.has(base + next) ? next : shown.pitch();
    }

    private Optional<String> author(NodeId track) {
        Focus focus = view.focus();
        return view.shared()
                .marks()
                .changedBy(focus.pattern(), track, focus.step())
                .map(who -> "last changed by " + who);
    }

    /** What the step holds against the track's own settings. */
    private Optional<String> locks() {
        List<String> names = TrackFields.lockable().stream()
                .map(Field::tag)
                .filter(tag -> shown.locks().get(tag).isPresent())
                .map(tag -> FieldKnob.name(tag).toLowerCase(Locale.ROOT))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of("locked: " + String.join(", ", names));
    }
}
