package tutti.edit;

import java.util.Optional;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.Moment;
import tutti.model.MuteSet;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Section;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Track;

/**
 * The place of a node that can be inserted, deleted, ordered and forgotten.
 *
 * @param <N> the node type
 */
public sealed interface Root<N> extends Place<N> {
    /** The node's id. */
    NodeId id();

    /** The place of its sibling {@code other}. */
    Root<N> beside(NodeId other);

    /** All its siblings, deleted ones too. */
    Shelf<N> siblings(Session session);

    /** How many siblings can be live. */
    int limit();

    /** Whether the node is left out of views. */
    Field<N, Boolean> deleted();

    /** The node's key among its siblings. */
    Field<N, String> position();

    /** {@code session} without the node and all that belongs to it. */
    Session remove(Session session);

    @Override
    default Optional<N> get(Session session) {
        return siblings(session).get(id());
    }

    @Override
    default Optional<Root<?>> root() {
        return Optional.of(this);
    }

    /** A track. */
    record OfTrack(NodeId id) implements Root<Track> {
        @Override
        public Root<Track> beside(NodeId other) {
            return new OfTrack(other);
        }

        @Override
        public Shelf<Track> siblings(Session session) {
            return session.tracks();
        }

        @Override
        public Session put(Session session, Track node) {
            return session.withTracks(session.tracks().with(id, node));
        }

        @Override
        public Session remove(Session session) {
            Session next = session;
            for (PatternSlot slot : PatternSlot.values()) {
                if (next.pattern(slot).lanes().has(id)) {
                    next = next.with(slot, next.pattern(slot).with(id, Lane.BLANK));
                }
            }
            return next.withTracks(next.tracks().without(id));
        }

        @Override
        public Fields<Track> fields() {
            return TrackFields.table();
        }

        @Override
        public int limit() {
            return Limits.TRACKS;
        }

        @Override
        public Field<Track, Boolean> deleted() {
            return TrackFields.DELETED;
        }

        @Override
        public Field<Track, String> position() {
            return TrackFields.POSITION;
        }

        @Override
        public String path() {
            return "track/" + id.text();
        }
    }

    /** A section of the song. */
    record OfSection(NodeId id) implements Root<Section> {
        @Override
        public Root<Section> beside(NodeId other) {
            return new OfSection(other);
        }

        @Override
        public Shelf<Section> siblings(Session session) {
            return session.sections();
        }

        @Override
        public Session put(Session session, Section node) {
            return session.withSections(session.sections().with(id, node));
        }

        @Override
        public Session remove(Session session) {
            return session.withSections(session.sections().without(id));
        }

        @Override
        public Fields<Section> fields() {
            return SectionFields.table();
        }

        @Override
        public int limit() {
            return Limits.SECTIONS;
        }

        @Override
        public Field<Section, Boolean> deleted() {
            return SectionFields.DELETED;
        }

        @Override
        public Field<Section, String> position() {
            return SectionFields.POSITION;
        }

        @Override
        public String path() {
            return "section/" + id.text();
        }
    }

    /** A mute set. */
    record OfMuteSet(NodeId id) implements Root<MuteSet> {
        @Override
        public Root<MuteSet> beside(NodeId other) {
            return new OfMuteSet(other);
        }

        @Override
        public Shelf<MuteSet> siblings(Session session) {
            return session.muteSets();
        }

        @Override
        public Session put(Session session, MuteSet node) {
            return session.withMuteSets(session.muteSets().with(id, node));
        }

        @Override
        public Session remove(Session session) {
            return session.withMuteSets(session.muteSets().without(id));
        }

        @Override
        public Fields<MuteSet> fields() {
            return MuteSetFields.table();
        }

        @Override
        public int limit() {
            return Limits.MUTE_SETS;
        }

        @Override
        public Field<MuteSet, Boolean> deleted() {
            return MuteSetFields.DELETED;
        }

        @Override
        public Field<MuteSet, String> position() {
            return MuteSetFields.POSITION;
        }

        @Override
        public String path() {
            return "muteset/" + id.text();
        }
    }

    /** A named moment. */
    record OfMoment(NodeId id) implements Root<Moment> {
        @Override
        public Root<Moment> beside(NodeId other) {
            return new OfMoment(other);
        }

        @Override
        public Shelf<Moment> siblings(Session session) {
            return session.moments();
        }

        @Override
        public Session put(Session session, Moment node) {
            return session.withMoments(session.moments().with(id, node));
        }

        @Override
        public Session remove(Session session) {
            return session.withMoments(session.moments().without(id));
        }

        @Override
        public Fields<Moment> fields() {
            return MomentFields.table();
        }

        @Override
        public int limit() {
            return Limits.MOMENTS;
        }

        @Override
        public Field<Moment, Boolean> deleted() {
            return MomentFields.DELETED;
        }

        @Override
        public Field<Moment, String> position() {
            return MomentFields.POSITION;
        }

        @Override
        public String path() {
            return "moment/" + id.text();
        }
    }
}
