package tutti.sync;

import java.util.List;
import java.util.Optional;
import tutti.model.Session;

/** What a room wants done. */
public sealed interface Effect {
    /**
     * Make this durable, in one transaction, then call {@link Room#committed}. Nothing else comes out of the room
     * meanwhile. If that fails in whatever way, throw the room away and load it anew.
     *
     * @param session the document after the rows
     * @param seq and {@code chain}: of the newest row, these included
     */
    record Append(List<Chained> rows, List<OutboxState> outboxes, Session session, long seq, Chain chain)
            implements Effect {}

    /** These rows are durable: everybody is to have them. */
    record Spread(List<Chained> rows) implements Effect {}

    /** The answer to Joined, and what to send after it. */
    record Greet(Greeting greeting) implements Effect {}

    /**
     * An answer to the connection that holds the outbox now, to be sent after the row {@code settled.seq()}.
     */
    record Settle(long connection, ServerMessage.Settled settled) implements Effect {}

    /** The connection broke the protocol, or another took its outbox: close it. */
    record Close(long connection, CloseReason reason) implements Effect {}

    /** The other answer to Posted: nothing was taken, since there is no place for its outbox. */
    record TurnAway(long ticket) implements Effect {}

    /**
     * The answer to Posted.
     *
     * @param settled the highest answered number of the outbox; a higher edit than the next was not taken
     * @param taken whether the edit was answered
     * @param verdict its verdict, if it was not simply applied
     */
    record Answer(long ticket, long settled, boolean taken, long seq, Optional<Verdict> verdict) implements Effect {}
}
