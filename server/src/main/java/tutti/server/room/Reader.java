package tutti.server.room;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.sync.Past;

/** Has one session read by errands, and brings what was found to its room. Any thread; never blocks. */
record Reader(SessionId id, Means means, Archive archive, Mailbox mailbox) {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    /** The room as the store has it, for that life. */
    void wake(long life) {
        means.errands().execute(() -> mailbox.offer(new Letter.Read(life, woken())));
    }

    /** The root of an errand: whatever happens becomes a letter. A bug is a room that cannot be read. */
    private Waked woken() {
        try {
            Restorer restorer = new Restorer(means.journal(), means.files(), means.codec());
            return means.scribes().forRoom(() -> restorer.wake(id));
        } catch (RuntimeException | Error bug) {
            LOG.error("the session {} cannot be read", id.text(), bug);
            return new Waked.Damaged(String.valueOf(bug));
        }
    }

    /** What the session was after the row {@code seq}. */
    void recall(long life, long seq) {
        means.errands().execute(() -> mailbox.offer(new Letter.Recalled(life, seq, past(seq))));
    }

    /** The root of an errand. */
    private Past past(long seq) {
        try {
            return means.scribes().forRoom(() -> archive.at(id, seq)).past();
        } catch (RuntimeException | Error bug) {
            LOG.error("the session {} cannot be read as it was at {}", id.text(), seq, bug);
            return new Then.Damaged(String.valueOf(bug)).past();
        }
    }
}
