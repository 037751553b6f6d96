package tutti.server.room;

import tutti.model.Session;
import tutti.sync.Chain;

/**
 * A document as it is durable.
 *
 * @param seq and {@code chain}: of its newest row
 */
record Reading(Session session, long seq, Chain chain) {}
