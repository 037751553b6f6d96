package tutti.edit;

import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Pattern;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;

/**
 * How heavy a document is: its values that differ from their default, long ones more, and something for each node. What
 * is within {@link Limits#WEIGHT} is within every bound of its text.
 */
public final class Weights {
    private Weights() {}

    /** The whole document, walked. */
    public static int of(Session session) {
        int weight =
                SessionFields.table().weight(session) + EffectsFields.table().weight(session.effects());
        weight += shelf(session.tracks(), TrackFields.table());
        weight += shelf(session.sections(), SectionFields.table());
        weight += shelf(session.muteSets(), MuteSetFields.table());
        weight += shelf(session.moments(), MomentFields.table());
        for (Pattern pattern : session.patterns()) {
            weight += PatternFields.table().weight(pattern);
            for (Shelf.Entry<Lane> lane : pattern.lanes().entries()) {
                weight += of(lane.node());
            }
        }
        return weight;
    }

    /** One inserted node with all that belongs to it. */
    static <N> int of(Session session, Root<N> root) {
        int own = root.get(session).map(node -> of(node, root.fields())).orElse(0);
        return root instanceof Root.OfTrack track ? own + lanes(session, track.id()) : own;
    }

    /** Whether a field counts; a delete mark does not. */
    static boolean counts(Field<?, ?> field) {
        return !field.tag().equals(NodeFields.DELETED_TAG);
    }

    private static int lanes(Session session, NodeId track) {
        int weight = 0;
        for (PatternSlot slot : PatternSlot.values()) {
            weight += of(session.pattern(slot).lane(track));
        }
        return weight;
    }

    private static int of(Lane lane) {
        int steps = lane.steps()
                .touched()
                .map(i -> StepFields.table().weight(lane.steps().at(i)))
                .sum();
        return LaneFields.table().weight(lane) + steps;
    }

    private static <N> int shelf(Shelf<N> shelf, Fields<N> fields) {
        return shelf.entries().stream()
                .mapToInt(entry -> of(entry.node(), fields))
                .sum();
    }

    /** A node without its lanes. */
    static <N> int of(N node, Fields<N> fields) {
        return Limits.NODE_WEIGHT + fields.weight(node);
    }
}
