package tutti.edit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import tutti.edit.Part.Placed;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;

/** Documents as parts, and parts as documents. {@code join} is the inverse of {@code of}. */
public final class Parts {
    /**
     * How the parts of a document came about from those of an older one. Parts in neither list are gone.
     *
     * @param fresh parts that changed or are new
     * @param kept names of the parts that are as they were
     */
    public record Since(List<Part> fresh, List<String> kept) {
        /** Keeps copies. */
        public Since {
            fresh = List.copyOf(fresh);
            kept = List.copyOf(kept);
        }
    }

    private Parts() {}

    /**
     * What became of the parts of {@code before}. A node that is the same reference is equal without being looked into,
     * so that this takes as long as what changed is large, and some for each part's name.
     */
    public static Since since(Session before, Session now) {
        List<Part> fresh = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        Part head = head(now);
        sort(head.equals(head(before)), head.name(), () -> head, fresh, kept);
        now.tracks().entries().forEach(t -> root(new Root.OfTrack(t.id()), t.node(), before, fresh, kept));
        now.sections().entries().forEach(s -> root(new Root.OfSection(s.id()), s.node(), before, fresh, kept));
        now.muteSets().entries().forEach(m -> root(new Root.OfMuteSet(m.id()), m.node(), before, fresh, kept));
        now.moments().entries().forEach(m -> root(new Root.OfMoment(m.id()), m.node(), before, fresh, kept));
        for (PatternSlot slot : PatternSlot.values()) {
            Placed<?> pattern = placed(new Place.OfPattern(slot), now.pattern(slot));
            if (!pattern.values().isEmpty()) {
                boolean same = pattern.equals(placed(new Place.OfPattern(slot), before.pattern(slot)));
                String name = pattern.place().path();
                sort(same, name, () -> new Part(name, List.of(pattern)), fresh, kept);
            }
            Shelf<Lane> lanes = before.pattern(slot).lanes();
            for (Shelf.Entry<Lane> lane : now.pattern(slot).lanes().entries()) {
                boolean same = lanes.get(lane.id()).filter(lane.node()::equals).isPresent();
                String name = new Place.OfLane(slot, lane.id()).path();
                sort(same, name, () -> lane(slot, lane.id(), lane.node()), fresh, kept);
            }
        }
        return new Since(fresh, kept);
    }

    private static <N> void root(Root<N> root, N node, Session before, List<Part> fresh, List<String> kept) {
        boolean same = root.get(before).filter(node::equals).isPresent();
        sort(same, root.path(), () -> part(root, node), fresh, kept);
    }

    private static void sort(boolean same, String name, Supplier<Part> part, List<Part> fresh, List<String> kept) {
        if (same) {
            kept.add(name);
        } else {
            fresh.add(part.get());
        }
    }

    private static Part head(Session session) {
        return new Part(
                "head",
                List.of(placed(new Place.OfSession(), session), placed(new Place.OfEffects(), session.effects())));
    }

    /** All parts of {@code session}, in an order that depends on nothing but the document. */
    public static List<Part> of(Session session) {
        List<Part> parts = new ArrayList<>();
        each(session).forEachRemaining(parts::add);
        return List.copyOf(parts);
    }

    /** The same, each made when it is asked for. */
    public static Iterator<Part> each(Session session) {
        List<Supplier<Part>> parts = new ArrayList<>();
        parts.add(() -> head(session));
        session.tracks().entries().forEach(t -> parts.add(() -> part(new Root.OfTrack(t.id()), t.node())));
        session.sections().entries().forEach(s -> parts.add(() -> part(new Root.OfSection(s.id()), s.node())));
        session.muteSets().entries().forEach(m -> parts.add(() -> part(new Root.OfMuteSet(m.id()), m.node())));
        session.moments().entries().forEach(m -> parts.add(() -> part(new Root.OfMoment(m.id()), m.node())));
        for (PatternSlot slot : PatternSlot.values()) {
            Placed<?> pattern = placed(new Place.OfPattern(slot), session.pattern(slot));
            if (!pattern.values().isEmpty()) {
                parts.add(() -> new Part(pattern.place().path(), List.of(pattern)));
            }
            for (Shelf.Entry<Lane> lane : session.pattern(slot).lanes().entries()) {
                parts.add(() -> lane(slot, lane.id(), lane.node()));
            }
        }
        return parts.stream().map(Supplier::get).iterator();
    }

    /**
     * The document of these parts, in any order but with a track before its lanes. Unlike the reducer this sets values
     * of birth too and knows no limits: it reads what a room wrote.
     */
    public static Session join(List<Part> parts) {
        Session session = Session.BLANK;
        for (Part part : parts) {
            for (Placed<?> placed : part.values()) {
                session = put(session, placed);
            }
        }
        return session;
    }

    private static <N> Session put(Session session, Placed<N> placed) {
        N node = placed.place().get(session).orElse(placed.place().fields().blank());
        for (Value<N, ?> value : placed.values()) {
            node = value.into(node);
        }
        return placed.place().put(session, node);
    }

    private static <N> Part part(Root<N> root, N node) {
        return new Part(root.path(), List.of(placed(root, node)));
    }

    private static Part lane(PatternSlot slot, NodeId track, Lane lane) {
        List<Placed<?>> all = new ArrayList<>();
        Place.OfLane place = new Place.OfLane(slot, track);
        all.add(placed(place, lane));
        lane.steps()
                .touched()
                .forEach(i -> all.add(
                        placed(new Place.OfStep(slot, track, i), lane.steps().at(i))));
        return new Part(place.path(), all);
    }

    private static <N> Placed<N> placed(Place<N> place, N node) {
        return new Placed<>(place, place.fields().set(node));
    }
}
