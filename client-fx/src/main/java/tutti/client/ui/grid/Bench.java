package tutti.client.ui.grid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tutti.client.ui.Desk;
import tutti.client.ui.Focus;
import tutti.client.ui.Focus.Spot;
import tutti.client.ui.Hands;
import tutti.client.ui.View;
import tutti.client.ui.kit.Palette;
import tutti.edit.Root.OfTrack;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Shelf;
import tutti.model.Track;

/** What the pieces of the grid share: the newest view, the colours, and the hands. */
final class Bench {
    final Desk desk;
    final Hands hands;
    private final Consumer<Focus> eyes;
    private View view;
    private Palette palette;
    private List<NodeId> order = List.of();
    private Clip clip = Clip.EMPTY;

    Bench(Desk desk, Hands hands, Consumer<Focus> eyes, View view, Palette palette) {
        this.desk = desk;
        this.hands = hands;
        this.eyes = eyes;
        this.view = view;
        this.palette = palette;
    }

    View view() {
        return view;
    }

    Palette palette() {
        return palette;
    }

    void palette(Palette next) {
        palette = next;
    }

    void view(View next) {
        view = next;
    }

    /** Takes the tracks' order from the view. */
    List<NodeId> reorder() {
        order = view.session().liveTracks().stream().map(Shelf.Entry::id).toList();
        return order;
    }

    /** The tracks from top to bottom. */
    List<NodeId> order() {
        return order;
    }

    Track track(NodeId id) {
        return view.session().tracks().get(id).orElse(Track.BLANK);
    }

    StepEdits edits() {
        return new StepEdits(view.session(), view.focus().pattern());
    }

    StepEdits edits(PatternSlot pattern) {
        return new StepEdits(view.session(), pattern);
    }

    /** Mutes a track for the room, or not any more. */
    void mute(NodeId id) {
        hands.once("mute", new OfTrack(id), TrackFields.MUTE, !track(id).mute());
    }

    /** Solo of a track in my ears, or not any more. */
    void solo(NodeId id) {
        desk.solo(id, !view.shared().ears().solo().contains(id));
    }

    Focus focus() {
        return view.focus();
    }

    /** Looks elsewhere. */
    void look(Focus focus) {
        eyes.accept(focus);
    }

    /** What an edit of the selection means now, of live tracks only. */
    Set<Spot> spots() {
        Set<Spot> spots = new LinkedHashSet<>(focus().spots());
        spots.removeIf(spot -> !order.contains(spot.track()));
        return spots;
    }

    Clip clip() {
        return clip;
    }

    void clip(Clip next) {
        clip = next;
    }
}
