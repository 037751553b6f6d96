package tutti.sync;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tutti.edit.Property;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.Session;

/**
 * A track that is muted for the room.
 *
 * @param by who muted it
 */
public record Muted(NodeId track, MemberId by) {
    /** All of them, from the top, of which the history knows who it was. */
    static List<Muted> in(Session session, History history) {
        return session.liveTracks().stream()
                .filter(entry -> entry.node().mute())
                .flatMap(entry -> of(entry.id(), history))
                .toList();
    }

    private static Stream<Muted> of(NodeId track, History history) {
        Optional<Touch> touch = history.touch(new Property(new Root.OfTrack(track), TrackFields.MUTE));
        return touch.map(last -> new Muted(track, last.member())).stream();
    }
}
