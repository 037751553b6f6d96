package tutti.client.ui.grid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tutti.client.ui.Focus;
import tutti.client.ui.Focus.Spot;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place.OfLane;
import tutti.edit.Root.OfTrack;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.StepValue;
import tutti.music.LaneTools;

/** What can be done to the selection and to the selected track; keys and menus both call this. */
final class Deeds {
    private final Bench bench;

    Deeds(Bench bench) {
        this.bench = bench;
    }

    void toggle() {
        bench.hands.once("step", bench.edits().toggle(bench.spots()));
    }

    void accent() {
        bench.hands.once("accent", bench.edits().accent(bench.spots()));
    }

    void ghost() {
        bench.hands.once("ghost", bench.edits().ghost(bench.spots()));
    }

    void clear() {
        bench.hands.once("clear steps", bench.edits().clear(bench.spots()));
    }

    void louder(int by) {
        bench.hands.once("velocity", bench.edits().louder(bench.spots(), by));
    }

    void chance(int percent) {
        bench.hands.once("chance", bench.edits().each(bench.spots(), StepFields.CHANCE, s -> percent));
    }

    void ratchet(int hits) {
        bench.hands.once("ratchet", bench.edits().each(bench.spots(), StepFields.RATCHET, s -> hits));
    }

    void tie() {
        boolean tied =
                bench.spots().stream().allMatch(s -> bench.edits().step(s).tie());
        bench.hands.once("tie", bench.edits().each(bench.spots(), StepFields.TIE, s -> !tied));
    }

    void copy() {
        bench.clip(Clip.of(bench.edits(), bench.spots(), bench.order()));
    }

    void cut() {
        copy();
        bench.hands.once("cut", bench.edits().each(bench.spots(), StepFields.ON, s -> false));
    }

    void paste() {
        bench.focus().cursor().ifPresent(at -> put("paste", new Spot(at.track(), at.step())));
    }

    /** Copies the selection to right after itself, and goes there. */
    void repeat() {
        Set<Spot> spots = bench.spots();
        copy();
        spots.stream().mapToInt(Spot::step).min().ifPresent(first -> {
            NodeId top = bench.order().stream()
                    .filter(row -> spots.stream().anyMatch(s -> s.track().equals(row)))
                    .findFirst()
                    .orElseThrow();
            put("repeat", new Spot(top, first + bench.clip().steps()));
        });
    }

    private void put(String words, Spot at) {
        Set<Spot> there = bench.clip().spots(at, bench.order());
        if (there.isEmpty()) {
            return;
        }
        bench.hands.once(words, bench.clip().paste(bench.edits(), at, bench.order()));
        bench.look(bench.focus().on(at.track(), at.step()).choosing(there.size() > 1 ? there : Set.of()));
    }

    /** The lane first, then the pattern. */
    void chooseAll() {
        Focus focus = bench.focus();
        focus.track().ifPresent(track -> {
            Set<Spot> lane = Selection.range(track, 0, bench.edits().lane(track).length());
            Set<Spot> all = new LinkedHashSet<>();
            bench.order()
                    .forEach(row -> all.addAll(
                            Selection.range(row, 0, bench.edits().lane(row).length())));
            bench.look(focus.choosing(focus.chosen().equals(lane) ? all : lane));
        });
    }

    void chooseNone() {
        bench.look(bench.focus().choosing(Set.of()));
    }

    void longer(int by) {
        bench.focus().track().ifPresent(track -> {
            int length = bench.edits().lane(track).length() + by;
            length(track, Math.clamp(length, 1, Limits.STEPS));
        });
    }

    void halve() {
        bench.focus()
                .track()
                .ifPresent(track -> bench.hands.once(
                        "halve lane", LaneTools.half(place(track), bench.edits().lane(track))));
    }

    void twice() {
        bench.focus()
                .track()
                .ifPresent(track -> bench.hands.once(
                        "double lane",
                        LaneTools.twice(place(track), bench.edits().lane(track))));
    }

    /** Every step {@code by} places to the right, round the lane. */
    void rotate(int by) {
        bench.focus()
                .track()
                .ifPresent(track -> bench.hands.once(
                        "rotate lane",
                        LaneTools.rotate(place(track), bench.edits().lane(track), by)));
    }

    private OfLane place(NodeId track) {
        return new OfLane(bench.focus().pattern(), track);
    }

    void length(NodeId track, int length) {
        bench.hands.once("lane end", bench.edits().length(track, length));
    }

    void value(NodeId track, StepValue value) {
        bench.hands.once("step value", new OfLane(bench.focus().pattern(), track), LaneFields.VALUE, value);
    }

    void mute() {
        bench.focus()
                .track()
                .ifPresent(id -> bench.hands.once(
                        "mute",
                        new OfTrack(id),
                        TrackFields.MUTE,
                        !bench.track(id).mute()));
    }

    void muteForMe() {
        bench.focus()
                .track()
                .ifPresent(id -> bench.desk.muteForMe(
                        id, !bench.view().shared().ears().mute().contains(id)));
    }

    void solo() {
        bench.focus()
                .track()
                .ifPresent(id ->
                        bench.desk.solo(id, !bench.view().shared().ears().solo().contains(id)));
    }

    void colour(NodeId id, int colour) {
        bench.hands.once("colour", new OfTrack(id), TrackFields.COLOUR, colour);
    }

    void move(NodeId id, int place) {
        List<Mutation> moves = Order.move(bench.view().session(), new OfTrack(id), place);
        bench.hands.once("move track", moves);
    }

    void delete(NodeId id) {
        bench.hands.once("delete track", List.of(Mutation.delete(new OfTrack(id))));
    }
}
