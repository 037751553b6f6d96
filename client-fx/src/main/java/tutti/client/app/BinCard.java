package tutti.client.app;

import tutti.model.SessionId;

/**
 * A deleted session in a server's bin.
 *
 * @param until when it is deleted for ever, milliseconds since 1970
 */
record BinCard(SessionId id, String name, long until) {}
