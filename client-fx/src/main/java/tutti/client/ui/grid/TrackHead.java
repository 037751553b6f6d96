package tutti.client.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tutti.client.ui.Catalogue;
import tutti.client.ui.Catalogue.Sound;
import tutti.client.ui.Spans;
import tutti.client.ui.kit.Hand;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Meter;
import tutti.client.ui.kit.NameField;
import tutti.client.ui.kit.NumberHandle;
import tutti.client.ui.kit.PageStrip;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Shown;
import tutti.client.ui.kit.Tips;
import tutti.edit.Mutation;
import tutti.edit.Root.OfTrack;
import tutti.edit.TrackFields;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Track;
import tutti.music.Ticks;

/** The head of a row: colour, name, sound, lap, pages, level, mute and solo; from a wide window on, volume. */
final class TrackHead extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final double NAME_SHARE = 0.31;

    private final NodeId id;
    private final Bench bench;
    private final Region strip = new Region();
    private final NameField name;
    private final Label about = new Label();
    private final Label laps = new Label();
    private final PageStrip pages;
    private final NumberHandle volume;
    private final Meter meter = new Meter();
    private final Press mute;
    private final Press solo;
    private final Press more;
    private boolean compact;
    private long lap = 1;

    TrackHead(NodeId id, Bench bench, PageStrip pages) {
        this.id = id;
        this.bench = bench;
        this.pages = pages;
        name = new NameField("track-name", 2, Limits.NAME, this::rename);
        volume = new NumberHandle(Spans.of(TrackFields.VOLUME), "", new Turning());
        mute = Press.word("square", "M", "Mute for the room (M)", () -> bench.mute(id));
        solo = Press.word("square", "S", "Solo in my ears (S)", () -> bench.solo(id));
        more = Press.icon("quiet", Icon.DOTS, "Menu of the track (right click, Shift F10)", this::menu);
        mute.getStyleClass().add("mute");
        solo.getStyleClass().add("solo");
        getStyleClass().add("track-head");
        setAlignment(Pos.CENTER_LEFT);
        dress();
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::select);
    }

    private void dress() {
        strip.getStyleClass().add("strip");
        strip.setMaxHeight(Double.MAX_VALUE);
        about.getStyleClass().add("about");
        about.setMinWidth(0);
        laps.getStyleClass().addAll("about", "laps");
        laps.setMinWidth(USE_PREF_SIZE);
        volume.getStyleClass().add("volume");
        volume.say("Volume");
        name.setAlignment(Pos.CENTER_LEFT);
        HBox below = new HBox(about, laps);
        below.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(name, below);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(strip, words, more, pages, volume, meter, mute, solo);
        wide(false);
    }

    /** Opens the name for editing. */
    void edit() {
        name.edit();
    }

    /** Asks for its menu, as a right click would. */
    private void menu() {
        Bounds at = more.localToScreen(more.getBoundsInLocal());
        fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, at.getMinX(), at.getMaxY(), true, null));
    }

    /** Whether the keyboard is on it or on something in it. */
    boolean holds(@Nullable Node owner) {
        return owner != null && (owner.equals(this) || holds(owner.getParent()));
    }

    /** Whether the volume stands in the head. */
    void wide(boolean wide) {
        Shown.when(volume, wide);
    }

    /** Whether there is little room for words. */
    void compact(boolean little) {
        compact = little;
        pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), little);
    }

    /** Fits the name and the meter to the row's height. */
    void fit(double height) {
        double size = Math.clamp(Math.rint(height * NAME_SHARE), 13, 29);
        name.setStyle("-fx-font-size: " + (compact ? Math.min(size, 15) : size) + "px;");
        meter.setMinHeight(Math.rint(height * 0.72));
        meter.setMaxHeight(Math.rint(height * 0.72));
    }

    /** Shows what the bench holds now. */
    void draw() {
        Track track = bench.track(id);
        strip.setStyle("-fx-background-color: " + web(track) + ";");
        name.show(track.name());
        volume.show(track.volume());
        mute.show(track.mute());
        mute.say(track.mute() ? "Unmute for the room (M)" : "Mute for the room (M)");
        solo.show(bench.view().shared().ears().solo().contains(id));
        boolean selected = bench.focus().track().filter(id::equals).isPresent();
        pseudoClassStateChanged(SELECTED, selected);
        Shown.when(more, selected && !compact);
        about();
    }

    /** One frame. */
    void pulse(long nowLap, long now) {
        if (nowLap != lap) {
            lap = nowLap;
            about();
        }
        meter.show(bench.view().shared().levels().of(id), now);
    }

    private void about() {
        Track track = bench.track(id);
        Catalogue catalogue = bench.view().shared().catalogue();
        Optional<String> missing = catalogue.missing(track.instrument());
        String sound = catalogue.find(track.instrument()).map(Sound::name).orElse("no sound");
        String muted = track.mute() ? muted() : mutedForMe();
        // Who muted it is what one wants to know of a silent row; beside its sound there is no room for a name. But
        // where its sound is missing, that is why it is silent, whoever unmutes it.
        boolean turning = missing.isEmpty() && muted.isEmpty() && uneven();
        String words = !muted.isEmpty() ? muted : turning && compact ? "" : sound;
        String turn = !turning ? "" : compact ? "lap " + lap : " · lap " + lap;
        if (!turn.equals(laps.getText())) {
            laps.setText(turn);
        }
        about.pseudoClassStateChanged(MISSING, missing.isPresent());
        say(
                missing.map(name -> "missing: " + name).orElse(words),
                missing.map(Catalogue::missingWords).orElse(words));
    }

    private void say(String words, String tip) {
        if (!words.equals(about.getText())) {
            about.setText(words);
            Tips.put(about, tip);
        }
    }

    private String muted() {
        return bench.view()
                .shared()
                .marks()
                .mutedBy(id)
                .map(who -> "muted by " + who)
                .orElse("muted");
    }

    private String mutedForMe() {
        return bench.view().shared().ears().mute().contains(id) ? "muted for me" : "";
    }

    /** Whether the lane turns at another place than the bar, so that its lap is worth saying. */
    private boolean uneven() {
        long lane = (long) Ticks.of(bench.view().lane(id).value())
                * bench.view().lane(id).length();
        long bar = Ticks.bar(bench.view().session().meter());
        return lane % bar != 0;
    }

    private String web(Track track) {
        return Palette.hex(bench.palette().track(track.colour()));
    }

    private void rename(String to) {
        bench.hands.once("rename track", new OfTrack(id), TrackFields.NAME, to);
    }

    private void select(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY || e.getButton() == MouseButton.SECONDARY) {
            choose();
        }
    }

    /** Makes it the selected track. */
    void choose() {
        int last = bench.view().lane(id).length() - 1;
        bench.look(bench.focus().on(id, Math.min(bench.focus().step(), last)));
    }

    private final class Turning implements Hand {
        @Override
        public void turn(int value) {
            bench.hands.hold("volume", List.of(Mutation.put(new OfTrack(id), TrackFields.VOLUME, value)));
        }

        @Override
        public void let() {
            bench.hands.let();
        }

        @Override
        public void cancel(int origin) {
            bench.hands.cancel();
        }
    }
}
