package tutti.edit;

import java.util.Optional;
import tutti.model.Effects;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Pattern;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;

/**
 * Where a node stands in the document.
 *
 * @param <N> the node type
 */
public sealed interface Place<N>
        permits Place.OfSession, Place.OfEffects, Place.OfPattern, Place.OfLane, Place.OfStep, Root {
    /** The node, or nothing if there is none in {@code session}. */
    Optional<N> get(Session session);

    /** {@code session} with {@code node} here. */
    Session put(Session session, N node);

    /** The table of the node's fields. */
    Fields<N> fields();

    /** The place as text; {@link Places#parse} is the inverse. */
    String path();

    /** The inserted node that this place is or belongs to; the session's own places belong to none. */
    Optional<Root<?>> root();

    /** The session itself. */
    record OfSession() implements Place<Session> {
        @Override
        public Optional<Session> get(Session session) {
            return Optional.of(session);
        }

        @Override
        public Session put(Session session, Session node) {
            return node;
        }

        @Override
        public Fields<Session> fields() {
            return SessionFields.table();
        }

        @Override
        public String path() {
            return "session";
        }

        @Override
        public Optional<Root<?>> root() {
            return Optional.empty();
        }
    }

    /** The room's effects. */
    record OfEffects() implements Place<Effects> {
        @Override
        public Optional<Effects> get(Session session) {
            return Optional.of(session.effects());
        }

        @Override
        public Session put(Session session, Effects node) {
            return session.withEffects(node);
        }

        @Override
        public Fields<Effects> fields() {
            return EffectsFields.table();
        }

        @Override
        public String path() {
            return "effects";
        }

        @Override
        public Optional<Root<?>> root() {
            return Optional.empty();
        }
    }

    /** A pattern. */
    record OfPattern(PatternSlot slot) implements Place<Pattern> {
        @Override
        public Optional<Pattern> get(Session session) {
            return Optional.of(session.pattern(slot));
        }

        @Override
        public Session put(Session session, Pattern node) {
            return session.with(slot, node);
        }

        @Override
        public Fields<Pattern> fields() {
            return PatternFields.table();
        }

        @Override
        public String path() {
            return "pattern/" + slot;
        }

        @Override
        public Optional<Root<?>> root() {
            return Optional.empty();
        }
    }

    /** A track's lane in a pattern; it exists wherever the track does. */
    record OfLane(PatternSlot slot, NodeId track) implements Place<Lane> {
        @Override
        public Optional<Lane> get(Session session) {
            return session.tracks().has(track)
                    ? Optional.of(session.pattern(slot).lane(track))
                    : Optional.empty();
        }

        @Override
        public Session put(Session session, Lane node) {
            return session.with(slot, session.pattern(slot).with(track, node));
        }

        @Override
        public Fields<Lane> fields() {
            return LaneFields.table();
        }

        @Override
        public String path() {
            return "lane/" + slot + "/" + track.text();
        }

        @Override
        public Optional<Root<?>> root() {
            return Optional.of(new Root.OfTrack(track));
        }
    }

    /**
     * A step of a lane.
     *
     * @param index 0 to 127
     */
    record OfStep(PatternSlot slot, NodeId track, int index) implements Place<Step> {
        /** @throws IllegalArgumentException if there is no such step */
        public OfStep {
            if (index < 0 || index >= Limits.STEPS) {
                throw new IllegalArgumentException("steps are numbered 0 to " + (Limits.STEPS - 1) + ", not " + index);
            }
        }

        /** The lane that it belongs to. */
        public OfLane lane() {
            return new OfLane(slot, track);
        }

        @Override
        public Optional<Step> get(Session session) {
            return lane().get(session).map(lane -> lane.steps().at(index));
        }

        @Override
        public Session put(Session session, Step node) {
            return lane().put(session, session.pattern(slot).lane(track).with(index, node));
        }

        @Override
        public Fields<Step> fields() {
            return StepFields.table();
        }

        @Override
        public String path() {
            return "step/" + slot + "/" + track.text() + "/" + index;
        }

        @Override
        public Optional<Root<?>> root() {
            return Optional.of(new Root.OfTrack(track));
        }
    }
}
