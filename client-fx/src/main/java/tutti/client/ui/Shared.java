package tutti.client.ui;

import java.util.List;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.Trail;

/**
 * One snapshot of everything outside the window, made by the session loop. What did not change keeps its reference.
 *
 * @param session the document, with waiting edits applied
 * @param people who is in the room, me first
 * @param notices newest last
 */
public record Shared(
        Session session,
        Sync sync,
        Undoing undoing,
        List<Person> people,
        Transport transport,
        Ears ears,
        Rooms rooms,
        Catalogue catalogue,
        List<Notice> notices,
        Marks marks,
        Levels levels,
        Past past) {
    /**
     * Whether there is anything to take back or to do again.
     *
     * @param trail where the last undo or redo did something
     */
    public record Undoing(boolean undo, boolean redo, Trail trail) {}

    /** The same with another past. */
    public Shared with(Past other) {
        return new Shared(
                session, sync, undoing, people, transport, ears, rooms, catalogue, notices, marks, levels, other);
    }

    /** As it is of another document in which nobody stands and nothing sounds, looked at in {@code pattern}. */
    Shared of(Session then, PatternSlot pattern) {
        return new Shared(
                then,
                sync,
                undoing,
                List.of(),
                Transport.still(pattern),
                ears,
                rooms,
                catalogue,
                notices,
                Marks.NOBODY,
                Levels.SILENCE,
                past);
    }
}
