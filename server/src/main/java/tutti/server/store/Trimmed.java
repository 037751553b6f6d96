package tutti.server.store;

/**
 * That the owner of a session dropped the beginning of its history.
 *
 * @param wall when, milliseconds since 1970
 * @param upTo the place of the last row that is gone: the session begins there now
 * @param rows how many rows that were
 */
public record Trimmed(long wall, Mark upTo, long rows) {}
