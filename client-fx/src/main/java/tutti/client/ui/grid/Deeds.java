package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tutti.client.ui.Focus;
import tutti.client.ui.Focus.Spot;
import tutti.client.ui.LaneTool;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place.OfLane;
import tutti.edit.Root.OfTrack;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Condition;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
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

    void condition(Condition condition) {
        bench.hands.once("condition", bench.edits().each(bench.spots(), StepFields.CONDITION, s -> condition));
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
        bench.focus().cursor().ifPresent(at -> {
            Spot spot = new Spot(at.track(), at.step());
            land("paste", spot, bench.clip().at(spot, bench.edits(), bench.order()));
        });
    }

    /** Copies the selection to right after itself, and goes there; whole lanes become twice as long. */
    void repeat() {
        copy();
        switch (bench.clip()) {
            case Clip.Lanes whole -> twice(whole);
            case Clip.Steps steps -> bench.spots().stream().findFirst().ifPresent(any -> repeat(steps));
        }
    }

    private void repeat(Clip.Steps steps) {
        Set<Spot> spots = bench.spots();
        NodeId top = bench.order().stream()
                .filter(row -> spots.stream().anyMatch(s -> s.track().equals(row)))
                .findFirst()
                .orElseThrow();
        int first = spots.stream().mapToInt(Spot::step).min().orElseThrow();
        Spot at = new Spot(top, first + steps.width());
        land("repeat", at, steps.further(at, bench.edits(), bench.order()));
    }

    private void twice(Clip.Lanes whole) {
        List<Mutation> puts = new ArrayList<>();
        Set<Spot> copies = new LinkedHashSet<>();
        for (Clip.Lanes.Whole each : whole.lanes()) {
            List<Mutation> doubled = LaneTools.twice(place(each.track()), each.lane());
            puts.addAll(doubled);
            int length = each.lane().length();
            copies.addAll(doubled.isEmpty() ? Set.of() : Selection.range(each.track(), length, length * 2));
        }
        copies.stream().findFirst().ifPresent(first -> land("repeat", first, new Clip.Landing(puts, copies)));
    }

    /** Copies the whole pattern. */
    void copyPattern(PatternSlot slot) {
        bench.clip(Clip.pattern(bench.edits(slot), bench.order()));
    }

    /** Pastes what was copied into that pattern, from its first step on, and looks at it. */
    void pastePattern(PatternSlot slot) {
        Focus focus = bench.focus();
        boolean plays = slot == bench.view().shared().transport().pattern();
        Focus there = slot == focus.pattern() ? focus : focus.looking(slot, plays);
        focus.track().ifPresent(track -> {
            Spot first = new Spot(track, 0);
            Clip.Landing landing = bench.clip().at(first, bench.edits(slot), bench.order());
            bench.look(there.on(track, 0));
            bench.hands.once("paste", landing.puts());
        });
    }

    private void land(String words, Spot at, Clip.Landing landing) {
        if (landing.spots().isEmpty()) {
            return;
        }
        bench.hands.once(words, landing.puts());
        Spot stand =
                landing.spots().contains(at) ? at : landing.spots().iterator().next();
        Set<Spot> chosen = landing.spots().size() > 1 ? landing.spots() : Set.of();
        bench.look(bench.focus().on(stand.track(), stand.step()).choosing(chosen));
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

    void use(LaneTool tool) {
        bench.focus()
                .track()
                .ifPresent(track ->
                        tool.use(bench.hands, place(track), bench.edits().lane(track)));
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
        bench.focus().track().ifPresent(bench::mute);
    }

    void muteForMe() {
        bench.focus()
                .track()
                .ifPresent(id -> bench.desk.muteForMe(
                        id, !bench.view().shared().ears().mute().contains(id)));
    }

    void solo() {
        bench.focus().track().ifPresent(bench::solo);
    }

    void colour(NodeId id, int colour) {
        bench.hands.once("colour", new OfTrack(id), TrackFields.COLOUR, colour);
    }

    void move(NodeId id, int place) {
        List<Mutation> moves = Order.move(bench.view().session(), new OfTrack(id), place);
        bench.hands.once("move track", moves);
    }

    /** Moves the selected track so many rows down (negative: up). */
    void shift(int by) {
        bench.focus().track().filter(bench.order()::contains).ifPresent(id -> {
            int from = bench.order().indexOf(id);
            int to = Math.clamp(from + (long) by, 0, bench.order().size() - 1);
            if (to != from) {
                move(id, to);
            }
        });
    }

    void delete(NodeId id) {
        bench.hands.once("delete track", List.of(Mutation.delete(new OfTrack(id))));
    }
}
