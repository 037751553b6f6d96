package tutti.client.state;

import java.util.List;
import java.util.Optional;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Transport;
import tutti.sync.View;

/**
 * Everything that the session thread publishes, immutable. What did not change keeps its reference.
 *
 * @param me who I am
 * @param link how the line is
 * @param trouble in words, while the link is not {@code LIVE}; empty if all is well
 * @param members who is in the room, in the order in which they came
 * @param transport what the room plays; nothing until the first Welcome
 * @param time the room's time; nothing until the first burst of pings is in
 * @param deeds who changed what last; goes on by itself
 * @param told notices, newest last
 */
public record Status(
        View view,
        MemberId me,
        Link link,
        String trouble,
        List<Member> members,
        Optional<Transport> transport,
        Optional<RoomTime> time,
        Deeds deeds,
        List<Told> told) {
    /** The trouble before the document is there for the first time, and while a new snapshot comes. */
    public static final String CONNECTING = "connecting";

    /** The line to the server. */
    public enum Link {
        /** Not yet, or not any more. */
        LOST,
        /** Welcomed: edits go out. */
        LIVE,
        /** Connected, but the server cannot store. */
        PAUSED,
        /** Not any more, and not again by itself: another window goes on with this outbox. */
        REPLACED,
        /** The session failed here: nothing is taken any more until it is opened again. */
        ENDED
    }

    /** The last one of a session that failed. */
    Status ended(String why) {
        return new Status(view, me, Link.ENDED, why, members, transport, time, deeds, told);
    }

    /** The same with another view. */
    Status with(View other) {
        return new Status(other, me, link, trouble, members, transport, time, deeds, told);
    }
}
