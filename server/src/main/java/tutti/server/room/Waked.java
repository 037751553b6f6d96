package tutti.server.room;

import java.util.List;
import java.util.OptionalLong;
import tutti.sync.Room;

/** What comes of reading a session from the store. */
sealed interface Waked {
    /**
     * A room like the one that was.
     *
     * @param version of the head, for the next write
     * @param kvSeq seq of the KV file that was noted
     * @param file whether there is a KV file
     * @param name in listings
     * @param checkpoints that go on from the newest snapshot
     * @param deleted since when it is in the bin, if it is
     * @param report what an old record lost when it became this session
     */
    record Found(
            Room room,
            long version,
            OptionalLong kvSeq,
            boolean file,
            String name,
            Checkpoints checkpoints,
            OptionalLong deleted,
            List<String> report)
            implements Waked {
        public Found {
            report = List.copyOf(report);
        }

        Reading reading() {
            return new Reading(room.session(), room.seq(), room.chain());
        }
    }

    /** There is no such session, or no more. */
    record Missing(String words) implements Waked {}

    /** It is damaged: a person has to look. */
    record Damaged(String words) implements Waked {}

    /** The store cannot say now. */
    record Later(String reason) implements Waked {}
}
