package tutti.edit;

import java.util.ArrayList;
import java.util.List;
import tutti.edit.Part.Placed;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;

/** Documents as parts, and parts as documents. {@code join} is the inverse of {@code of}. */
public final class Parts {
    private Parts() {}

    /** All parts of {@code session}, in an order that depends on nothing but the document. */
    public static List<Part> of(Session session) {
        List<Part> parts = new ArrayList<>();
        Place<Session> head = new Place.OfSession();
        parts.add(new Part("head", List.of(placed(head, session), placed(new Place.OfEffects(), session.effects()))));
        session.tracks().entries().forEach(t -> parts.add(part(new Root.OfTrack(t.id()), t.node())));
        session.sections().entries().forEach(s -> parts.add(part(new Root.OfSection(s.id()), s.node())));
        session.muteSets().entries().forEach(m -> parts.add(part(new Root.OfMuteSet(m.id()), m.node())));
        session.moments().entries().forEach(m -> parts.add(part(new Root.OfMoment(m.id()), m.node())));
        for (PatternSlot slot : PatternSlot.values()) {
            Placed<?> pattern = placed(new Place.OfPattern(slot), session.pattern(slot));
            if (!pattern.values().isEmpty()) {
                parts.add(new Part(pattern.place().path(), List.of(pattern)));
            }
            for (Shelf.Entry<Lane> lane : session.pattern(slot).lanes().entries()) {
                parts.add(lane(slot, lane.id(), lane.node()));
            }
        }
        return List.copyOf(parts);
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
        for (int i = 0; i < lane.steps().extent(); i++) {
            Placed<?> step =
                    placed(new Place.OfStep(slot, track, i), lane.steps().at(i));
            if (!step.values().isEmpty()) {
                all.add(step);
            }
        }
        return new Part(place.path(), all);
    }

    private static <N> Placed<N> placed(Place<N> place, N node) {
        return new Placed<>(place, place.fields().set(node));
    }
}
