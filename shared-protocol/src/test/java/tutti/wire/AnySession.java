package tutti.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Order;
import tutti.edit.Outcome.Changed;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

/** Documents that edits could have brought about, from a seed. */
final class AnySession {
    private final SplittableRandom dice;
    private final List<NodeId> tracks = new ArrayList<>();
    private Session session = Session.BLANK;

    private AnySession(long seed) {
        this.dice = new SplittableRandom(seed);
    }

    /** A document of about {@code edits} values. */
    static Session of(long seed, int edits) {
        AnySession any = new AnySession(seed);
        for (int i = 0; i < 4; i++) {
            any.tracks.add(new NodeId("t" + i + "-" + Math.floorMod(seed, 1_000)));
            any.insert(new Root.OfTrack(any.tracks.getLast()));
            any.insert(new Root.OfSection(new NodeId("s" + i)));
            any.insert(new Root.OfMuteSet(new NodeId("m" + i)));
            any.insert(new Root.OfMoment(new NodeId("p" + i)));
        }
        for (int i = 0; i < edits; i++) {
            any.put(any.place());
        }
        return SessionFields.COPIED_FROM.with(SessionFields.FROZEN.with(any.session, any.dice.nextBoolean()), "other");
    }

    private <N> void insert(Root<N> root) {
        String key = Order.at(session, root, 0).key();
        apply(new Insert<>(root, List.of(root.position().of(key))));
    }

    private <N> void put(Place<N> place) {
        List<Field<N, ?>> fields = place.fields().all();
        put(place, fields.get(dice.nextInt(fields.size())));
    }

    private <N, T> void put(Place<N> place, Field<N, T> field) {
        apply(new Put<>(place, field.sample(dice.nextLong())));
    }

    /** What the reducer refuses is left out. */
    private void apply(Mutation mutation) {
        if (Reducer.reduce(session, mutation) instanceof Changed changed) {
            session = changed.next();
        }
    }

    private Place<?> place() {
        PatternSlot slot = PatternSlot.values()[dice.nextInt(3)];
        NodeId track = tracks.get(dice.nextInt(tracks.size()));
        return switch (dice.nextInt(9)) {
            case 0 -> new Place.OfSession();
            case 1 -> new Place.OfEffects();
            case 2 -> new Place.OfPattern(slot);
            case 3 -> new Place.OfLane(slot, track);
            case 4 -> new Root.OfTrack(track);
            case 5 -> new Root.OfSection(new NodeId("s1"));
            default -> new Place.OfStep(slot, track, dice.nextInt(128));
        };
    }
}
