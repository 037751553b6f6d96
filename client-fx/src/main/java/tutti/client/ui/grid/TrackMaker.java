package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tutti.client.ui.Catalogue;
import tutti.client.ui.Catalogue.Sound;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Root.OfTrack;
import tutti.edit.TrackFields;
import tutti.model.Instrument;
import tutti.model.Limits;
import tutti.model.NodeId;

/**
 * Adds a track at the end, with a colour and a sound that no other track has yet, as far as there are any: the first of
 * a family that is not heard yet, where there is one.
 */
record TrackMaker(Bench bench) {
    void add() {
        NodeId id = new NodeId(UUID.randomUUID().toString());
        var session = bench.view().session();
        Order.Spot spot = Order.at(session, new OfTrack(id), Limits.TRACKS);
        List<Mutation> edit = new ArrayList<>(spot.rekeys());
        var sound = sound();
        edit.add(new Mutation.Insert<>(
                new OfTrack(id),
                List.of(
                        TrackFields.POSITION.of(spot.key()),
                        TrackFields.NAME.of(sound.name()),
                        TrackFields.COLOUR.of(colour()),
                        TrackFields.INSTRUMENT.of(sound.instrument()))));
        bench.hands.once("add track", edit);
        bench.look(bench.focus().on(id, 0));
    }

    private Sound sound() {
        Catalogue catalogue = bench.view().shared().catalogue();
        List<Instrument> used =
                bench.order().stream().map(id -> bench.track(id).instrument()).toList();
        Set<String> heard = used.stream()
                .flatMap(instrument -> catalogue.find(instrument).stream())
                .map(Sound::family)
                .collect(Collectors.toSet());
        return catalogue.sounds().stream()
                .filter(s -> !used.contains(s.instrument()))
                .min(Comparator.comparing(s -> heard.contains(s.family())))
                .orElse(new Sound(Instrument.SUB, "Synth", "Bass", 60, true));
    }

    private int colour() {
        int colours = bench.palette().tracks().size();
        for (int i = 0; i < colours; i++) {
            int colour = i;
            if (bench.order().stream().noneMatch(id -> bench.track(id).colour() == colour)) {
                return colour;
            }
        }
        return bench.order().size() % colours;
    }
}
