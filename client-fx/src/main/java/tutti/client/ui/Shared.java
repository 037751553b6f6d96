package tutti.client.ui;

import java.util.List;
import tutti.model.Session;

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
        Levels levels) {
    /**
     * Whether there is anything to take back or to do again.
     */
    public record Undoing(boolean undo, boolean redo) {}
}
