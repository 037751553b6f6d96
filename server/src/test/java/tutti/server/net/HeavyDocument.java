package tutti.server.net;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tutti.edit.Field;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.Value;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.model.Step;
import tutti.sync.Chain;
import tutti.wire.Documents;
import tutti.wire.Stamp;

/** A document that is about as heavy as one may be: full lanes, in which each step has all its locks. */
final class HeavyDocument {
    private static final int TRACKS = 12;

    private HeavyDocument() {}

    /** Its text, as somebody sends it who makes a session of it. */
    static String text(String id) {
        return Documents.text(new Stamp(new SessionId(id), 0, Chain.NONE, ""), session());
    }

    private static Session session() {
        Lane full = full();
        Session session = Session.BLANK;
        for (int i = 0; i < TRACKS; i++) {
            NodeId id = new NodeId("track-" + i);
            Root.OfTrack track = new Root.OfTrack(id);
            session = track.put(session, track.position().with(track.fields().blank(), "V." + id.text()));
            for (PatternSlot slot : PatternSlot.values()) {
                session = session.with(slot, session.pattern(slot).with(id, full));
            }
        }
        return session;
    }

    private static Lane full() {
        Step step = Step.BLANK;
        List<Field<Step, Optional<Integer>>> locks = StepFields.LOCKS.stream()
                .sorted(Comparator.comparingInt(lock -> -lock.tag().length()))
                .limit(Limits.LOCKS)
                .toList();
        for (Field<Step, Optional<Integer>> lock : locks) {
            step = longest(lock).into(step);
        }
        Lane lane = Lane.BLANK;
        for (int i = 0; i < Limits.STEPS; i++) {
            lane = lane.with(i, step);
        }
        return lane;
    }

    private static <N, T> Value<N, T> longest(Field<N, T> field) {
        return IntStream.range(0, 40)
                .mapToObj(field::sample)
                .max(Comparator.comparingInt(value -> value.text().length()))
                .orElseThrow();
    }
}
