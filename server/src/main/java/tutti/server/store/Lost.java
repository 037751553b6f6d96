package tutti.server.store;

/**
 * The end of a store object.
 *
 * @param reason why it was dropped
 * @param told what it still had told
 */
record Lost(String reason, Told told) {}
