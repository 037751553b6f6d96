package tutti.sync;

import tutti.model.Session;

/**
 * What a person sees: the confirmed document with their own waiting edits on top.
 *
 * @param session the document to show
 * @param seq of the newest row that is confirmed here
 * @param waiting edits without an answer
 * @param trail where my last undo or redo did something
 */
public record View(
        Session session, long seq, int waiting, boolean canUndo, boolean canRedo, boolean welcomed, Trail trail) {
    /** The same with so many more edits that have no answer. */
    public View withMore(int more) {
        return new View(session, seq, waiting + more, canUndo, canRedo, welcomed, trail);
    }
}
