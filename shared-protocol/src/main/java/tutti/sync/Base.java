package tutti.sync;

import tutti.model.Session;

/** A document at a row: what a client saves beside its outbox, to have something to show without a server. */
public record Base(Session session, long seq, Chain chain) {
    /** Nothing yet. */
    public static final Base NONE = new Base(Session.BLANK, 0, Chain.NONE);
}
