package tutti.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

/** Mutations of every verb, place and field, sensible or not, from a seed. */
public final class Chaos {
    private static final List<String> IDS = List.of("a", "b", "c", "gone", "Z_9");

    private final SplittableRandom random;

    /** The same seed makes the same chaos. */
    public Chaos(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to {@code bound - 1}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A document that many random mutations led to. */
    public Session session(int mutations) {
        return more(Session.BLANK, mutations);
    }

    /** What becomes of a document by so many random mutations. */
    public Session more(Session before, int mutations) {
        Session session = before;
        for (int i = 0; i < mutations; i++) {
            if (Reducer.reduce(session, mutation()) instanceof Outcome.Changed changed) {
                session = changed.next();
            }
        }
        return session;
    }

    /** Any mutation at all. */
    public Mutation mutation() {
        return switch (below(10)) {
            case 0 -> new Mutation.Forget(root());
            case 1, 2 -> insert(root());
            default -> put(place());
        };
    }

    <N> Put<N, ?> put(Place<N> place) {
        List<Field<N, ?>> fields = place.fields().all();
        Put<N, ?> put = put(place, fields.get(below(fields.size())));
        if (place instanceof Root<N> root && put.value().field() == root.position() && below(4) > 0) {
            return new Put<>(place, root.position().of(key(root)));
        }
        return put;
    }

    <N, T> Put<N, T> put(Place<N> place, Field<N, T> field) {
        return new Put<>(place, field.sample(random.nextLong()));
    }

    private <N> Insert<N> insert(Root<N> root) {
        List<Value<N, ?>> values = new ArrayList<>();
        if (below(8) > 0) {
            values.add(root.position().of(key(root)));
        }
        for (int i = below(4); i > 0; i--) {
            values.add(put(root).value());
        }
        return new Insert<>(root, values);
    }

    private String key(Root<?> root) {
        return "" + (char) ('A' + below(26)) + "." + root.id().text();
    }

    NodeId id() {
        return new NodeId(IDS.get(below(IDS.size())));
    }

    Root<?> root() {
        return switch (below(6)) {
            case 0 -> new Root.OfSection(id());
            case 1 -> new Root.OfMuteSet(id());
            case 2 -> new Root.OfMoment(id());
            default -> new Root.OfTrack(id());
        };
    }

    Place<?> place() {
        PatternSlot slot = PatternSlot.values()[below(16)];
        return switch (below(8)) {
            case 0 -> new Place.OfSession();
            case 1 -> new Place.OfEffects();
            case 2 -> new Place.OfPattern(slot);
            case 3 -> new Place.OfLane(slot, id());
            case 4, 5 -> new Place.OfStep(PatternSlot.A, id(), below(3));
            default -> root();
        };
    }

    /** One place of each kind, all of which exist in {@link #furnished}. */
    static List<Place<?>> places() {
        NodeId a = new NodeId("a");
        return List.of(
                new Place.OfSession(),
                new Place.OfEffects(),
                new Place.OfPattern(PatternSlot.P),
                new Place.OfLane(PatternSlot.C, a),
                new Place.OfStep(PatternSlot.C, a, 127),
                new Root.OfTrack(a),
                new Root.OfSection(a),
                new Root.OfMuteSet(a),
                new Root.OfMoment(a));
    }

    /** A session with one of everything. */
    public static Session furnished() {
        Session session = Session.BLANK;
        for (Place<?> place : places()) {
            if (place instanceof Root<?> root) {
                session = insertedInto(session, root);
            }
        }
        return session;
    }

    private static <N> Session insertedInto(Session session, Root<N> root) {
        Insert<N> insert =
                new Insert<>(root, List.of(root.position().of("V." + root.id().text())));
        return changed(Reducer.reduce(session, insert)).orElseThrow().next();
    }

    static Optional<Outcome.Changed> changed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed changed -> Optional.of(changed);
            case Outcome.Refused refused -> Optional.empty();
        };
    }
}
