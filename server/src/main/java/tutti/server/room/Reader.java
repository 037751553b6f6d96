package tutti.server.room;

import tutti.model.SessionId;

/** Has one session read by errands, and brings what was found to its room. Any thread; never blocks. */
record Reader(SessionId id, Means means, Archive archive, Mailbox mailbox) {
    /** The room as the store has it, for that life. */
    void wake(long life) {
        Restorer restorer = new Restorer(means.journal(), means.files(), means.codec());
        means.errands().execute(() -> mailbox.offer(new Letter.Read(life, restorer.wakeSafely(id))));
    }

    /** What the session was after the row {@code seq}. */
    void recall(long life, long seq) {
        means.errands()
                .execute(() -> mailbox.offer(
                        new Letter.Recalled(life, seq, archive.at(id, seq).past())));
    }
}
